namespace BackPain.Stats.Data.Designs;

/// <summary>
/// The file that the scales of the replicate weights stand in, and its fingerprint: it decides variances as much as the data do.
/// </summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ScalesFile(string Name, string Sha256, long Bytes);
