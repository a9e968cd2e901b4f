using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Kinds;
using Npgsql;

namespace BackPain.Stats.Data.Engines;

/// <summary>The rows of a result as CSV, made while they are read, so that they are read by the same code as a file.</summary>
/// <param name="rows">The rows.</param>
/// <param name="header">The names of the columns.</param>
/// <param name="keys">How many of them are keys, which come as text; the others are numbers.</param>
/// <param name="guarded">Reads, and says in our words what goes wrong.</param>
internal sealed class SumsStream(NpgsqlDataReader rows, IReadOnlyList<string> header, int keys, Func<Func<bool>, bool> guarded)
    : OneWayStream
{
    // Rows are read many at a time, because guarding a read may take a thread.
    private const int Batch = 16 * 1024;

    private readonly StringBuilder lines = new();
    private byte[] bytes = HeaderLine(header);
    private int place;

    /// <summary>A line that names columns.</summary>
    public static byte[] HeaderLine(IEnumerable<string> names) => Encoding.UTF8.GetBytes($"{string.Join(',', names.Select(Quoted))}\n");

    public override int Read(Span<byte> buffer)
    {
        if (place == bytes.Length && !guarded(NextLines))
            return 0;
        var count = Math.Min(buffer.Length, bytes.Length - place);
        bytes.AsSpan(place, count).CopyTo(buffer);
        place += count;
        return count;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private bool NextLines()
    {
        lines.Clear();
        while (lines.Length < Batch && rows.Read())
        {
            for (var column = 0; column < header.Count; column++)
            {
                lines.Append(column == 0 ? "" : ",");
                if (!rows.IsDBNull(column))
                    lines.Append(column < keys ? Quoted(rows.GetString(column)) : NumberIn(column));
            }
            lines.Append('\n');
        }
        (bytes, place) = (Encoding.UTF8.GetBytes(lines.ToString()), 0);
        return bytes.Length > 0;
    }

    private string NumberIn(int column) =>
        header[column] == RawSumsFormat.N ? rows.GetInt64(column).ToString(CultureInfo.InvariantCulture) : rows.GetDouble(column).ToString("R", CultureInfo.InvariantCulture);
}
