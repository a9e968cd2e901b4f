using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>One column of a breakdown: the names of the levels that occur, in display order.</summary>
internal sealed class Axis
{
    private readonly IReadOnlyList<Level> levels;
    private readonly bool[] unknown;
    private readonly bool[] seen;
    private readonly int index;
    private readonly string missingName;
    private List<string>? names;
    private int[] nameOfLevel = [];

    public Axis(Tabulation tabulation, int index, UnknownStratum unknown)
    {
        (this.index, levels, Column) = (index, tabulation.Levels[index], tabulation.Columns[index].Name);
        this.unknown = [.. levels.Select(level => unknown == UnknownStratum.Drop && level.Kind == LevelKind.Missing)];
        seen = new bool[levels.Count];
        missingName = MissingNameAmong(levels);
    }

    public string Column { get; }

    /// <summary>The names of the levels seen. <see cref="See"/> must not be called after this is first read.</summary>
    public IReadOnlyList<string> Names => names ??= Name();

    /// <summary>Returns whether a cell is excluded because its stratum is unknown.</summary>
    public bool IsUnknown(Cell cell) => unknown[cell.CodeOf(index)];

    /// <summary>Returns the text of a cell's level.</summary>
    public string LevelOf(Cell cell) => levels[cell.CodeOf(index)].Text;

    /// <summary>Records that a cell's level occurs.</summary>
    public void See(Cell cell) => seen[cell.CodeOf(index)] = true;

    /// <summary>Returns the index of a cell's level in <see cref="Names"/>.</summary>
    public int IndexOf(Cell cell) => nameOfLevel[cell.CodeOf(index)];

    /// <summary>Returns "(missing)", in as many parentheses as needed to differ from every value.</summary>
    private static string MissingNameAmong(IReadOnlyList<Level> levels)
    {
        var values = levels.Where(level => level.Kind == LevelKind.Value).Select(level => level.Text).ToHashSet(StringComparer.Ordinal);
        var name = "(missing)";
        while (values.Contains(name))
            name = $"({name})";
        return name;
    }

    /// <summary>Returns the values in order, followed by a single name for all missing levels.</summary>
    private List<string> Name()
    {
        var found = new List<string>();
        nameOfLevel = new int[levels.Count];
        for (var code = 0; code < levels.Count; code++)
        {
            var name = levels[code].Kind == LevelKind.Missing ? missingName : levels[code].Text;
            if (seen[code] && (found.Count == 0 || found[^1] != name))
                found.Add(name);
            nameOfLevel[code] = found.Count - 1;
        }
        return found;
    }
}
