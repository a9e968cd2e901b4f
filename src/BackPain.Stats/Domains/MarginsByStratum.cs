namespace BackPain.Stats.Domains;

/// <summary>The margins of the strata of a breakdown, by stratum number.</summary>
/// <param name="strata">The number of possible strata. A small number is stored in an array, which is faster than a dictionary.</param>
/// <param name="keepCells">Whether to record the cells of the persons, which a sampling design requires.</param>
internal sealed class MarginsByStratum(double strata, bool keepCells)
{
    private const int LongestList = 4096;

    private readonly Margin?[] few = new Margin?[strata <= LongestList ? (int)strata : 0];
    private readonly Dictionary<UInt128, Margin> many = [];

    /// <summary>The strata that are not empty, in order.</summary>
    public IEnumerable<UInt128> NotEmpty => few.Length > 0
        ? Enumerable.Range(0, few.Length).Where(stratum => few[stratum]?.Persons > 0).Select(stratum => (UInt128)stratum)
        : many.Keys.Where(stratum => many[stratum].Persons > 0).Order();

    /// <summary>Returns the margin of a stratum, creating it if necessary.</summary>
    public Margin Of(UInt128 stratum)
    {
        if (stratum < (UInt128)few.Length)
            return few[(int)stratum] ??= new Margin(keepCells);
        if (!many.TryGetValue(stratum, out var margin))
            many[stratum] = margin = new Margin(keepCells);
        return margin;
    }
}
