using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>A score interval: all values of the measure that a score test does not reject.</summary>
public abstract class ScoreMethod : ComparisonMethod
{
    /// <summary>The letter for a value of the measure in formulas.</summary>
    protected abstract string Letter { get; }

    /// <summary>What is squared at a limit to give z², in symbols.</summary>
    protected abstract string StatisticInSymbols { get; }

    /// <summary>The score, |S|, at a value of the measure other than the estimate.</summary>
    protected abstract double ScoreAt(TwoGroups groups, double value);

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        var z = Z(level);
        yield return Quantile(level);
        if (limits.Lower > Measure.Lowest)
        {
            yield return new(
                ExplanationStep.Lower,
                $"the {Letter} below the estimate at which {StatisticInSymbols} = z",
                $"S({Letter}) = {z}",
                limits.Lower);
            yield return new("check", $"{StatisticInSymbols} at the lower limit", $"S({limits.Lower})", ScoreAt(groups, limits.Lower));
        }
        if (limits.Upper < Measure.Highest)
        {
            yield return new(
                ExplanationStep.Upper,
                $"the {Letter} above the estimate at which {StatisticInSymbols} = z",
                $"S({Letter}) = {z}",
                limits.Upper);
            yield return new("check", $"{StatisticInSymbols} at the upper limit", $"S({limits.Upper})", ScoreAt(groups, limits.Upper));
        }
    }
}
