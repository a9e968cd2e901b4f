using BackPain.Stats.Cli.Results;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>Estimates along ordered bands, one line per group.</summary>
/// <param name="Column">The column of the bands.</param>
/// <param name="Bands">The bands, in order.</param>
/// <param name="Groups">The groups.</param>
internal sealed record Profile(string Column, IReadOnlyList<string> Bands, IReadOnlyList<ProfileGroup> Groups)
{
    private const int FewestBands = 3;

    /// <summary>
    /// Returns the profile of estimates, or null if they are not broken down. Uses the first column whose levels are numbers or numeric
    /// bands, otherwise the first column.
    /// </summary>
    public static Profile? Of(IReadOnlyList<Mark> marks)
    {
        var breakdowns = marks.Where(mark => !mark.IsOverall).GroupBy(mark => mark.By).ToList();
        if (breakdowns.Count == 0)
            return null;
        var chosen = breakdowns.Find(breakdown => OrderedIndexIn([.. breakdown]) >= 0) ?? breakdowns[0];
        return Of([.. chosen], Math.Max(0, OrderedIndexIn([.. chosen])));
    }

    /// <summary>Whether there is a single breakdown and it is along ordered bands.</summary>
    public static bool IsAll(IReadOnlyList<Mark> marks) =>
        marks.Where(mark => !mark.IsOverall).GroupBy(mark => mark.By).ToList() is [var only] && OrderedIndexIn([.. only]) >= 0;

    /// <summary>The index of the column whose levels are ordered by number, or −1.</summary>
    private static int OrderedIndexIn(IReadOnlyList<Mark> marks) =>
        Enumerable.Range(0, marks[0].Stratum.Count).FirstOrDefault(index => IsOrdered(marks, index), -1);

    private static bool IsOrdered(IReadOnlyList<Mark> marks, int index) =>
        marks.Select(mark => mark.Stratum[index].Level).Distinct().ToList() is { Count: >= FewestBands } levels
            && levels.TrueForAll(level => LevelOrder.Number(level) is not null);

    private static Profile Of(IReadOnlyList<Mark> marks, int index)
    {
        var bands = marks.Select(mark => mark.Stratum[index].Level).Distinct().ToList();
        var manySubjects = marks.Any(mark => mark.Subject != marks[0].Subject);
        var manySeries = marks.Any(mark => mark.Series != marks[0].Series);
        var groups = marks.GroupBy(mark => NameOf(mark, index, manySubjects, manySeries)).ToList();
        return new Profile(
            marks[0].Stratum[index].Column,
            bands,
            [.. groups.Select((group, i) => new ProfileGroup(group.Key, i, [.. bands.Select(band => MarkIn(group, band))]))]);

        Mark? MarkIn(IEnumerable<Mark> group, string band) => group.FirstOrDefault(mark => mark.Stratum[index].Level == band);
    }

    private static string NameOf(Mark mark, int index, bool withSubject, bool withSeries) => string.Join(", ",
    [
        .. withSubject ? [mark.Subject] : Array.Empty<string>(),
        .. mark.Stratum.Where((_, i) => i != index).Select(level => level.Level),
        .. withSeries ? [mark.Series.Name] : Array.Empty<string>(),
    ]);
}

/// <summary>One line of a profile.</summary>
/// <param name="Name">The label of the group; empty if there is only one.</param>
/// <param name="Place">Its index among the groups, which determines its colour and shape.</param>
/// <param name="Marks">A mark for each band; null for bands without one.</param>
internal sealed record ProfileGroup(string Name, int Place, IReadOnlyList<Mark?> Marks)
{
    private static readonly string?[] Dashes = [null, "7 3", "2 3", "9 3 2 3"];

    public Ink Ink => Ink.Groups[Place % Ink.Groups.Count];

    /// <summary>The dash pattern of its line, which changes when the colours repeat.</summary>
    public string? Dash => Dashes[Place / Ink.Groups.Count % Dashes.Length];

    /// <summary>The runs of consecutive bands that have an estimate.</summary>
    public IEnumerable<IReadOnlyList<(int Band, Mark Mark)>> Runs()
    {
        var run = new List<(int, Mark)>();
        for (var band = 0; band < Marks.Count; band++)
        {
            if (Marks[band] is { Value: not null } mark)
                run.Add((band, mark));
            if (run.Count > 0 && (Marks[band]?.Value is null || band == Marks.Count - 1))
            {
                yield return run;
                run = [];
            }
        }
    }

    /// <summary>Draws its shape.</summary>
    public void DrawShape(Svg svg, double x, double y)
    {
        const double R = 4.2;
        switch (Place % 4)
        {
            case 0:
                svg.Disc(x, y, R, Ink);
                break;
            case 1:
                svg.Plane([(x - R, y - R), (x + R, y - R), (x + R, y + R), (x - R, y + R)], Ink);
                break;
            case 2:
                svg.Plane([(x, y - R - 1), (x + R + 1, y + R - 0.5), (x - R - 1, y + R - 0.5)], Ink);
                break;
            default:
                svg.Plane([(x - R - 1.2, y), (x, y - R - 1.2), (x + R + 1.2, y), (x, y + R + 1.2)], Ink);
                break;
        }
    }
}
