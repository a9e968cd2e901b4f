using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <content>Standard populations and reference rates.</content>
public static partial class ProblemCodes
{
    /// <summary>A file of a standard population or of reference rates cannot be used.</summary>
    public static readonly ProblemCode BadStandard = Error(
        "bad-standard",
        "A file of a standard population or of reference rates says something that cannot be used.",
        $"It has a column for each column of {Settings.Over} and one of weights (reference rates: the columns cases and "
        + $"persons), and each group once.");

    /// <summary>Strata of the standard have no persons.</summary>
    public static readonly ProblemCode MissingStandardStrata = Error(
        "missing-standard-strata",
        "Strata of the standard population have no persons with a known answer in some row of the table.",
        $"Use wider strata with {Settings.Bands}, keep to an age range that the data have with {Settings.Where}, or leave "
        + $"such strata out with {Settings.MissingStrata} renormalize.");

    /// <summary>A level of the data cuts a group of the standard.</summary>
    public static readonly ProblemCode CutStandardGroup = Error(
        "cut-standard-group",
        "A level or limit of the data lies inside a group of the standard population, which cannot be divided.",
        $"Choose {Settings.Bands} and {Settings.Where} so that they begin where groups of the standard begin; 'backpain "
        + $"datasets standard-populations' lists these.");

    /// <summary>Persons are in no group of the standard.</summary>
    public static readonly ProblemCode OutsideStandard = Error(
        "outside-standard",
        "Persons belong to no group of the standard population.",
        $"Leave them out with {Settings.Where}, or use a standard that has their group.");

    /// <summary>Persons are in no group of the reference.</summary>
    public static readonly ProblemCode NoReferenceRate = Error(
        "no-reference-rate",
        "Persons belong to no group of the reference rates, so that no cases can be expected of them.",
        $"Complete the reference rates, or leave these persons out with {Settings.Where}.");
}
