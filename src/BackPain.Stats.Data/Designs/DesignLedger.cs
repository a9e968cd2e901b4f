using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>
/// What all files of a study together must agree on, as far as it was seen: in which stratum a PSU is, and the rank of the replicate
/// weights.
/// </summary>
internal sealed class DesignLedger
{
    /// <summary>The strata in which each PSU was seen, where PSUs are not numbered anew in each stratum.</summary>
    public DesignPairs StrataOfPsus { get; } = new();

    /// <summary>The finite populations that each stratum was said to have.</summary>
    public DesignPairs SizesOfStrata { get; } = new();

    /// <summary>The finite populations that each PSU was said to have at the second stage.</summary>
    public DesignPairs SizesOfPsus { get; } = new();

    /// <summary>The number of the file that is being read, from 0.</summary>
    public int FileNumber { get; set; }

    /// <summary>The ids of the rows, where each has one of its own.</summary>
    public PersonIds Ids { get; } = new();

    /// <summary>How many persons have been counted.</summary>
    public HeadCount Heads { get; init; } = new();

    /// <summary>The grouped rows that may be of one stratum.</summary>
    public List<AlikeRows> Alike { get; } = [];

    /// <summary>The file of the scales of replicate weights; null if there is none.</summary>
    public ScalesFile? Scales { get; set; }

    /// <summary>The replicate weights, row by row.</summary>
    public ReplicateRankSketch? Replicates { get; set; }

    /// <summary>Whether the replicate weights go with the weights, as whole weights do.</summary>
    public ReplicateLikeness Likeness { get; set; }

    /// <summary>The last line that has been looked at, lines of all files being numbered on.</summary>
    public long LastLine { get; set; }

    /// <summary>Whether there are persons whose replicate weights were not seen one by one, so that nobody knows their rank.</summary>
    public bool HasSumsOnly { get; set; }

    /// <summary>The same, to go back to.</summary>
    public DesignLedger Copy()
    {
        var copy = new DesignLedger { Heads = Heads };
        copy.TryTakeOver(this);
        return copy;
    }

    /// <summary>
    /// Takes over what others have seen; false if they have other replicate weights, and then it is not to be used any more.
    /// </summary>
    public bool TryTakeOver(DesignLedger other)
    {
        HasSumsOnly |= other.HasSumsOnly;
        LastLine = Math.Max(LastLine, other.LastLine);
        Likeness += other.Likeness;
        if (!Ids.TryTakeOver(other.Ids))
            return false;
        StrataOfPsus.Add(other.StrataOfPsus);
        SizesOfStrata.Add(other.SizesOfStrata);
        SizesOfPsus.Add(other.SizesOfPsus);
        Alike.AddRange(other.Alike);
        Scales = other.Scales ?? Scales;
        FileNumber = Math.Max(FileNumber, other.FileNumber);
        if (Replicates is not null && other.Replicates is not null && Replicates.Columns != other.Replicates.Columns)
            return false;
        if (other.Replicates is { } replicates)
            (Replicates ??= new ReplicateRankSketch(replicates.Columns)).Add(replicates);
        return true;
    }

    /// <summary>The rank of the replicate weights. What some files do not show of it, others cannot make up for.</summary>
    /// <param name="ofSums">What is known of it where some persons came as sums.</param>
    public ReplicateRank RankOr(ReplicateRank ofSums) =>
        HasSumsOnly ? ofSums : Replicates is null ? ReplicateRank.None : ReplicateRank.Of(Replicates.Rank);

    /// <summary>Where the finite populations were first seen that an error is about.</summary>
    /// <param name="error">The error.</param>
    /// <param name="nameOf">The name that the error has for a stratum.</param>
    /// <param name="holdsText">Whether a column holds text.</param>
    public IEnumerable<RowPlace> PlacesOf(SamplingDesignException error, Func<string, string> nameOf, Func<string, bool> holdsText) =>
        from seen in (error.Psu is null ? SizesOfStrata : SizesOfPsus).Places(holdsText)
        where nameOf(seen.Of.Stratum) == error.Stratum && seen.Of.Psu == (error.Psu ?? "")
        select seen.Place;

    /// <summary>Tells what contradicts each other, now that it is known which columns hold text.</summary>
    public void Tell(Func<string, bool> holdsText, ProblemLog log)
    {
        foreach (var pair in Alike.Where(pair => pair.AreOne(holdsText)).DistinctBy(pair => (pair.File, pair.Line)))
            log.Add(AlikeRows.Problem(pair.File, pair.First, pair.Line));
        foreach (var ((_, psu), first, other) in StrataOfPsus.Contradictions(holdsText))
        {
            var found = $"found PSU '{psu}' in stratum '{other.Value}' after it was in stratum '{first}'";
            Add(other.Place, ProblemCodes.PsuInTwoStrata, found, "expected each PSU in one stratum");
        }
        foreach (var ((stratum, _), first, other) in SizesOfStrata.Contradictions(holdsText))
        {
            var found = $"found {other.Value} {(stratum.Length == 0 ? "" : $"for stratum '{stratum}' ")}after {first}";
            Add(other.Place, ProblemCodes.BadFpc, found, "expected one finite population for a stratum");
        }
        foreach (var ((stratum, psu), first, other) in SizesOfPsus.Contradictions(holdsText))
        {
            var found = $"found {other.Value} for PSU '{psu}' {(stratum.Length == 0 ? "" : $"of stratum '{stratum}' ")}after {first}";
            Add(other.Place, ProblemCodes.BadFpc, found, "expected one finite population for a PSU");
        }

        void Add(RowPlace place, ProblemCode code, string found, string expected) =>
            log.Add(new Problem(place.File, place.Line, code, found, expected));
    }
}
