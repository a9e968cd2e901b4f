using BackPain.Stats.Comparisons.Families;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Comparisons;

/// <summary>A request for comparisons of groups. Each of its stratifications ends with the grouping columns.</summary>
public sealed record ComparisonQuestion : DomainQuestion
{
    /// <summary>The columns whose crossed levels are the groups.</summary>
    public required Stratification Groups { get; init; }

    /// <summary>The level of each grouping column in the reference; empty for the first group.</summary>
    public IReadOnlyList<StratumLevel> Reference { get; init; } = [];

    /// <summary>Which groups are compared with which.</summary>
    public PairRule Pairs { get; init; } = PairRule.WithReference;

    /// <summary>The measures.</summary>
    public IReadOnlyList<ComparisonMeasure> Measures { get; init; } = ComparisonMeasure.All;

    /// <summary>The interval methods without a sampling design; a measure without one has its default.</summary>
    public IReadOnlyList<ComparisonMethod> Methods { get; init; } = [];

    /// <summary>The tests without a sampling design; empty for the default.</summary>
    public IReadOnlyList<TwoGroupTest> Tests { get; init; } = [];

    /// <summary>The tests of all groups under a sampling design; empty for the default.</summary>
    public IReadOnlyList<DesignTest> DesignTests { get; init; } = [];

    /// <summary>The columns within whose levels groups are compared and pooled, beside the crude comparison; null for none.</summary>
    public Stratification? Adjustment { get; init; }

    /// <summary>The scores of groups in a trend; null if no trend is asked for.</summary>
    public TrendScores? Scores { get; init; }

    /// <summary>How the p values of the pairs of one outcome in one stratum are adjusted.</summary>
    public Multiplicity Multiplicity { get; init; } = Multiplicities.Default;

    /// <summary>The choices that apply if there is a sampling design.</summary>
    public SurveyChoices Survey { get; init; } = new();

    /// <summary>The confidence level of the intervals.</summary>
    public ConfidenceLevel Level { get; init; } = ConfidenceLevel.Default;

    /// <summary>The methods used for a measure without a sampling design.</summary>
    public IReadOnlyList<ComparisonMethod> MethodsOf(ComparisonMeasure measure) =>
        Methods.Any(method => method.Measure == measure)
            ? [.. Methods.Where(method => method.Measure == measure)]
            : [ComparisonMethods.DefaultOf(measure)];
}
