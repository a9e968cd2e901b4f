using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Looks whether strata, PSUs and finite populations agree with what earlier rows said of them.</summary>
internal sealed class DesignChecks
{
    private readonly DesignLedger ledger;
    private readonly int stratum = -1;
    private readonly int psu = -1;
    private readonly int fpc = -1;
    private readonly IReadOnlyList<KeyReader> readers;
    private readonly Dictionary<int, int> stratumOfPsu = [];
    private readonly Dictionary<int, int> fpcOfStratum = [];

    public DesignChecks(IReadOnlyList<KeyColumn> columns, IReadOnlyList<KeyReader> readers, bool nested, DesignLedger ledger)
    {
        (this.readers, this.ledger) = (readers, ledger);
        for (var place = 0; place < readers.Count; place++)
        {
            if (columns[place].Role == KeyRole.DesignStratum)
                stratum = place;
            else if (columns[place].Role == KeyRole.Psu && !nested)
                psu = place;
            else if (columns[place].Role == KeyRole.Fpc)
                fpc = place;
        }
    }

    /// <summary>Whether the row agrees; a problem where it does not.</summary>
    public bool Hold(CsvTable row, ReadOnlySpan<int> key, ProblemLog log)
    {
        var holds = true;
        if (psu >= 0 && stratum >= 0 && IsNews(stratumOfPsu, key[psu], key[stratum]))
            holds &= HasOneStratum(row, log);
        if (fpc >= 0 && IsNews(fpcOfStratum, stratum < 0 ? 0 : key[stratum], key[fpc]))
            holds &= HasOneSize(row, log);
        return holds;
    }

    /// <summary>Whether this was not known, or known differently.</summary>
    private static bool IsNews(Dictionary<int, int> known, int of, int now)
    {
        if (known.TryGetValue(of, out var before) && before == now)
            return false;
        known[of] = now;
        return true;
    }

    private string Text(CsvTable row, int place) => place < 0 ? "" : CsvTable.Shown(row[readers[place].Column]);

    /// <summary>A number, however it is written: 400 and 400.0 in two files are one size.</summary>
    private string Number(CsvTable row, int place) =>
        Numbers.TryParse(row[readers[place].Column], row.DecimalComma, out var number) ? number.ToString(CultureInfo.InvariantCulture) : Text(row, place);

    private bool HasOneStratum(CsvTable row, ProblemLog log)
    {
        var (unit, now) = (Text(row, psu), Text(row, stratum));
        if (ledger.StratumOfPsu.TryAdd(unit, now) || ledger.StratumOfPsu[unit] == now)
            return true;
        log.Add(new Problem(row.File, row.Line, ProblemCodes.PsuInTwoStrata, $"found PSU '{unit}' in stratum '{now}' after it was in stratum '{ledger.StratumOfPsu[unit]}'", "expected each PSU in one stratum"));
        return false;
    }

    private bool HasOneSize(CsvTable row, ProblemLog log)
    {
        var (name, now) = (Text(row, stratum), Number(row, fpc));
        if (ledger.Fpcs.TryAdd(name, (row.File, row.Line, now)) || ledger.Fpcs[name].Fpc == now)
            return true;
        log.Add(new Problem(row.File, row.Line, ProblemCodes.BadFpc, $"found {now} {(stratum < 0 ? "" : $"for stratum '{name}' ")}after {ledger.Fpcs[name].Fpc}", "expected one finite population for a stratum"));
        return false;
    }
}
