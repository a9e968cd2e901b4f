using System.Globalization;
using BackPain.Stats.Designs;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>A sampling design in words, for footnotes.</summary>
internal static class DesignSentences
{
    /// <summary>What was sampled, how the variance is estimated, and with which degrees of freedom.</summary>
    public static IEnumerable<string> On(DesignSummary design)
    {
        yield return $"Design: {string.Join(", ", PartsOf(design))}. Cases and n are counts of the sample.";
        yield return design.Frame is { } frame
            ? $"Variance by linearization among {(frame.HasPsus ? "PSUs" : "persons")}{StagesOf(design, frame)}{LonelyOf(design, frame)}."
            : $"Variance among the replicates around {CentreOf(design)}.";
        yield return $"Degrees of freedom: {design.Choices.DegreesOfFreedom.InWords}{DesignDegrees(design)}.";
    }

    private static IEnumerable<string> PartsOf(DesignSummary design)
    {
        yield return design.Weight is { } weight ? $"weights {weight} (sum {Number(design.SumOfWeights)})"
            : design.HasInferredWeights
                ? $"weights {design.InferredWeightFormula}, inferred from {design.FpcColumns} (sum {Number(design.SumOfWeights)})"
                : "no weights";
        if (design.Replicates > 0)
            yield return $"{design.Replicates} replicate weights";
        if (design.Frame is not { } frame)
            yield break;
        yield return frame.HasStrata ? $"{Counted(frame.Strata.Count, "stratum", "strata")} ({design.StrataColumn})" : "no strata";
        yield return frame.HasPsus
            ? $"{Counted(frame.Units, "PSU", "PSUs")} ({design.PsuColumn})"
            : $"{Counted(frame.Units, "person", "persons")}, no clusters";
        if (frame.Second is { HasSsus: true } second)
            yield return $"{Counted(second.Units, "SSU", "SSUs")} ({design.SsuColumn})";
    }

    /// <summary>What the variance takes in of each stage of sampling.</summary>
    private static string StagesOf(DesignSummary design, SamplingFrame frame)
    {
        if (!frame.HasFinitePopulations)
            return $", as if drawn with replacement{(frame.Second is null ? "" : ", so that what was sampled inside them adds nothing")}";
        if (frame.Second is not { } second)
            return $", with the finite populations {design.FpcColumns}, of the first stage only";
        var inside = $" and among {(second.HasSsus ? "SSUs" : "persons")} inside them, with the finite populations {design.FpcColumns}";
        return second.HasFinitePopulations ? inside : $"{inside} of the first stage, and as if drawn with replacement at the second";
    }

    private static string DesignDegrees(DesignSummary design) =>
        design.Choices.DegreesOfFreedom == DegreesOfFreedomRule.OfDomain || design.Choices.DegreesOfFreedom == DegreesOfFreedomRule.OfDesign
            ? design.Variance.DegreesOfFreedom is { } df
                ? $" ({Number(df)} in all{(design.Frame is null ? ", by the rank of the replicate weights" : "")})"
                : " (not known: the rank of the replicate weights of several tabulations cannot be told; use --df)"
            : "";

    private static string LonelyOf(DesignSummary design, SamplingFrame frame)
    {
        var lonely = frame.Strata.Count(stratum => stratum.IsLonely);
        var inside = frame.Second?.Lonely.Count ?? 0;
        string[] counts =
        [
            .. lonely == 0 ? [] : new[] { $"{Counted(lonely, "stratum", "strata")} of one PSU" },
            .. inside == 0 ? [] : new[] { $"{Counted(inside, "PSU", "PSUs")} of one {(frame.Second!.HasSsus ? "SSU" : "person")}" },
        ];
        return counts.Length == 0 ? "" : $"; {string.Join(" and ", counts)}: {design.Choices.LonelyPsu}";
    }

    private static string CentreOf(DesignSummary design) =>
        design.Choices.ReplicateCentre == ReplicateCentre.Estimate ? "the estimate by the full weight" : "their mean";

    private static string Counted(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
