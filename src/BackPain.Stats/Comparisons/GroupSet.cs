using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>The groups of one outcome in one stratum.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Stratum">The stratum; empty for everybody.</param>
/// <param name="Groups">The groups, in order.</param>
/// <param name="Pairs">The pairs that are compared.</param>
public sealed record GroupSet(
    KeyColumn Outcome, IReadOnlyList<StratumLevel> Stratum, IReadOnlyList<ComparedGroup> Groups, IReadOnlyList<GroupPair> Pairs)
{
    /// <summary>The groups that are not empty.</summary>
    public IReadOnlyList<ComparedGroup> Present => [.. Groups.Where(group => !group.IsEmpty)];

    /// <summary>Arranges the domains of a question into sets of groups.</summary>
    /// <exception cref="UnknownReferenceException">No group is the reference.</exception>
    public static IReadOnlyList<GroupSet> In(DomainAnswer counted, ComparisonQuestion question)
    {
        var grouping = question.Groups.Columns.ToHashSet(StringComparer.Ordinal);
        var sets = new List<GroupSet>();
        foreach (var domains in counted.Domains.GroupBy(domain => new Place(domain.Outcome, [.. domain.Stratum.Where(Outer)])))
        {
            var levels = domains.Select(domain => domain.Stratum.Where(level => !Outer(level)).ToList()).ToList();
            var groups = domains.Zip(levels, (domain, own) => ComparedGroup.Of(NameOf(own), domain.Margin)).ToList();
            var reference = IndexOfReference(levels, question, groups);
            IReadOnlyList<GroupPair> pairs = groups.Count > 1 ? [.. question.Pairs.Pairs(groups, reference)] : [];
            sets.Add(new GroupSet(domains.Key.Outcome, domains.Key.Stratum, groups, pairs));
        }
        return sets;

        bool Outer(StratumLevel level) => !grouping.Contains(level.Column);
    }

    /// <summary>The name of a group: its level, or column=level for each of several columns.</summary>
    public static string NameOf(IReadOnlyList<StratumLevel> levels) => levels is [var only]
        ? only.Level
        : string.Join(',', levels.Select(level => $"{QuotedName.Quote(level.Column)}={QuotedName.Quote(level.Level)}"));

    private static int IndexOfReference(
        IReadOnlyList<IReadOnlyList<StratumLevel>> levels, ComparisonQuestion question, IReadOnlyList<ComparedGroup> groups)
    {
        if (question.Reference.Count == 0)
            return 0;
        var index = levels.ToList().FindIndex(own => question.Reference.All(own.Contains));
        return index >= 0
            ? index
            : throw new UnknownReferenceException(NameOf(question.Reference), [.. groups.Select(group => group.Name)]);
    }

    /// <summary>Where groups are compared: levels are compared by their values.</summary>
    private sealed record Place(KeyColumn Outcome, IReadOnlyList<StratumLevel> Stratum)
    {
        public bool Equals(Place? other) => other is not null && Outcome.Equals(other.Outcome) && Stratum.SequenceEqual(other.Stratum);

        public override int GetHashCode() => Stratum.Aggregate(Outcome.GetHashCode(), HashCode.Combine);
    }
}
