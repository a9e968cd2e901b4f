using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>How a tabulation is written as columns, so that it can be read back: the role of each column stands before its name.</summary>
/// <remarks>
/// <c>outside</c> says why persons are not of the subpopulation, <c>dropped</c> why they are not of the sample,
/// <c>by:NAME</c> holds a level, <c>point:NAME</c>, <c>period:SPAN:NAME</c> and <c>lifetime:NAME</c> hold case or non-case,
/// <c>missing:…</c> beside any of them why it is not known, <c>order:…</c> beside a level its place where a codebook gave the order;
/// <c>n</c>, <c>sum_w</c> and <c>sum_w2</c> hold the sums.
/// Of a sampling design, <c>strata:NAME</c>, <c>psu:NAME</c> and <c>ssu:NAME</c> hold the units,
/// <c>fpc:NAME</c> and <c>fpc2:NAME</c> the finite populations of the two stages,
/// the sums of weights are <c>sum_w:NAME</c> and <c>sum_w2:NAME</c>,
/// <c>replicate:SCALE:NAME</c> hold the sums of replicate weights, and <c>replicate_rank</c> the rank of these.
/// <c>compared:NAME</c> says how the codes of a column were compared,
/// and <c>repeats:NAME</c> that n counts rows, the visits of the persons in a column.
/// </remarks>
public static class TabulationFormat
{
    /// <summary>The column of reasons for not being of the subpopulation.</summary>
    public const string Outside = "outside";

    /// <summary>The column of reasons for not being of the sample.</summary>
    public const string Dropped = "dropped";

    /// <summary>The column of persons.</summary>
    public const string N = "n";

    /// <summary>The column of Σw.</summary>
    public const string SumW = "sum_w";

    /// <summary>The column of Σw².</summary>
    public const string SumW2 = "sum_w2";

    /// <summary>The column of the rank of the replicate weights, the same number in every row.</summary>
    public const string ReplicateRank = "replicate_rank";

    private const string ComparedPrefix = "compared:";
    private const string RepeatsPrefix = "repeats:";
    private const string ByPrefix = "by:";
    private const string ReplicatePrefix = "replicate:";
    private const string MissingPrefix = "missing:";
    private const string OrderPrefix = "order:";

    /// <summary>The name of the column that holds the levels of a key.</summary>
    public static string HeaderOf(KeyColumn column) => column.Role switch
    {
        KeyRole.Outside => Outside,
        KeyRole.By => ByPrefix + column.Name,
        KeyRole.DesignStratum => "strata:" + column.Name,
        KeyRole.Psu => "psu:" + column.Name,
        KeyRole.Ssu => "ssu:" + column.Name,
        KeyRole.Fpc => "fpc:" + column.Name,
        KeyRole.SecondFpc => "fpc2:" + column.Name,
        KeyRole.Outcome => $"{column.Recall!.Type}:{(column.Recall.Span is { } span ? $"{span}:" : "")}{column.Name}",
    };

    /// <summary>The names of the columns of Σw and Σw².</summary>
    public static (string SumW, string SumW2) HeadersOf(Weighting? weighting) =>
        weighting is null ? (SumW, SumW2) : ($"{SumW}:{weighting.Name}", $"{SumW2}:{weighting.Name}");

    /// <summary>The name of the column of the sums of a replicate weight.</summary>
    public static string HeaderOf(Replicate replicate) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReplicatePrefix}{replicate.Scale}:{replicate.Name}");

    /// <summary>The weights that a header tells of; nothing where persons count once.</summary>
    public static Weighting? WeightingOf(IReadOnlyList<string> header) =>
        header.FirstOrDefault(name => name.StartsWith(SumW + ":", StringComparison.Ordinal)) is { } column
            ? new Weighting(column[(SumW.Length + 1)..], [.. header.Select(ReplicateOf).OfType<Replicate>()])
            : null;

    private static Replicate? ReplicateOf(string header) =>
        header.Split(':', 3) is ["replicate", var scale, var name]
        && double.TryParse(scale, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and <= Replicate.LargestScale ? new Replicate(name, number) : null;

    /// <summary>The name of the column that says why a level is not known.</summary>
    public static string MissingHeaderOf(string header) => MissingPrefix + header;

    /// <summary>The name of the column that gives the place of a level among the others.</summary>
    public static string OrderHeaderOf(string header) => OrderPrefix + header;

    /// <summary>The key that a column holds; nothing for the sums, for reasons and for columns that are no part of a tabulation.</summary>
    public static KeyColumn? KeyOf(string header)
    {
        if (header == Outside)
            return KeyColumn.Outside;
        if (header.StartsWith(ByPrefix, StringComparison.Ordinal))
            return KeyColumn.By(header[ByPrefix.Length..]);
        var parts = header.Split(':', 3);
        return parts switch
        {
            ["point", ..] when parts.Length > 1 => KeyColumn.Outcome(header["point:".Length..], RecallPeriod.Point),
            ["lifetime", ..] when parts.Length > 1 => KeyColumn.Outcome(header["lifetime:".Length..], RecallPeriod.Lifetime),
            ["strata", ..] when parts.Length > 1 => KeyColumn.DesignStratum(header["strata:".Length..]),
            ["psu", ..] when parts.Length > 1 => KeyColumn.Psu(header["psu:".Length..]),
            ["ssu", ..] when parts.Length > 1 => KeyColumn.Ssu(header["ssu:".Length..]),
            ["fpc", ..] when parts.Length > 1 => KeyColumn.Fpc(header["fpc:".Length..]),
            ["fpc2", ..] when parts.Length > 1 => KeyColumn.SecondFpc(header["fpc2:".Length..]),
            ["period", var text, var name] when RecallSpan.TryParse(text, out var span) =>
                KeyColumn.Outcome(name, RecallPeriod.Period(span)),
            _ => null,
        };
    }

    /// <summary>The name of the column that says how the codes of a column were compared.</summary>
    public static string ComparedHeaderOf(string column) => ComparedPrefix + column;

    /// <summary>The column of whose codes a header says how they were compared; null for any other header.</summary>
    public static string? ComparedIn(string header) =>
        header.StartsWith(ComparedPrefix, StringComparison.Ordinal) ? header[ComparedPrefix.Length..] : null;

    /// <summary>How codes were compared, as it is written.</summary>
    public static string TextOf(CodeComparison comparison) => comparison == CodeComparison.Texts ? "texts" : "numbers";

    /// <summary>Parses how codes were compared.</summary>
    public static bool TryComparison(string text, out CodeComparison comparison)
    {
        comparison = text == TextOf(CodeComparison.Texts) ? CodeComparison.Texts : CodeComparison.Numbers;
        return text == TextOf(comparison);
    }

    /// <summary>The name of the column that says that rows were visits of the persons in a column.</summary>
    public static string RepeatsHeaderOf(string column) => RepeatsPrefix + column;

    /// <summary>The column of persons of whom a header says that the rows were their visits; null for any other header.</summary>
    public static string? RepeatsIn(string header) =>
        header.StartsWith(RepeatsPrefix, StringComparison.Ordinal) ? header[RepeatsPrefix.Length..] : null;

    /// <summary>The name of the column beside which one of reasons or of the order stands; null for any other column.</summary>
    public static string? KeyBeside(string header) =>
        header.StartsWith(MissingPrefix, StringComparison.Ordinal) ? header[MissingPrefix.Length..]
        : header.StartsWith(OrderPrefix, StringComparison.Ordinal) ? header[OrderPrefix.Length..]
        : null;

    /// <summary>What a header needs to be that of a tabulation that can be used; null if it has all of it.</summary>
    public static string? Missing(IReadOnlyList<string> header)
    {
        if (!Matches(header))
            return $"an outcome such as 'period:P3M:pain', and {N}, {SumW} and {SumW2}";
        if (header.Select(KeyOf).OfType<KeyColumn>().Where(key => key.IsDesign).GroupBy(key => key.Role).Any(group => group.Count() > 1))
            return "one column each of strata, PSUs and finite populations";
        if (header.Select(KeyOf).OfType<KeyColumn>().GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"one column '{HeaderOf(twice.Key)}'";
        if (header.Count(name => name == SumW || name.StartsWith(SumW + ":", StringComparison.Ordinal)) > 1)
            return $"one column '{SumW}'";
        return header.Any(name =>
            name.StartsWith(ReplicatePrefix, StringComparison.Ordinal)
            && (ReplicateOf(name) is not { } replicate || HeaderOf(replicate) != name || WeightingOf(header) is null))
            ? $"replicate weights as '{ReplicatePrefix}SCALE:NAME', each with a scale of 0 or more, beside '{SumW}:WEIGHT'"
            : null;
    }

    /// <summary>Whether a header is that of a tabulation.</summary>
    public static bool Matches(IReadOnlyList<string> header) =>
        HeadersOf(WeightingOf(header)) is var (sumW, sumW2)
        && header.Contains(N)
        && header.Contains(sumW)
        && header.Contains(sumW2)
        && header.Any(name => KeyOf(name)?.Role == KeyRole.Outcome);
}
