using System.Text;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Data.Tests.Rows;

/// <summary>A made-up format, whose rows are a list in memory: all that a new format has to bring along.</summary>
internal sealed class ListedRows : DataRows
{
    private readonly string[][] rows;
    private int current = -1;

    public ListedRows(string name, string[] header, string[][] rows, ProblemLog log)
        : base(name, log)
    {
        this.rows = rows;
        TakeHeader("list", header);
    }

    public override long Line => current + 1;

    public override ReadingProgress Progress => new(Rows, Rows * Width, rows.Length * Width);

    protected override ReadOnlySpan<byte> ValueOf(int column) => Encoding.UTF8.GetBytes(rows[current][column]);

    protected override bool MoveNext() => ++current < rows.Length;
}
