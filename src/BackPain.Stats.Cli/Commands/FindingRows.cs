using System.Collections;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>
/// The findings of a check as rows of a table, each made when it is shown: there may be one for every row of a large file.
/// </summary>
/// <param name="log">The findings.</param>
internal sealed class FindingRows(ProblemLog log) : IReadOnlyList<Row>
{
    /// <inheritdoc/>
    public int Count => (int)Math.Min(int.MaxValue, log.Errors + log.Oddities);

    /// <inheritdoc/>
    public Row this[int index] => this.ElementAt(index);

    /// <inheritdoc/>
    public IEnumerator<Row> GetEnumerator() => log.Each().Select(RowOf).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Row RowOf(Problem problem) => new(
    [
        problem.File,
        problem.Line == 0 ? null : problem.Line,
        problem.Code.Severity == Severity.Error ? ProblemTable.Error : "oddity",
        problem.Code.Name,
        problem.Wording.InOptions(),
    ]);
}
