namespace BackPain.Stats.Data.Codebooks;

/// <summary>What a row of a file is.</summary>
public enum DataKind
{
    /// <summary>A person; outcomes are columns.</summary>
    Individuals,

    /// <summary>A stratum, with columns of cases and persons.</summary>
    Grouped,

    /// <summary>A cell of a tabulation that was saved before.</summary>
    Tabulation,
}

/// <summary>The kinds of data by their names.</summary>
public static class DataKinds
{
    /// <summary>The names, for messages.</summary>
    public const string Choices = "individuals, grouped or tabulation";

    /// <summary>Reads the name of a kind, in any case.</summary>
    public static bool TryParse(string text, out DataKind kind) =>
        Enum.TryParse(text, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0]);
}
