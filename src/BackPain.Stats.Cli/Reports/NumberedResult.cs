using System.Globalization;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A block, what it gave, and the numbers under which its table and its picture go.</summary>
/// <param name="Block">The block.</param>
/// <param name="Result">What it gave.</param>
/// <param name="Table">The number of its table; nothing where none is shown.</param>
/// <param name="Figure">The number of its picture; nothing where none is shown.</param>
internal sealed record NumberedResult(ReportBlock Block, BlockResult Result, int? Table, int? Figure)
{
    /// <summary>What stands over the table and under the picture.</summary>
    public string Caption => Block.Caption ?? Shown.Title;

    /// <summary>The table as people read it.</summary>
    public Table Shown => Result.Result.TableFor(people: true);

    /// <summary>The rows that single values are taken from.</summary>
    public Table Values => Result.Result.Rows;

    /// <summary>By which links find the table and the picture.</summary>
    public string Anchor => Block.Id ?? string.Create(CultureInfo.InvariantCulture, $"{Table ?? Figure}");

    /// <summary>The kind of picture that is shown; null where none is.</summary>
    public Picture? Picture => Block.Plot is not { } plot || Result.Result.Chart is not { } chart ? null : PictureCatalogue.Find(plot) ?? PictureCatalogue.For(chart);

    /// <summary>Draws it.</summary>
    /// <param name="standsAlone">Whether it goes into a file of its own.</param>
    public string Draw(bool standsAlone) => Picture!.Draw(Result.Result.Chart!, Result.Style with { StandsAlone = standsAlone });

    /// <summary>Numbers tables and pictures in the order of the blocks.</summary>
    public static IReadOnlyList<NumberedResult> Number(IEnumerable<(ReportBlock Block, BlockResult Result)> results)
    {
        var (tables, figures) = (0, 0);
        return [.. results.Select(pair => new NumberedResult(pair.Block, pair.Result, pair.Block.ShowsTable ? ++tables : null, pair.Block.Plot is null ? null : ++figures))];
    }
}
