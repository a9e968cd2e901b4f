using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Estimation;

/// <summary>What to do with persons whose stratum is not known.</summary>
public enum UnknownStratum
{
    /// <summary>Leave them out of that breakdown, and count them.</summary>
    Drop,

    /// <summary>Show them as a stratum of their own.</summary>
    Level,
}

/// <summary>What is asked of a tabulation.</summary>
public sealed record PrevalenceQuestion
{
    /// <summary>The breakdowns, each besides the overall figure.</summary>
    public IReadOnlyList<Stratification> Stratifications { get; init; } = [];

    /// <summary>Whether the figure for everybody together is wanted.</summary>
    public bool Overall { get; init; } = true;

    /// <summary>Whether strata without anybody have a row.</summary>
    public bool EmptyStrata { get; init; } = true;

    /// <summary>What to do with persons whose stratum is not known.</summary>
    public UnknownStratum UnknownStratum { get; init; } = UnknownStratum.Drop;

    /// <summary>Whether the counts come out of a model, so that an interval from them would mean nothing.</summary>
    public bool Modelled { get; init; }

    /// <summary>The interval methods; none for the usual one.</summary>
    public IReadOnlyList<IntervalMethod> Methods { get; init; } = [];

    /// <summary>What is chosen for a sampling design, where there is one.</summary>
    public SurveyChoices Survey { get; init; } = new();

    /// <summary>Whether the NCHS presentation standards are to judge each proportion.</summary>
    public bool ByNchsStandard { get; init; }

    /// <summary>The confidence level.</summary>
    public ConfidenceLevel Level { get; init; } = ConfidenceLevel.Default;
}
