namespace BackPain.Stats.Domains;

/// <summary>A cell of a tabulation whose persons belong to a domain and have a known answer.</summary>
public readonly record struct DomainCell
{
    // Both are packed into one number, because there may be as many of these as persons.
    private readonly uint packed;

    /// <param name="cell">The index of the cell in the tabulation.</param>
    /// <param name="isCase">True if the persons are cases, false if they are non-cases.</param>
    public DomainCell(int cell, bool isCase) => packed = ((uint)cell << 1) | (isCase ? 1u : 0u);

    /// <summary>The index of the cell in the tabulation.</summary>
    public int Cell => (int)(packed >> 1);

    /// <summary>True if the persons are cases, false if they are non-cases.</summary>
    public bool IsCase => (packed & 1) != 0;
}
