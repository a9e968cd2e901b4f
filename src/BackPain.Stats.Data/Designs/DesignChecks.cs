using BackPain.Stats.Data.Rows;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>
/// Notes which PSUs strata have, and which finite populations strata and PSUs. Whether these contradict each other is told once it is known
/// how codes are compared.
/// </summary>
internal sealed class DesignChecks
{
    private readonly DesignLedger ledger;
    private readonly TabulationBuilder builder;
    private readonly bool nested;
    private readonly int stratum;
    private readonly int psu;
    private readonly int fpc;
    private readonly int secondFpc;
    private readonly Dictionary<(int, int), int> stratumOfPsu = [];
    private readonly Dictionary<(int, int), int> fpcOfStratum = [];
    private readonly Dictionary<(int, int), int> fpcOfPsu = [];

    /// <param name="nested">Whether PSUs are numbered anew in each stratum.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="ledger">What is known from other files.</param>
    public DesignChecks(bool nested, TabulationBuilder builder, DesignLedger ledger)
    {
        (this.builder, this.ledger, this.nested) = (builder, ledger, nested);
        var keys = builder.Columns;
        (stratum, psu) = (keys.IndexOf(KeyRole.DesignStratum), keys.IndexOf(KeyRole.Psu));
        (fpc, secondFpc) = (keys.IndexOf(KeyRole.Fpc), keys.IndexOf(KeyRole.SecondFpc));
    }

    /// <summary>Notes what the row says.</summary>
    public void See(DataRows row, ReadOnlySpan<int> key)
    {
        if (!nested && psu >= 0 && stratum >= 0 && IsNews(stratumOfPsu, -1, psu, stratum, key))
            ledger.StrataOfPsus.See(new DesignUnit(DesignUnit.Only, LevelOf(psu, key)), LevelOf(stratum, key), PlaceOf(row));
        if (fpc >= 0 && IsNews(fpcOfStratum, stratum, -1, fpc, key))
            ledger.SizesOfStrata.See(new DesignUnit(LevelOf(stratum, key), DesignUnit.Only), LevelOf(fpc, key), PlaceOf(row));
        if (secondFpc >= 0 && IsNews(fpcOfPsu, stratum, psu, secondFpc, key))
            ledger.SizesOfPsus.See(new DesignUnit(LevelOf(stratum, key), LevelOf(psu, key)), LevelOf(secondFpc, key), PlaceOf(row));
    }

    /// <summary>Whether the value of a unit was not known, or known differently.</summary>
    private static bool IsNews(Dictionary<(int, int), int> known, int stratum, int psu, int value, ReadOnlySpan<int> key)
    {
        var unit = (stratum < 0 ? 0 : key[stratum], psu < 0 ? 0 : key[psu]);
        if (known.TryGetValue(unit, out var before) && before == key[value])
            return false;
        known[unit] = key[value];
        return true;
    }

    private RowPlace PlaceOf(DataRows row) => new(ledger.FileNumber, row.File, row.Line);

    private Level LevelOf(int index, ReadOnlySpan<int> key) => index < 0 ? DesignUnit.Only : builder.LevelOf(index, key[index])!.Value;
}
