using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Populations;
using BackPain.Stats.Rates;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Standardization;

/// <summary>What to do about strata of the standard without persons.</summary>
public enum MissingStrata
{
    /// <summary>Refuse, and list them.</summary>
    Fail,

    /// <summary>Leave them out of the row that lacks them; the others are made to add up to 1.</summary>
    Renormalize,

    /// <summary>Leave out of every row of a breakdown what any of them lacks, so that rows can be compared.</summary>
    RenormalizeInCommon,
}

/// <summary>A request to standardize prevalences.</summary>
public sealed record StandardizationQuestion : DomainQuestion
{
    /// <summary>What to standardize to.</summary>
    public required StandardizationTarget Target { get; init; }

    /// <summary>The columns whose mix is standardized, in the order of the target's columns.</summary>
    public required IReadOnlyList<string> Over { get; init; }

    /// <summary>The limits of the data in each of these columns.</summary>
    public required IReadOnlyList<DataLimits> Limits { get; init; }

    /// <summary>What to do about strata without persons.</summary>
    public MissingStrata MissingStrata { get; init; } = MissingStrata.Fail;

    /// <summary>The interval methods for one proportion; with no others, none for the default.</summary>
    public IReadOnlyList<IntervalMethod> Methods { get; init; } = [];

    /// <summary>The methods that only standardization has.</summary>
    public IReadOnlyList<StandardizationMethod> OwnMethods { get; init; } = [];

    /// <summary>Whether n_eff is computed as the NCHS macro does.</summary>
    public bool ByNchsStandardErrors { get; init; }

    /// <summary>Whether the numbers of cases in the population are requested.</summary>
    public bool Totals { get; init; }

    /// <summary>Whether the counts come from a model, so that an interval computed from them would be meaningless.</summary>
    public bool Modelled { get; init; }

    /// <summary>The choices that apply if there is a sampling design.</summary>
    public SurveyChoices Survey { get; init; } = new();

    /// <summary>The confidence level of the intervals.</summary>
    public ConfidenceLevel Level { get; init; } = ConfidenceLevel.Default;
}
