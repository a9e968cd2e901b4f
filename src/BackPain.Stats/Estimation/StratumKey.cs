namespace BackPain.Stats.Estimation;

/// <summary>The levels of a stratum as a key: two strata are the same where every level is, whatever characters the levels hold.</summary>
/// <param name="levels">The levels, in the order of the columns.</param>
internal sealed class StratumKey(IReadOnlyList<string> levels) : IEquatable<StratumKey>
{
    public IReadOnlyList<string> Levels => levels;

    public bool Equals(StratumKey? other) => other is not null && levels.SequenceEqual(other.Levels, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as StratumKey);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var level in levels)
            hash.Add(level, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
