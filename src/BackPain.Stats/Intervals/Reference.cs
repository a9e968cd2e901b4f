namespace BackPain.Stats.Intervals;

/// <summary>Where a method was published.</summary>
/// <param name="Citation">Authors, year, title, journal, volume and pages.</param>
/// <param name="Doi">The digital object identifier, where there is one.</param>
public sealed record Reference(string Citation, string? Doi = null)
{
    /// <summary>The citation, with the DOI as a link.</summary>
    public override string ToString() => Doi is null ? Citation : $"{Citation} https://doi.org/{Doi}";
}
