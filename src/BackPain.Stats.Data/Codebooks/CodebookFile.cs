namespace BackPain.Stats.Data.Codebooks;

/// <summary>The file that a codebook stands in, and its fingerprint: it decides figures as much as the data do.</summary>
/// <param name="Name">As the user named it, or found beside the data.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
public sealed record CodebookFile(string Name, string Sha256, long Bytes);
