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
        "The estimate divides by zero, so it is infinite.");

    /// <summary>The logarithmic interval is undefined or has no width, and Koopman's limits are given.</summary>
    public static readonly Note LogRatioUndefined = new(
        "log-ratio-undefined",
        "The logarithmic interval is undefined where a group has no cases, and has no width where everybody is a case; "
        + "Koopman's score limits are given.");

    /// <summary>Woolf's interval is undefined when a cell of the table is 0.</summary>
    public static readonly Note WoolfUndefined = new(
        "woolf-undefined",
        "A cell of the table is 0, so Woolf's standard error is undefined and there is no interval; use another method.");

    /// <summary>Both groups are wholly cases or non-cases in a way that leaves no logarithm, so a ratio has no interval.</summary>
    public static readonly Note RatioAtEdge = new(
        "no-ratio-interval",
        "A group has no cases, or nothing but cases; there the data show no variance of the logarithm, so there is no interval.");

    /// <summary>A prevalence is 0 or 1, and the interval of the difference comes from the Korn–Graubard limits of each group.</summary>
    public static readonly Note DifferenceAtEdge = new(
        "difference-at-edge",
        "A group has no cases, or nothing but cases, and shows no variance; "
        + "the limits of the difference are combined from the Korn–Graubard limits of each group.");

    /// <summary>A replicate has a prevalence of 0 or 1, so that its logarithm is undefined.</summary>
    public static readonly Note ReplicateAtEdge = new(
        "replicate-at-edge",
        "By some replicate weights a group has no cases, or nothing but cases, so that the logarithm is undefined; "
        + "the variance is that of the delta method.");

    /// <summary>The interval is one of a family that holds simultaneously.</summary>
    public static readonly Note Simultaneous = new(
        "simultaneous",
        "All intervals of the family together have the level that is shown; each one by itself has a higher one.");

    /// <summary>The sampling design does not allow a test of all groups.</summary>
    public static readonly Note DesignTestUndefined = new(
        "design-test-undefined",
        "The test of all groups is undefined: nobody or everybody is a case, a group shows no variance, or the design leaves too few "
        + "degrees of freedom.");

    /// <summary>There are too many persons for an exact method.</summary>
    public static readonly Note TooManyForExact = new(
        "too-many-for-exact",
        "Exact methods are not computed for more than 10¹² persons; other methods agree with them there.");

    /// <summary>A pooled test is undefined.</summary>
    public static readonly Note StratifiedTestUndefined = new(
        "stratified-test-undefined",
        "Too few strata have both groups with both cases and non-cases, so the test over the strata is undefined.");

    /// <summary>No stratum has both groups.</summary>
    public static readonly Note NoStrata = new(
        "no-strata",
        "No stratum of the adjustment has persons of both groups, so there is nothing to pool.");

    /// <summary>A sum over the strata is 0, so that a pooled estimate has no interval.</summary>
    public static readonly Note PooledAtEdge = new(
        "pooled-at-edge",
        "Over all strata a sum of the Mantel–Haenszel estimate is 0, or there is no variance; the estimate has no interval.");

    /// <summary>There is no trend to estimate.</summary>
    public static readonly Note TrendUndefined = new(
        "trend-undefined",
        "The trend is undefined: nobody or everybody is a case, there are too few groups or scores, or no finite slope is the best.");
}
