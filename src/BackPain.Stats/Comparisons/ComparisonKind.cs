namespace BackPain.Stats.Comparisons;

/// <summary>What a row of an answer is.</summary>
public enum ComparisonKind
{
    /// <summary>An interval of a measure.</summary>
    Interval,

    /// <summary>A test of no difference.</summary>
    Test,

    /// <summary>A test of whether a measure is the same in all strata of an adjustment.</summary>
    Homogeneity,

    /// <summary>A test of whether prevalence rises or falls with the scores of groups.</summary>
    Trend,

    /// <summary>A test of what the trend leaves unexplained.</summary>
    Departure,
}
