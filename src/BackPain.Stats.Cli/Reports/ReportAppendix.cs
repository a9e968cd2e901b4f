using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Reports;

/// <summary>The appendix of a report: how it was made, so that it can be reproduced and trusted.</summary>
/// <param name="results">The results of its blocks.</param>
internal sealed class ReportAppendix(IReadOnlyList<NumberedResult> results)
{
    public const string Title = "How this report was made";

    /// <summary>Its anchors in a page: its own, and those of its parts.</summary>
    public static IReadOnlyList<string> Anchors { get; } = ["appendix", "appendix-data", "appendix-methods", "appendix-exclusions"];

    /// <summary>The sentence used if nobody is excluded from any figure.</summary>
    public const string Nobody = "None: every person read is included in every figure.";

    /// <summary>The command lines that were run, including defaults.</summary>
    public IEnumerable<string> Commands => results.Select(result => $"{Tool.Name} {ShellWords.Join(result.Block.CommandLine)}").Distinct();

    /// <summary>The program and the file that it was made from.</summary>
    /// <param name="fileName">The file of the report.</param>
    public string OriginOf(string fileName) => $"By {Tool.Name} {Tool.Version}, from {fileName}{Commands.Count() switch
    {
        0 => ", which runs no command.",
        1 => ", with this command line:",
        _ => ", with these command lines:",
    }}";

    /// <summary>The methods used.</summary>
    public IEnumerable<CitedMethod> Methods => results.SelectMany(result => result.Result.Result.Methods).Distinct();

    /// <summary>What was read.</summary>
    public Table Inputs => new()
    {
        Name = "inputs",
        Columns = [new("input", ColumnKind.Text), new("rows", ColumnKind.Count), new("sha256", ColumnKind.Text, Heading: "SHA-256")],
        Rows =
        [
            .. Read.Select(input => new Row([input.Name, input.Rows, input.Sha256])),
            .. Read
                .Select(input => input.Codebook)
                .OfType<CodebookFile>()
                .Distinct()
                .Select(codebook => new Row([$"{codebook.Name} (codebook)", null, codebook.Sha256])),
            .. Read
                .Select(input => input.Scales)
                .OfType<ScalesFile>()
                .Distinct()
                .Select(scales => new Row([$"{scales.Name} (scales of replicate weights)", null, scales.Sha256])),
        ],
    };

    /// <summary>The persons read but excluded from a figure.</summary>
    public Table Exclusions => new()
    {
        Name = "exclusions",
        Columns =
        [
            new("input", ColumnKind.Text),
            new("figure", ColumnKind.Text, Heading: "not in"),
            new("reason", ColumnKind.Text),
            new("persons", ColumnKind.Count),
        ],
        Rows = [.. results
            .SelectMany(result => ExclusionsIn(result.Result.Result.Provenance))
            .Distinct()
            .Select(entry => new Row([entry.Input, entry.Figure, entry.Reason, entry.Persons]))],
    };

    private List<InputSummary> Read => [.. results.SelectMany(result => result.Result.Result.Provenance.Inputs).Distinct()];

    private static IEnumerable<(string Input, string Figure, string Reason, long Persons)> ExclusionsIn(Provenance provenance)
    {
        var input = string.Join(", ", provenance.Inputs.Select(input => input.Name));
        return provenance.Attrition.Select(entry => (input, FigureOf(entry), ReasonOf(entry), entry.Persons));
    }

    private static string FigureOf(Attrition entry)
    {
        var figure = entry.Outcome is { } outcome ? $"{outcome.Name} ({outcome.Recall!.InWords})" : "any figure";
        return entry.Stratification is { } by ? $"{figure} by {by}" : figure;
    }

    private static string ReasonOf(Attrition entry) => entry.Step switch
    {
        AttritionStep.Outside => entry.Reason,
        AttritionStep.NotAsked => "not asked",
        AttritionStep.OutcomeMissing => $"answer: {entry.Reason}",
        AttritionStep.ZeroWeight or AttritionStep.StratumMissing =>
            string.Create(CultureInfo.InvariantCulture, $"{entry.Column}: {entry.Reason}"),
    };
}
