using BackPain.Stats.Designs;

namespace BackPain.Stats.Surveys;

/// <summary>What is left to choose once the design is known.</summary>
public sealed record SurveyChoices
{
    /// <summary>The degrees of freedom.</summary>
    public DegreesOfFreedomRule DegreesOfFreedom { get; init; } = DegreesOfFreedomRule.OfDomain;

    /// <summary>What to do with strata of one PSU.</summary>
    public LonelyPsuPolicy LonelyPsu { get; init; } = LonelyPsuPolicy.Fail;

    /// <summary>Around what estimates by replicate weights vary.</summary>
    public ReplicateCentre ReplicateCentre { get; init; } = ReplicateCentre.Estimate;

    /// <summary>To what Korn and Graubard's effective size is held.</summary>
    public EffectiveSizeCap EffectiveSizeCap { get; init; } = EffectiveSizeCap.Persons;
}
