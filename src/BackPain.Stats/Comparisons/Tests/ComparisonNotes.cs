using BackPain.Stats.Definitions;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>What the reader of a comparison of two groups may have to know.</summary>
public static class ComparisonNotes
{
    /// <summary>Nobody or everybody is a case, so that the test is undefined.</summary>
    public static readonly Note TestUndefined = new(
        "test-undefined",
        "Nobody or everybody is a case in both groups, so the test statistic is undefined.");

    /// <summary>Neither group has a case.</summary>
    public static readonly Note NoRatio = new(
        "no-ratio",
        "Neither group has a case, so there is no ratio: anything from 0 to infinity is possible.");

    /// <summary>Nobody or everybody is a case in both groups.</summary>
    public static readonly Note NoOddsRatio = new(
        "no-odds-ratio",
        "Nobody or everybody is a case in both groups, so there is no odds ratio: anything from 0 to infinity is possible.");

    /// <summary>The reference has no cases, or no non-cases, so that the estimate is infinite.</summary>
    public static readonly Note InfiniteRatio = new(
        "infinite-ratio",
        "The estimate divides by zero, so it is infinite; the lower limit is finite.");

    /// <summary>The logarithmic interval is undefined or has no width, and Koopman's limits are given.</summary>
    public static readonly Note LogRatioUndefined = new(
        "log-ratio-undefined",
        "The logarithmic interval is undefined where a group has no cases, and has no width where everybody is a case; "
        + "Koopman's score limits are given.");

    /// <summary>Woolf's interval is undefined when a cell of the table is 0.</summary>
    public static readonly Note WoolfUndefined = new(
        "woolf-undefined",
        "A cell of the table is 0, so Woolf's standard error is undefined and there is no interval; use another method.");
}
