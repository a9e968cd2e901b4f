using System.Text;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>Rows as the text of a file, written in one of the ways that mean the same: any delimiter, quotes or none, blanks around values, any line ends, blank lines.</summary>
internal static class FuzzedText
{
    private const string Awkward = "\",;\t|\n\r -.0919e+xX\0";

    private static readonly string[] Ends = ["\n", "\r\n", "\r"];

    /// <summary>The text.</summary>
    public static string Of(IEnumerable<IReadOnlyList<string>> rows, Random random)
    {
        var (delimiter, end, quoting, isPadded) = (",;\t|"[random.Next(4)], Ends[random.Next(3)], random.Next(4), random.Next(3) == 0);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(delimiter, row.Select(Written)).Append(end);
            if (random.Next(20) == 0)
                text.Append(end);
        }
        return text.ToString();

        string Written(string value)
        {
            var blank = isPadded && random.Next(4) == 0 ? " " : "";
            // An empty field in a row of its own would be a blank line without its quotes.
            var isQuoted = random.Next(4) < quoting || value.Any("\"\r\n,;\t|".Contains);
            return isQuoted ? $"{blank}\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{blank}" : blank + value + blank;
        }
    }

    /// <summary>Bytes with a few of them lost, doubled, changed or added.</summary>
    public static byte[] Damaged(byte[] bytes, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Length > 0; changes--)
        {
            var at = random.Next(bytes.Length);
            var length = Math.Min(random.Next(1, 20), bytes.Length - at);
            bytes = random.Next(6) switch
            {
                0 => bytes[..at],
                1 => [.. bytes[..at], .. bytes[(at + length)..]],
                2 => [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]],
                3 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
                4 => [.. bytes[..at], (byte)Awkward[random.Next(Awkward.Length)], .. bytes[(at + 1)..]],
                _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            };
        }
        return bytes;
    }
}
