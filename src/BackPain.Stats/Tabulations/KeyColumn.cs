using BackPain.Stats.Definitions;

namespace BackPain.Stats.Tabulations;

/// <summary>What a key is for.</summary>
public enum KeyRole
{
    /// <summary>The stratum of the sampling design.</summary>
    DesignStratum,

    /// <summary>The primary sampling unit, by its name within its stratum.</summary>
    Psu,

    /// <summary>The unit of the second stage of sampling, by its name within its PSU.</summary>
    Ssu,

    /// <summary>The size of the population of a design stratum, or the fraction of it that was sampled.</summary>
    Fpc,

    /// <summary>The size of the population of a PSU at the second stage, or the fraction of it that was sampled.</summary>
    SecondFpc,

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

    /// <summary>The stratum of the sampling design.</summary>
    public static KeyColumn DesignStratum(string column) => new(KeyRole.DesignStratum, column);

    /// <summary>The primary sampling unit.</summary>
    public static KeyColumn Psu(string column) => new(KeyRole.Psu, column);

    /// <summary>The unit of the second stage.</summary>
    public static KeyColumn Ssu(string column) => new(KeyRole.Ssu, column);

    /// <summary>The finite population of a design stratum.</summary>
    public static KeyColumn Fpc(string column) => new(KeyRole.Fpc, column);

    /// <summary>The finite population of a PSU.</summary>
    public static KeyColumn SecondFpc(string column) => new(KeyRole.SecondFpc, column);

    /// <summary>A column to break down by.</summary>
    public static KeyColumn By(string column) => new(KeyRole.By, column);

    /// <summary>Whether it is part of the sampling design.</summary>
    public bool IsDesign => Role is KeyRole.DesignStratum or KeyRole.Psu or KeyRole.Ssu or KeyRole.Fpc or KeyRole.SecondFpc;

    /// <summary>An outcome.</summary>
    public static KeyColumn Outcome(string column, RecallPeriod recall) => new(KeyRole.Outcome, column, recall);
}
