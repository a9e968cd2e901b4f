using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Estimation;

/// <summary>What is asked of a tabulation.</summary>
public sealed record PrevalenceQuestion : DomainQuestion
{
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
