using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

// Problems of sampling designs.
public static partial class ProblemCodes
{
    /// <summary>A weight is too large.</summary>
    public static readonly ProblemCode WeightTooLarge = Error(
        "weight-too-large",
        "A weight, or a sum of weights, is larger than 1e140 for each person, so that its square may be no number.",
        $"Only the ratios of weights matter: divide all of them by one number. Or see that {Settings.Weight} names the right column.");

    /// <summary>A weight is negative.</summary>
    public static readonly ProblemCode NegativeWeight = Error(
        "negative-weight",
        "A weight is negative.",
        $"A weight says for how many persons one stands; correct it, or see that {Settings.Weight} names the right column.");

    /// <summary>A weight is missing.</summary>
    public static readonly ProblemCode MissingWeight = Error(
        "missing-weight",
        "A person has no weight.",
        $"Use {Settings.MissingWeight} drop to leave such persons out and have them "
        + $"counted, or take the weight that everybody asked this question has.");

    /// <summary>A design stratum or PSU is missing.</summary>
    public static readonly ProblemCode MissingDesign = Error(
        "missing-design",
        "A person has no design stratum, no PSU, no SSU or no finite population.",
        "Everybody sampled is somewhere in the design; complete the column, or name the right one.");

    /// <summary>A PSU is in two strata.</summary>
    public static readonly ProblemCode PsuInTwoStrata = Error(
        "psu-in-two-strata",
        "The same PSU occurs in two strata, although PSUs are said not to be numbered anew in each.",
        $"If PSUs are numbered anew in each stratum, use {Settings.Nested} and not {Settings.NotNested}.");

    /// <summary>Finite populations do not fit.</summary>
    public static readonly ProblemCode BadFpc = Error(
        "bad-fpc",
        "The finite populations contradict each other or the sample.",
        $"{Settings.Fpc} names the number of PSUs (of persons, where there are no PSUs) that each stratum has in the population, or the "
        + $"fraction of them that was sampled; and after a comma the number of SSUs (of persons, without {Settings.Ssu}) that each PSU "
        + $"has, or the fraction.");

    /// <summary>Scales of replicates do not fit.</summary>
    public static readonly ProblemCode BadScales = Error(
        "bad-replicate-scales",
        "The scales of replicate weights do not fit the replicate weights.",
        $"The file of {Settings.ReplicateScales} has the columns 'replicate', "
        + $"a column of replicate weights, and 'scale', one row for each.");

    /// <summary>A stratum has one PSU.</summary>
    public static readonly ProblemCode LonelyPsu = Oddity(
        "lonely-psu",
        $"A design stratum has a single PSU, or a PSU a single unit of the second stage, which shows no variance; prevalence refuses it "
        + $"unless {Settings.LonelyPsu} says what to do.",
        $"Merge it with a similar one, or choose with {Settings.LonelyPsu}: certainty (it adds no variance), adjust (its distance from "
        + $"the mean of all), average (the average of the others).");

    /// <summary>Several files have PSUs of the same name.</summary>
    public static readonly ProblemCode SharedPsus = Warning(
        "shared-psus",
        "Files have PSUs of the same name, which are taken for the same PSUs.",
        $"If the files are sites that number their PSUs alike, keep them apart with {Settings.Sites}; if PSUs have a number of their own "
        + $"over all files, say so with {Settings.NotNested}.");
}
