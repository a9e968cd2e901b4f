using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Estimation;

/// <summary>A request for prevalence estimates from a tabulation.</summary>
public sealed record PrevalenceQuestion : DomainQuestion
{
    /// <summary>Whether the counts come from a model, so that an interval computed from them would be meaningless.</summary>
    public bool Modelled { get; init; }

    /// <summary>The interval methods; empty for the default.</summary>
    public IReadOnlyList<IntervalMethod> Methods { get; init; } = [];

    /// <summary>The choices that apply if there is a sampling design.</summary>
    public SurveyChoices Survey { get; init; } = new();

    /// <summary>Whether to apply the NCHS presentation standards to each proportion.</summary>
    public bool ByNchsStandard { get; init; }

    /// <summary>Whether the numbers of cases in the population are requested; they need weights.</summary>
    public bool Totals { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public ConfidenceLevel Level { get; init; } = ConfidenceLevel.Default;
}
