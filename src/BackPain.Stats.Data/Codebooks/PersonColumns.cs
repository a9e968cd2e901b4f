namespace BackPain.Stats.Data.Codebooks;

/// <summary>Which columns say what persons a row of individual data is, as far as it is said; by itself, a row is one person.</summary>
public sealed record PersonColumns
{
    /// <summary>Nothing is said.</summary>
    public static PersonColumns None { get; } = new();

    /// <summary>The columns that together are the id of a row; a repeated id is an error.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>The column of the persons of whom the rows are visits; null if a row is a person.</summary>
    public string? Repeats { get; init; }

    /// <summary>The column of how many persons a row stands for; null if it stands for one.</summary>
    public string? Frequency { get; init; }

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Id.Count == 0 && (Repeats ?? Frequency) is null;

    /// <summary>This, completed by another. An id that consists of the repeated persons alone is no id of rows.</summary>
    public PersonColumns CompletedBy(PersonColumns other)
    {
        var repeats = Repeats ?? other.Repeats;
        return new PersonColumns
        {
            Id = Id.Count > 0 ? Id : other.Id is [var only] && only == repeats ? [] : other.Id,
            Repeats = repeats,
            Frequency = Frequency ?? other.Frequency,
        };
    }
}
