namespace BackPain.Stats.Intervals;

/// <summary>A publication.</summary>
/// <param name="Citation">Authors, year, title, journal, volume and pages.</param>
/// <param name="Doi">The digital object identifier; null if there is none.</param>
public sealed record Reference(string Citation, string? Doi = null)
{
    /// <summary>Returns the citation, followed by the DOI as a link if there is one.</summary>
    public override string ToString() => Doi is null ? Citation : $"{Citation} https://doi.org/{Doi}";
}
