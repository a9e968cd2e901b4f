using System.Globalization;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A block, what it gave, and the numbers under which its table and its picture go.</summary>
/// <param name="Block">The block.</param>
/// <param name="Result">What it gave.</param>
/// <param name="Table">The number of its table; nothing where none is shown.</param>
/// <param name="Figure">The number of its picture; nothing where none is shown.</param>
internal sealed record NumberedResult(ReportBlock Block, CapturedResult Result, int? Table, int? Figure)
{
    /// <summary>What stands over the table and under the picture.</summary>
    public string Caption => Block.Caption ?? Shown.Title;

    /// <summary>The table as people read it.</summary>
    public Table Shown => Result.Result.TableFor(people: true);

    /// <summary>The rows that single values are taken from.</summary>
    public Table Values => Result.Result.Rows;

    /// <summary>The name under which links find the table.</summary>
    public required string TableAnchor { get; init; }

    /// <summary>The name under which links find the picture.</summary>
    public required string FigureAnchor { get; init; }

    /// <summary>The name of the picture among those of the report.</summary>
    public required string PictureName { get; init; }

    /// <summary>The kind of picture that is shown; null where none is.</summary>
    public Picture? Picture =>
        Block.Plot is not { } plot || Result.Result.Chart is not { } chart
            ? null
            : PictureCatalogue.Find(plot) ?? PictureCatalogue.For(chart);

    /// <summary>Draws it.</summary>
    /// <param name="standsAlone">Whether it goes into a file of its own.</param>
    public string Draw(bool standsAlone) => Picture!.Draw(Result.Result.Chart!, Result.Style with { StandsAlone = standsAlone });

    /// <summary>Numbers tables and pictures in the order of the blocks, and names those of blocks without an id.</summary>
    /// <param name="results">The blocks and what they gave.</param>
    /// <param name="anchors">The names of places in the page that are taken, those of blocks with an id among them.</param>
    public static IReadOnlyList<NumberedResult> Number(IEnumerable<(ReportBlock Block, CapturedResult Result)> results, Anchors anchors)
    {
        var pairs = results.ToList();
        // Files whose names differ only in upper and lower case are the same file on many computers.
        var pictures = new Anchors(StringComparer.OrdinalIgnoreCase);
        var named = pairs.Select(pair => pair.Block).Where(block => block is { Plot: not null, Id: not null })
            .ToDictionary(block => block, block => pictures.Take(block.Id!));
        var (tables, figures) = (0, 0);
        return [.. pairs.Select(pair =>
        {
            int? table = pair.Block.ShowsTable ? ++tables : null;
            int? figure = pair.Block.Plot is null ? null : ++figures;
            return new NumberedResult(pair.Block, pair.Result, table, figure)
            {
                TableAnchor = pair.Block.Id is { } id ? $"table-{id}"
                    : table is null ? ""
                    : anchors.Take(Numbered("table", table ?? figure)),
                FigureAnchor = pair.Block.Id is { } same ? $"figure-{same}"
                    : figure is null ? ""
                    : anchors.Take(Numbered("figure", table ?? figure)),
                PictureName = figure is null ? "" : named.GetValueOrDefault(pair.Block) ?? pictures.Take(Numbered("figure", figure)),
            };
        })];
    }

    private static string Numbered(string kind, int? number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
