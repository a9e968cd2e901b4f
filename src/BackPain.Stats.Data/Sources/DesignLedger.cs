using BackPain.Stats.Surveys;

namespace BackPain.Stats.Data.Sources;

/// <summary>What all files of a study together must agree on, as far as it was seen: in which stratum a PSU is, and the rank of the replicate weights.</summary>
internal sealed class DesignLedger
{
    /// <summary>The stratum of each PSU, where PSUs are not numbered anew in each stratum.</summary>
    public Dictionary<string, string> StratumOfPsu { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each stratum was first seen, where strata have finite populations.</summary>
    public Dictionary<string, (string File, long Line, string Fpc)> Fpcs { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of the rows, where each has one of its own.</summary>
    public PersonIds Ids { get; } = new();

    /// <summary>The replicate weights, row by row.</summary>
    public RowSpace? Replicates { get; set; }

    /// <summary>Whether the replicate weights go with the weights, as whole weights do.</summary>
    public ReplicateLikeness Likeness { get; set; }

    /// <summary>The last line that has been looked at, lines of all files being numbered on.</summary>
    public long LastLine { get; set; }

    /// <summary>Whether there are persons whose replicate weights were not seen one by one, so that nobody knows their rank.</summary>
    public bool HasSumsOnly { get; set; }

    /// <summary>The same, to go back to.</summary>
    public DesignLedger Copy()
    {
        var copy = new DesignLedger();
        copy.TryTakeOver(this);
        return copy;
    }

    /// <summary>Takes over what others have seen; false where they contradict this or each other, and then it is not to be used any more.</summary>
    public bool TryTakeOver(DesignLedger other)
    {
        (HasSumsOnly, LastLine, Likeness) = (HasSumsOnly | other.HasSumsOnly, Math.Max(LastLine, other.LastLine), Likeness + other.Likeness);
        if (!Ids.TryTakeOver(other.Ids))
            return false;
        foreach (var (psu, stratum) in other.StratumOfPsu)
        {
            if (!StratumOfPsu.TryAdd(psu, stratum) && StratumOfPsu[psu] != stratum)
                return false;
        }
        foreach (var (stratum, seen) in other.Fpcs)
        {
            if (!Fpcs.TryAdd(stratum, seen) && Fpcs[stratum].Fpc != seen.Fpc)
                return false;
            if (Fpcs[stratum].File == seen.File && seen.Line < Fpcs[stratum].Line)
                Fpcs[stratum] = seen;
        }
        if (Replicates is not null && other.Replicates is not null && Replicates.Columns != other.Replicates.Columns)
            return false;
        if (other.Replicates is { } replicates)
            (Replicates ??= new RowSpace(replicates.Columns)).Add(replicates);
        return true;
    }
}
