using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>Why persons are not in a figure.</summary>
public enum AttritionStep
{
    /// <summary>They do not belong to the subpopulation, or it is not known whether they do.</summary>
    Outside,

    /// <summary>They were not asked: other rows or files are about this outcome.</summary>
    NotAsked,

    /// <summary>Their weight is 0: they are part of the design and of no figure.</summary>
    ZeroWeight,

    /// <summary>Their outcome is not known.</summary>
    OutcomeMissing,

    /// <summary>Their outcome is known, but not their stratum.</summary>
    StratumMissing,
}

/// <summary>Persons who are in the data but not in a figure, and why. With these, every person read is accounted for.</summary>
/// <param name="Step">Which kind of reason.</param>
/// <param name="Outcome">The outcome; nothing where it concerns all outcomes.</param>
/// <param name="Stratification">The breakdown; nothing where it concerns all breakdowns.</param>
/// <param name="Column">The column the reason is found in.</param>
/// <param name="Reason">The reason: the missing code, or the condition.</param>
/// <param name="Persons">How many.</param>
public sealed record Attrition(AttritionStep Step, KeyColumn? Outcome, Stratification? Stratification, string Column, string Reason, long Persons);
