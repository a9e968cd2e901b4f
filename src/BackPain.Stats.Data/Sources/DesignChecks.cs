using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Notes which PSUs and finite populations strata have. Whether these contradict each other is told once it is known how codes are compared.</summary>
internal sealed class DesignChecks
{
    private static readonly Level OnlyStratum = Level.Value("");

    private readonly DesignLedger ledger;
    private readonly TabulationBuilder builder;
    private readonly int stratum = -1;
    private readonly int psu = -1;
    private readonly int fpc = -1;
    private readonly Dictionary<int, int> stratumOfPsu = [];
    private readonly Dictionary<int, int> fpcOfStratum = [];

    /// <param name="keys">How many keys are of the design.</param>
    /// <param name="nested">Whether PSUs are numbered anew in each stratum.</param>
    /// <param name="builder">What the levels are for; the keys of the design are its first.</param>
    /// <param name="ledger">What is known from other files.</param>
    public DesignChecks(int keys, bool nested, TabulationBuilder builder, DesignLedger ledger)
    {
        (this.builder, this.ledger) = (builder, ledger);
        for (var place = 0; place < keys; place++)
        {
            if (builder.Columns[place].Role == KeyRole.DesignStratum)
                stratum = place;
            else if (builder.Columns[place].Role == KeyRole.Psu && !nested)
                psu = place;
            else if (builder.Columns[place].Role == KeyRole.Fpc)
                fpc = place;
        }
    }

    /// <summary>Notes what the row says.</summary>
    public void See(CsvTable row, ReadOnlySpan<int> key)
    {
        if (psu >= 0 && stratum >= 0 && IsNews(stratumOfPsu, key[psu], key[stratum]))
            ledger.StrataOfPsus.See(LevelOf(psu, key), LevelOf(stratum, key), new RowPlace(ledger.FileNumber, row.File, row.Line));
        if (fpc >= 0 && IsNews(fpcOfStratum, stratum < 0 ? 0 : key[stratum], key[fpc]))
            ledger.SizesOfStrata.See(LevelOf(stratum, key), LevelOf(fpc, key), new RowPlace(ledger.FileNumber, row.File, row.Line));
    }

    /// <summary>Whether this was not known, or known differently.</summary>
    private static bool IsNews(Dictionary<int, int> known, int of, int now)
    {
        if (known.TryGetValue(of, out var before) && before == now)
            return false;
        known[of] = now;
        return true;
    }

    private Level LevelOf(int place, ReadOnlySpan<int> key) => place < 0 ? OnlyStratum : builder.LevelOf(place, key[place])!.Value;
}
