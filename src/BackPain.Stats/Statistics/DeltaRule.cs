namespace BackPain.Stats.Statistics;

/// <summary>Functions of statistics with their derivatives.</summary>
public static class DeltaRule
{
    /// <summary>a − b.</summary>
    public static LinearizedStatistic Difference(LinearizedStatistic a, LinearizedStatistic b) =>
        new CombinedStatistic([a, b], values => values[0] - values[1], [1, -1]);

    /// <summary>ln a.</summary>
    public static LinearizedStatistic Log(LinearizedStatistic a) =>
        new CombinedStatistic([a], values => Math.Log(values[0]), [1 / a.Value]);

    /// <summary>ln(a/(1 − a)).</summary>
    public static LinearizedStatistic Logit(LinearizedStatistic a) =>
        new CombinedStatistic([a], values => Math.Log(values[0] / (1 - values[0])), [1 / (a.Value * (1 - a.Value))]);

    /// <summary>ln a − ln b, the logarithm of a ratio.</summary>
    public static LinearizedStatistic LogRatio(LinearizedStatistic a, LinearizedStatistic b) => Difference(Log(a), Log(b));

    /// <summary>logit a − logit b, the logarithm of an odds ratio.</summary>
    public static LinearizedStatistic LogOddsRatio(LinearizedStatistic a, LinearizedStatistic b) => Difference(Logit(a), Logit(b));

    /// <summary>Σ cₖ·aₖ, such as a standardized prevalence.</summary>
    public static LinearizedStatistic Sum(IReadOnlyList<double> coefficients, IReadOnlyList<LinearizedStatistic> parts) =>
        new CombinedStatistic(parts, values => values.Zip(coefficients).Sum(pair => pair.First * pair.Second), coefficients);
}
