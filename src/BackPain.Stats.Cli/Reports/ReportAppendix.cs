using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Tables;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Reports;

/// <summary>How a report was made, so that it can be made again and believed.</summary>
/// <param name="results">The results of its blocks.</param>
internal sealed class ReportAppendix(IReadOnlyList<NumberedResult> results)
{
    /// <summary>Its heading.</summary>
    public const string Title = "How this report was made";

    /// <summary>What is said where everybody who was read is in every figure.</summary>
    public const string Nobody = "There are none: everybody who was read is in every figure.";

    /// <summary>The command lines that were run, defaults included.</summary>
    public IEnumerable<string> Commands => results.Select(result => $"{Tool.Name} {ShellWords.Join(result.Block.Words)}").Distinct();

    /// <summary>Who made it of what.</summary>
    /// <param name="fileName">The file of the report.</param>
    public string OriginOf(string fileName) => $"By {Tool.Name} {Tool.Version}, from {fileName}{Commands.Count() switch
    {
        0 => ", which runs no command.",
        1 => ", with this command line:",
        _ => ", with these command lines:",
    }}";

    /// <summary>The methods used.</summary>
    public IEnumerable<IntervalMethod> Methods
    {
        get
        {
            var used = results.SelectMany(result => MethodsIn(result.Values)).ToHashSet(StringComparer.Ordinal);
            return IntervalMethods.All.Where(method => used.Contains(method.Name));
        }
    }

    /// <summary>What was read.</summary>
    public Table Inputs => new()
    {
        Name = "inputs",
        Columns = [new("input", ColumnKind.Text), new("rows", ColumnKind.Count), new("sha256", ColumnKind.Text, Heading: "SHA-256")],
        Rows = [.. results.SelectMany(result => result.Result.Table.Provenance?.Inputs ?? []).Distinct().Select(input => new Row([input.Name, input.Rows, input.Sha256]))],
    };

    /// <summary>Who was read and is not in a figure.</summary>
    public Table Exclusions => new()
    {
        Name = "exclusions",
        Columns = [new("input", ColumnKind.Text), new("figure", ColumnKind.Text, Heading: "not in"), new("reason", ColumnKind.Text), new("persons", ColumnKind.Count)],
        Rows = [.. results.SelectMany(result => result.Result.Table.Provenance is { } provenance ? provenance.Attrition.Select(entry => (Input: string.Join(", ", provenance.Inputs.Select(input => input.Name)), Figure: FigureOf(entry), Reason: ReasonOf(entry), entry.Persons)) : [])
            .Distinct().Select(entry => new Row([entry.Input, entry.Figure, entry.Reason, entry.Persons]))],
    };

    private static IEnumerable<string> MethodsIn(Table table)
    {
        var place = table.Columns.Select(column => column.Name).ToList().IndexOf("method");
        var stated = table.Columns.Select(column => column.Name).ToList().IndexOf("lower");
        // A row without limits used no method.
        return place < 0 ? [] : table.Rows.Where(row => !row.IsHeading && (stated < 0 || row.Cells[stated] is not null)).Select(row => row.Cells[place]).OfType<string>();
    }

    private static string FigureOf(Attrition entry) =>
        string.Join(" by ", new[] { entry.Outcome is { } outcome ? $"{outcome.Name} ({outcome.Recall!.InWords})" : "any figure", entry.Stratification?.ToString() }.Where(part => part is not null));

    private static string ReasonOf(Attrition entry) => entry.Step switch
    {
        AttritionStep.Outside => entry.Reason,
        AttritionStep.NotAsked => "not asked",
        AttritionStep.OutcomeMissing => $"answer: {entry.Reason}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{entry.Column}: {entry.Reason}"),
    };
}
