
namespace BackPain.Stats.Data.Codebooks;

/// <summary>How the codes of a column are compared.</summary>
public enum CodeComparison
{
    /// <summary>As numbers if every value that is not missing is one, and else as texts.</summary>
    Undecided,

    /// <summary>As numbers: 1, 1.0 and 01 are one code.</summary>
    Numbers,

    /// <summary>As texts, character by character.</summary>
    Texts,
}
