namespace BackPain.Stats.Domains;

/// <summary>A cell of a tabulation whose persons belong to a domain and have a known answer.</summary>
public readonly record struct DomainCell
{
    // Both in one number, since there may be as many of these as persons.
    private readonly uint packed;

    /// <param name="cell">Its index among the cells.</param>
    /// <param name="isCase">Whether its persons are cases; otherwise they are non-cases.</param>
    public DomainCell(int cell, bool isCase) => packed = ((uint)cell << 1) | (isCase ? 1u : 0u);

    /// <summary>Its index among the cells.</summary>
    public int Cell => (int)(packed >> 1);

    /// <summary>Whether its persons are cases; otherwise they are non-cases.</summary>
    public bool IsCase => (packed & 1) != 0;
}
