using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Data.Engines;

/// <summary>The columns of a table without its rows, to see what is wrong with the columns.</summary>
internal sealed class HeaderRows : DataRows
{
    /// <param name="table">The table.</param>
    /// <param name="header">The names of its columns.</param>
    /// <param name="log">Where problems go.</param>
    public HeaderRows(string table, IEnumerable<string> header, ProblemLog log)
        : base(table, log) => TakeHeader("table", [.. header.Select(name => name.Trim())]);

    /// <inheritdoc/>
    public override long Line => 1;

    /// <inheritdoc/>
    public override ReadingProgress Progress => default;

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> ValueOf(int column) => default;

    /// <inheritdoc/>
    protected override bool MoveNext() => false;
}
