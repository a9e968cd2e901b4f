using BackPain.Stats.Designs;

namespace BackPain.Stats.Surveys;

/// <summary>The choices that remain once the design is known.</summary>
public sealed record SurveyChoices
{
    /// <summary>The degrees of freedom.</summary>
    public DegreesOfFreedomRule DegreesOfFreedom { get; init; } = DegreesOfFreedomRule.OfDomain;

    /// <summary>How to treat strata with a single PSU.</summary>
    public LonelyPsuPolicy LonelyPsu { get; init; } = LonelyPsuPolicy.Fail;

    /// <summary>The centre of the estimates from replicate weights.</summary>
    public ReplicateCentre ReplicateCentre { get; init; } = ReplicateCentre.Estimate;

    /// <summary>The upper bound of Korn and Graubard's effective size.</summary>
    public EffectiveSizeCap EffectiveSizeCap { get; init; } = EffectiveSizeCap.Persons;
}
