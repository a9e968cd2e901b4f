
namespace BackPain.Stats.Data.Engines;

/// <summary>What numbers a column holds, by its type.</summary>
internal enum NumberKind
{
    /// <summary>None, or nobody knows.</summary>
    None,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers that an 8-byte float holds as they are written.</summary>
    Real,

    /// <summary>Numbers of single precision, which are written shorter than they are.</summary>
    Single,
}
