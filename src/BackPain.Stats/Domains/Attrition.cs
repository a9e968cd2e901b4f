using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>Why persons are not included in a figure.</summary>
public enum AttritionStep
{
    /// <summary>They do not belong to the subpopulation, or it is unknown whether they do.</summary>
    Outside,

    /// <summary>They were not asked, because their rows or files are about other outcomes.</summary>
    NotAsked,

    /// <summary>They have zero weight: they are part of the design, but not of any figure.</summary>
    ZeroWeight,

    /// <summary>Their outcome is unknown.</summary>
    OutcomeMissing,

    /// <summary>Their outcome is known, but their stratum is unknown.</summary>
    StratumMissing,
}

/// <summary>
/// Persons who are in the data but not in a figure, and why. Together with the figures, these account for every person read.
/// </summary>
/// <param name="Step">The category of the reason.</param>
/// <param name="Outcome">The outcome; null if all outcomes are concerned.</param>
/// <param name="Stratification">The breakdown; null if all breakdowns are concerned.</param>
/// <param name="Column">The column that the reason comes from.</param>
/// <param name="Reason">The reason: a missing code or a condition.</param>
/// <param name="Persons">The number of persons.</param>
public sealed record Attrition(
    AttritionStep Step, KeyColumn? Outcome, Stratification? Stratification, string Column, string Reason, long Persons);
