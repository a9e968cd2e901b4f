namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>A person of a fuzzed survey: what the cells say, and what they mean.</summary>
/// <param name="Cells">What the file says, in the order of its columns.</param>
/// <param name="Group">The level of column 'group'; null if it is missing.</param>
/// <param name="Age">The age; null if it is missing.</param>
/// <param name="Answers">Whether the person is a case of each outcome; null if the answer is missing.</param>
internal sealed record FuzzedPerson(IReadOnlyList<string> Cells, string? Group, int? Age, IReadOnlyList<bool?> Answers)
{
    /// <summary>The design stratum.</summary>
    public string Area { get; init; } = "";

    /// <summary>The PSU within the stratum.</summary>
    public int Psu { get; init; }

    /// <summary>The sampling weight.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The replicate weights.</summary>
    public IReadOnlyList<double> Replicates { get; init; } = [];
}
