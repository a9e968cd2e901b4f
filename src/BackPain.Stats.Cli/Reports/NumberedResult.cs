using System.Globalization;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A block, its result, and the numbers of its table and figure.</summary>
/// <param name="Block">The block.</param>
/// <param name="Result">Its result.</param>
/// <param name="Table">The number of its table; null if none is shown.</param>
/// <param name="Figure">The number of its picture; null if none is shown.</param>
internal sealed record NumberedResult(ReportBlock Block, CapturedResult Result, int? Table, int? Figure)
{
    /// <summary>The caption over the table and under the picture.</summary>
    public string Caption => Block.Caption ?? Shown.Title;

    /// <summary>The table for people.</summary>
    public Table Shown => Result.Result.TableFor(people: true);

    /// <summary>The rows that values in sentences are taken from.</summary>
    public Table Values => Result.Result.Rows;

    /// <summary>The anchor of the table.</summary>
    public required string TableAnchor { get; init; }

    /// <summary>The anchor of the picture.</summary>
    public required string FigureAnchor { get; init; }

    /// <summary>The name of the picture, unique within the report.</summary>
    public required string PictureName { get; init; }

    /// <summary>The kind of picture shown; null if none is.</summary>
    public Picture? Picture =>
        Block.Plot is not { } plot || Result.Result.Chart is not { } chart
            ? null
            : PictureCatalogue.Find(plot) ?? PictureCatalogue.For(chart);

    /// <param name="standsAlone">Whether it is written to a file of its own.</param>
    public string Draw(bool standsAlone) => Picture!.Draw(Result.Result.Chart!, Result.Style with { StandsAlone = standsAlone });

    /// <summary>Numbers tables and pictures in the order of the blocks, and names those of blocks without an id.</summary>
    /// <param name="results">The blocks and their results.</param>
    /// <param name="anchors">The anchors already taken in the page, including those of blocks with an id.</param>
    public static IReadOnlyList<NumberedResult> Number(IEnumerable<(ReportBlock Block, CapturedResult Result)> results, Anchors anchors)
    {
        var pairs = results.ToList();
        // File names that differ only in case are the same file on many systems.
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
