using BackPain.Stats.Definitions;

namespace BackPain.Stats.Tabulations;

/// <summary>The purpose of a key. Keys are ordered as these are declared; see <see cref="KeyLayout"/>.</summary>
public enum KeyRole
{
    /// <summary>The stratum of the sampling design.</summary>
    DesignStratum,

    /// <summary>The primary sampling unit (PSU), identified within its design stratum.</summary>
    Psu,

    /// <summary>The secondary sampling unit (SSU), identified within its PSU.</summary>
    Ssu,

    /// <summary>The population size of a design stratum in first-stage units, or the sampling fraction.</summary>
    Fpc,

    /// <summary>The population size of a PSU in second-stage units, or the second-stage sampling fraction.</summary>
    SecondFpc,

    /// <summary>The reason why persons are outside the subpopulation.</summary>
    Outside,

    /// <summary>A column to break down by.</summary>
    By,

    /// <summary>An outcome: case, non-case, or the reason why it is missing.</summary>
    Outcome,
}

/// <summary>A key of a tabulation, without its levels.</summary>
/// <param name="Role">The purpose of the key.</param>
/// <param name="Name">The column that the key comes from.</param>
/// <param name="Recall">The recall period of an outcome; null for other keys.</param>
public sealed record KeyColumn(KeyRole Role, string Name, RecallPeriod? Recall = null)
{
    /// <summary>The key for the reason why persons are outside the subpopulation.</summary>
    public static KeyColumn Outside { get; } = new(KeyRole.Outside, "outside");

    /// <summary>Creates the key for the stratum of the sampling design.</summary>
    public static KeyColumn DesignStratum(string column) => new(KeyRole.DesignStratum, column);

    /// <summary>Creates the key for the primary sampling unit.</summary>
    public static KeyColumn Psu(string column) => new(KeyRole.Psu, column);

    /// <summary>Creates the key for the secondary sampling unit.</summary>
    public static KeyColumn Ssu(string column) => new(KeyRole.Ssu, column);

    /// <summary>Creates the key for the finite population of a design stratum.</summary>
    public static KeyColumn Fpc(string column) => new(KeyRole.Fpc, column);

    /// <summary>Creates the key for the finite population of a PSU.</summary>
    public static KeyColumn SecondFpc(string column) => new(KeyRole.SecondFpc, column);

    /// <summary>Creates the key for a column to break down by.</summary>
    public static KeyColumn By(string column) => new(KeyRole.By, column);

    /// <summary>Whether the key is part of the sampling design.</summary>
    public bool IsDesign => Role is KeyRole.DesignStratum or KeyRole.Psu or KeyRole.Ssu or KeyRole.Fpc or KeyRole.SecondFpc;

    /// <summary>Whether the key is a by-column or an outcome.</summary>
    public bool IsAnswer => Role is KeyRole.By or KeyRole.Outcome;

    /// <summary>Creates the key for an outcome.</summary>
    public static KeyColumn Outcome(string column, RecallPeriod recall) => new(KeyRole.Outcome, column, recall);
}
