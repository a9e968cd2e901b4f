using System.Buffers;
using System.Buffers.Text;
using System.Text;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using Npgsql;

namespace BackPain.Stats.Data.Engines;

/// <summary>The rows of a result: keys, which come as text, and then sums, which are numbers.</summary>
internal sealed class SumsRows : DataRows
{
    // Rows are fetched many at a time, because guarding a read may take a thread.
    private const int Batch = 16 * 1024;
    private const int LongestNumber = 32;

    private readonly NpgsqlDataReader result;
    private readonly int keys;
    private readonly Func<Func<bool>, bool> guarded;
    private readonly ArrayBufferWriter<byte> values = new(2 * Batch);
    private readonly List<int> ends = [];
    private int current;
    private long bytes;

    /// <param name="table">The table.</param>
    /// <param name="result">The result.</param>
    /// <param name="header">The names of its columns.</param>
    /// <param name="keys">How many of them are keys.</param>
    /// <param name="guarded">Reads, and says in our words what goes wrong.</param>
    /// <param name="log">Where problems go.</param>
    public SumsRows(
        string table, NpgsqlDataReader result, IReadOnlyList<string> header, int keys, Func<Func<bool>, bool> guarded, ProblemLog log)
        : base(table, log)
    {
        (this.result, this.keys, this.guarded) = (result, keys, guarded);
        TakeHeader("table", [.. header.Select(name => name.Trim())]);
    }

    /// <inheritdoc/>
    public override long Line => Rows;

    /// <inheritdoc/>
    public override ReadingProgress Progress => new(Rows, bytes, null);

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> ValueOf(int column)
    {
        var index = (current * Width) + column;
        var start = index == 0 ? 0 : ends[index - 1];
        return values.WrittenSpan[start..ends[index]];
    }

    /// <inheritdoc/>
    protected override bool MoveNext() => (++current * Width) < ends.Count || guarded(Fetch);

    private bool Fetch()
    {
        values.ResetWrittenCount();
        ends.Clear();
        current = 0;
        while (values.WrittenCount < Batch && result.Read())
        {
            for (var column = 0; column < Width; column++)
            {
                if (!result.IsDBNull(column))
                    Append(column);
                ends.Add(values.WrittenCount);
            }
        }
        bytes += values.WrittenCount;
        return ends.Count > 0;
    }

    private void Append(int column)
    {
        if (column < keys)
        {
            Encoding.UTF8.GetBytes(result.GetString(column).AsSpan().Trim(" \t"), values);
            return;
        }
        var room = values.GetSpan(LongestNumber);
        int length;
        if (Header[column] == RawSumsFormat.N)
            Utf8Formatter.TryFormat(result.GetInt64(column), room, out length);
        else
            Utf8Formatter.TryFormat(result.GetDouble(column), room, out length);
        values.Advance(length);
    }
}
