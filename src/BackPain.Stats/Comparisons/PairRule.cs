namespace BackPain.Stats.Comparisons;

/// <summary>Which groups are compared with which.</summary>
public abstract class PairRule
{
    private PairRule(string name, string description) => (Name, Description) = (name, description);

    /// <summary>Each other group with the reference.</summary>
    public static PairRule WithReference { get; } = new Reference();

    /// <summary>All rules, the default first.</summary>
    public static IReadOnlyList<PairRule> All { get; } = [WithReference, new Each(), new Adjacent(), new Rest()];

    /// <summary>The name, as typed.</summary>
    public string Name { get; }

    /// <summary>What is compared, in words.</summary>
    public string Description { get; }

    /// <summary>Whether the choice of a reference level matters.</summary>
    public bool HasReference => this == WithReference;

    /// <summary>The pairs.</summary>
    /// <param name="groups">The groups in order.</param>
    /// <param name="reference">The index of the reference.</param>
    public abstract IEnumerable<GroupPair> Pairs(IReadOnlyList<ComparedGroup> groups, int reference);

    /// <summary>Returns the name, as a user types it.</summary>
    public override string ToString() => Name;

    private sealed class Reference() : PairRule("reference", "each group with the reference")
    {
        public override IEnumerable<GroupPair> Pairs(IReadOnlyList<ComparedGroup> groups, int reference) =>
            groups.Where((_, i) => i != reference).Select(group => new GroupPair(group, groups[reference]));
    }

    private sealed class Each() : PairRule("all", "each group with each earlier one")
    {
        public override IEnumerable<GroupPair> Pairs(IReadOnlyList<ComparedGroup> groups, int reference) =>
            from later in Enumerable.Range(1, groups.Count - 1)
            from earlier in Enumerable.Range(0, later)
            select new GroupPair(groups[later], groups[earlier]);
    }

    private sealed class Adjacent() : PairRule("adjacent", "each group with the one before it")
    {
        public override IEnumerable<GroupPair> Pairs(IReadOnlyList<ComparedGroup> groups, int reference) =>
            groups.Skip(1).Zip(groups, (group, before) => new GroupPair(group, before));
    }

    private sealed class Rest() : PairRule("rest", "each group with all others together")
    {
        public override IEnumerable<GroupPair> Pairs(IReadOnlyList<ComparedGroup> groups, int reference) =>
            groups.Select(group => new GroupPair(group, ComparedGroup.Union("rest", [.. groups.Where(other => other != group)])));
    }
}
