using System.Globalization;
using System.Net.Sockets;
using System.Text;
using BackPain.Stats.Data.Sources;
using Npgsql;

namespace BackPain.Stats.Data.Engines;

/// <summary>The rows of a result as CSV, made while they are read, so that they are read by the same code as a file.</summary>
/// <param name="rows">The rows.</param>
/// <param name="header">The names of the columns.</param>
/// <param name="keys">How many of them are keys, which come as text; the others are numbers.</param>
/// <param name="translate">Says in our words what went wrong.</param>
/// <param name="registration">Given back when all is read.</param>
internal sealed class SumsStream(NpgsqlDataReader rows, IReadOnlyList<string> header, int keys, Func<Exception, Exception> translate, CancellationTokenRegistration registration) : OneWayStream
{
    private readonly StringBuilder line = new();
    private byte[] bytes = HeaderLine(header);
    private int place;

    /// <summary>A line that names columns.</summary>
    public static byte[] HeaderLine(IEnumerable<string> names) => Encoding.UTF8.GetBytes($"{string.Join(',', names.Select(Quoted))}\n");

    public override int Read(Span<byte> buffer)
    {
        if (place == bytes.Length && !NextLine())
            return 0;
        var count = Math.Min(buffer.Length, bytes.Length - place);
        bytes.AsSpan(place, count).CopyTo(buffer);
        place += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            registration.Dispose();
            rows.Dispose();
        }
        base.Dispose(disposing);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private bool NextLine()
    {
        try
        {
            if (!rows.Read())
                return false;
            line.Clear();
            for (var column = 0; column < header.Count; column++)
                line.Append(column == 0 ? "" : ",").Append(rows.IsDBNull(column) ? "" : column < keys ? Quoted(rows.GetString(column)) : NumberIn(column));
            (bytes, place) = (Encoding.UTF8.GetBytes(line.Append('\n').ToString()), 0);
            return true;
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or IOException)
        {
            throw translate(error);
        }
    }

    private string NumberIn(int column) =>
        header[column] == RawSumsFormat.N ? rows.GetInt64(column).ToString(CultureInfo.InvariantCulture) : rows.GetDouble(column).ToString("R", CultureInfo.InvariantCulture);
}
