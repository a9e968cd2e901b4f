using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>One of the groups that are compared.</summary>
/// <param name="Name">The level of the grouping column; for crossed columns, all of them as column=level.</param>
/// <param name="Cases">x, unweighted.</param>
/// <param name="Persons">n, the persons with a known answer and a positive weight, unweighted.</param>
/// <param name="Cells">The cells of the persons; empty without a sampling design.</param>
public sealed record ComparedGroup(string Name, long Cases, long Persons, ReadOnlyMemory<DomainCell> Cells)
{
    /// <summary>Whether nobody in the group has a known answer.</summary>
    public bool IsEmpty => Persons == 0;

    /// <summary>x/n.</summary>
    public Proportion Proportion => new(Cases, Persons);

    /// <summary>A group of a breakdown.</summary>
    public static ComparedGroup Of(string name, Margin margin) => new(name, margin.Cases, margin.Persons, margin.Cells);

    /// <summary>Several groups together.</summary>
    public static ComparedGroup Union(string name, IReadOnlyList<ComparedGroup> groups)
    {
        var cells = groups.SelectMany(group => group.Cells.ToArray()).ToArray();
        Array.Sort(cells, (a, b) => a.Cell.CompareTo(b.Cell));
        return new ComparedGroup(name, groups.Sum(group => group.Cases), groups.Sum(group => group.Persons), cells);
    }

    /// <summary>The weighted proportion of cases; the group must not be empty.</summary>
    internal DomainProportion ProportionIn(Tabulation tabulation) => new(tabulation, Cells);
}

/// <summary>A group and the reference that it is compared with.</summary>
/// <param name="Group">The group.</param>
/// <param name="Reference">The reference.</param>
public readonly record struct GroupPair(ComparedGroup Group, ComparedGroup Reference)
{
    /// <summary>Whether one of them is empty, so that there is nothing to compare.</summary>
    public bool IsEmpty => Group.IsEmpty || Reference.IsEmpty;
}
