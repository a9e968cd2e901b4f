using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>One column of a breakdown: the levels seen in it, in order, by the names under which they are shown.</summary>
internal sealed class Axis
{
    private readonly IReadOnlyList<Level> levels;
    private readonly bool[] unknown;
    private readonly bool[] seen;
    private readonly int place;
    private readonly string missingName;
    private List<string>? names;
    private int[] placeOfLevel = [];

    public Axis(Tabulation tabulation, int place, UnknownStratum unknown)
    {
        (this.place, levels, Column) = (place, tabulation.Levels[place], tabulation.Columns[place].Name);
        this.unknown = [.. levels.Select(level => unknown == UnknownStratum.Drop && level.Kind == LevelKind.Missing)];
        seen = new bool[levels.Count];
        missingName = MissingNameAmong(levels);
    }

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The names of the levels seen; none may be seen after they were asked for.</summary>
    public IReadOnlyList<string> Names => names ??= Name();

    /// <summary>Whether the stratum of a cell is not known, and such cells are left out.</summary>
    public bool IsUnknown(Cell cell) => unknown[cell.CodeOf(place)];

    /// <summary>The level of a cell, as text.</summary>
    public string LevelOf(Cell cell) => levels[cell.CodeOf(place)].Text;

    /// <summary>Notes that a level occurs.</summary>
    public void See(Cell cell) => seen[cell.CodeOf(place)] = true;

    /// <summary>The place of the level of a cell among the names.</summary>
    public int IndexOf(Cell cell) => placeOfLevel[cell.CodeOf(place)];

    /// <summary>"(missing)", in as many brackets as it takes to differ from every value.</summary>
    private static string MissingNameAmong(IReadOnlyList<Level> levels)
    {
        var values = levels.Where(level => level.Kind == LevelKind.Value).Select(level => level.Text).ToHashSet(StringComparer.Ordinal);
        var name = "(missing)";
        while (values.Contains(name))
            name = $"({name})";
        return name;
    }

    /// <summary>The values as they are ordered, and after them all that is missing under one name.</summary>
    private List<string> Name()
    {
        var found = new List<string>();
        placeOfLevel = new int[levels.Count];
        for (var code = 0; code < levels.Count; code++)
        {
            var name = levels[code].Kind == LevelKind.Missing ? missingName : levels[code].Text;
            if (seen[code] && (found.Count == 0 || found[^1] != name))
                found.Add(name);
            placeOfLevel[code] = found.Count - 1;
        }
        return found;
    }
}
