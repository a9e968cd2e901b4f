using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>What is wrong or odd in the data, one row a finding.</summary>
internal static class ProblemTable
{
    /// <summary>Arranges the findings.</summary>
    public static Table Arrange(ProblemLog log, IReadOnlyList<string> footnotes) => new()
    {
        Name = "problems",
        Columns =
        [
            new("file", ColumnKind.Text),
            new("line", ColumnKind.Count),
            new("severity", ColumnKind.Text),
            new("code", ColumnKind.Text),
            new("message", ColumnKind.Text),
        ],
        Rows = [.. log.Problems.Select(problem => new Row([problem.File, problem.Line == 0 ? null : problem.Line, problem.Code.Severity == Severity.Error ? "error" : "oddity", problem.Code.Name, problem.Message]))],
        Footnotes = footnotes,
    };
}
