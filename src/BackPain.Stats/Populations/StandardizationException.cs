using BackPain.Stats.Definitions;

namespace BackPain.Stats.Populations;

/// <summary>Why data cannot be standardized to a population.</summary>
public enum StandardizationFault
{
    /// <summary>A level of the data, or the range of the data, divides a group of the standard.</summary>
    CutGroup,

    /// <summary>Persons belong to no group of the standard.</summary>
    OutsideStandard,

    /// <summary>Groups of the standard have no persons.</summary>
    MissingStrata,

    /// <summary>Persons belong to no group of the reference, so that no cases can be expected of them.</summary>
    NoReferenceRate,
}

/// <summary>The data and a standard or reference population do not go together.</summary>
/// <param name="fault">Why not.</param>
/// <param name="found">What was found, as part of a sentence.</param>
/// <param name="expected">What was expected, as part of a sentence.</param>
public sealed class StandardizationException(StandardizationFault fault, string found, string expected)
    : RefusalException(Refusal.Data, $"{found}; {expected}.")
{
    /// <summary>Why not.</summary>
    public StandardizationFault Fault => fault;

    /// <summary>Returns the same for another reason.</summary>
    internal StandardizationException As(StandardizationFault other) => new(other, found, expected);
}
