using BackPain.Stats.Definitions;

namespace BackPain.Stats.Tabulations;

/// <summary>What a key is for.</summary>
public enum KeyRole
{
    /// <summary>Why persons are not of the subpopulation.</summary>
    Outside,

    /// <summary>A column to break down by.</summary>
    By,

    /// <summary>An outcome: case, non-case, or why missing.</summary>
    Outcome,
}

/// <summary>A key of a tabulation, before its levels are known.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Name">The column it comes from.</param>
/// <param name="Recall">For an outcome: point, period or lifetime.</param>
public sealed record KeyColumn(KeyRole Role, string Name, RecallPeriod? Recall = null)
{
    /// <summary>The key that says why persons are not of the subpopulation.</summary>
    public static KeyColumn Outside { get; } = new(KeyRole.Outside, "outside");

    /// <summary>A column to break down by.</summary>
    public static KeyColumn By(string column) => new(KeyRole.By, column);

    /// <summary>An outcome.</summary>
    public static KeyColumn Outcome(string column, RecallPeriod recall) => new(KeyRole.Outcome, column, recall);
}
