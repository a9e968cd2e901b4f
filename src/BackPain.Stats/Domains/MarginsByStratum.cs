namespace BackPain.Stats.Domains;

/// <summary>The margins of the strata of a breakdown, each stratum having a number.</summary>
/// <param name="strata">How many strata there can be. Few have a list, which is found faster than an entry in a dictionary.</param>
/// <param name="keepCells">Whether to keep where the persons are, which a sampling design needs.</param>
internal sealed class MarginsByStratum(double strata, bool keepCells)
{
    private const int LongestList = 4096;

    private readonly Margin?[] few = new Margin?[strata <= LongestList ? (int)strata : 0];
    private readonly Dictionary<UInt128, Margin> many = [];

    /// <summary>The strata with anybody in them, in order.</summary>
    public IEnumerable<UInt128> NotEmpty => few.Length > 0
        ? Enumerable.Range(0, few.Length).Where(stratum => few[stratum]?.Persons > 0).Select(stratum => (UInt128)stratum)
        : many.Keys.Where(stratum => many[stratum].Persons > 0).Order();

    /// <summary>The margin of a stratum.</summary>
    public Margin Of(UInt128 stratum)
    {
        if (stratum < (UInt128)few.Length)
            return few[(int)stratum] ??= new Margin(keepCells);
        if (!many.TryGetValue(stratum, out var margin))
            many[stratum] = margin = new Margin(keepCells);
        return margin;
    }
}
