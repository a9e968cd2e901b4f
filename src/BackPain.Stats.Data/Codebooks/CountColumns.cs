using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Which columns hold the counts of grouped data, and what they are counts of, as far as it is said.</summary>
public sealed record CountColumns
{
    /// <summary>Nothing is said.</summary>
    public static CountColumns None { get; } = new();

    /// <summary>The column of cases.</summary>
    public string? Cases { get; init; }

    /// <summary>The column of persons.</summary>
    public string? Persons { get; init; }

    /// <summary>The column of non-cases, in place of persons.</summary>
    public string? NonCases { get; init; }

    /// <summary>The column that holds the recall period of each row.</summary>
    public string? RecallColumn { get; init; }

    /// <summary>The recall period of all rows.</summary>
    public RecallPeriod? Recall { get; init; }

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => this == None;

    /// <summary>Whether it names a column of counts.</summary>
    public bool NamesCounts => (Cases ?? Persons ?? NonCases) is not null;

    /// <summary>Whether it says of how many persons a row is.</summary>
    public bool NamesPersons => (Persons ?? NonCases) is not null;

    /// <summary>Whether it says what recall period a row is about.</summary>
    public bool NamesRecall => RecallColumn is not null || Recall is not null;

    /// <summary>
    /// This, completed by another. Persons and non-cases are two ways to say the same, as are one recall period and a column of them.
    /// </summary>
    public CountColumns CompletedBy(CountColumns other) => new()
    {
        Cases = Cases ?? other.Cases,
        Persons = Persons ?? (NonCases is null ? other.Persons : null),
        NonCases = NonCases ?? (Persons is null ? other.NonCases : null),
        RecallColumn = RecallColumn ?? (Recall is null ? other.RecallColumn : null),
        Recall = Recall ?? (RecallColumn is null ? other.Recall : null),
    };
}
