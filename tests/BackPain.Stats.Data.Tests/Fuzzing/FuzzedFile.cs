using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>A CSV file that a seed makes: written in an awkward way, and most often damaged as well.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Delimiter">The character between its fields.</param>
/// <param name="Request">What is asked of it, and what the reader is told of how it is written.</param>
public sealed record FuzzedFile(byte[] Bytes, char Delimiter, StudyRequest Request)
{
    private static readonly string[] Ends = ["\n", "\r\n", "\r"];
    private static readonly byte[] Awkward = [(byte)'"', (byte)'"', (byte)'"', (byte)',', (byte)';', (byte)'\t', (byte)'|', (byte)'\n', (byte)'\r', (byte)' ', 0, 0xFF, 0xFE, 0xC3, 0xE2, 0x80, 0xEF, 0xBB, 0xBF, 0xF0, 0xED, 0xA0, 0x1F, 0x1A, 0x7F, (byte)'1', (byte)'x', (byte)'-', (byte)'\\', (byte)'\''];

    /// <summary>The encoding of its characters, where it is not UTF-8.</summary>
    public Encoding Encoding { get; private init; } = Encoding.UTF8;

    /// <summary>The file of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="damaged">Whether it may be damaged.</param>
    /// <param name="rows">How many rows; a few where nobody says.</param>
    public static FuzzedFile Of(int seed, bool damaged = true, int? rows = null)
    {
        var random = new Random(seed);
        var delimiter = ",;\t|"[random.Next(4)];
        var (encoding, isNamed) = EncodingFor(random);
        var request = FuzzedQuestion.Of(random);
        var text = Text(random, delimiter, new FuzzedPersons(random, request), rows ?? (random.Next(50) == 0 ? random.Next(2000) : random.Next(14)));
        var isMarked = isNamed ? random.Next(3) == 0 && encoding is not { CodePage: 1252 } : encoding is not UTF8Encoding || random.Next(4) == 0;
        var file = Written(text, encoding, isMarked, delimiter, request with { Dialect = new CsvDialect(random.Next(4) == 0 ? null : delimiter, isNamed ? encoding : null) });
        for (var mutations = damaged && random.Next(5) > 1 ? random.Next(1, 4) : 0; mutations > 0; mutations--)
            file = file with { Bytes = Damaged(file.Bytes, random) };
        return file;
    }

    /// <summary>The file of a text.</summary>
    public static FuzzedFile Written(string text, Encoding encoding, bool isMarked, char delimiter, StudyRequest request) =>
        new([.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)], delimiter, request) { Encoding = encoding };

    private static (Encoding Encoding, bool IsNamed) EncodingFor(Random random) => random.Next(12) switch
    {
        0 => (NamedEncoding.Find("windows-1252")!, true),
        1 => (Encoding.Unicode, true),
        2 => (Encoding.BigEndianUnicode, true),
        3 => (Encoding.Unicode, false),
        4 => (Encoding.BigEndianUnicode, false),
        5 => (Encoding.UTF8, true),
        _ => (Encoding.UTF8, false),
    };

    private static string Text(Random random, char delimiter, FuzzedPersons persons, int rows)
    {
        var ends = random.Next(4) is var which && which < 3 ? [Ends[which]] : Ends;
        var (quoting, padding) = (random.Next(5), random.Next(3) == 0);
        var text = new StringBuilder();
        for (var blank = random.Next(12) == 0; blank; blank = random.Next(2) == 0)
            text.Append(End());
        Append(persons.Columns);
        for (var row = 0; row < rows; row++)
        {
            if (random.Next(12) == 0)
                text.Append(random.Next(3) == 0 ? " " : "").Append(End());
            if (random.Next(20) == 0)
                Append(persons.Columns.Select(_ => ""));
            Append(persons.Next());
        }
        if (rows > 0 && random.Next(3) == 0)
            text.Length -= text[^1] == '\n' && text[^2] == '\r' ? 2 : 1;
        return text.ToString();

        string End() => ends[random.Next(ends.Length)];
        void Append(IEnumerable<string> values) => text.AppendJoin(delimiter, values.Select(Written)).Append(End());

        string Written(string value)
        {
            var blank = padding && random.Next(4) == 0 ? "  "[..random.Next(3)] : "";
            var quoted = random.Next(5) < quoting || value.Any("\"\r\n,;\t|".Contains);
            return quoted ? $"{blank}\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{blank}" : blank + value + blank;
        }
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return bytes;
        var at = random.Next(bytes.Length);
        var length = Math.Min(random.Next(1, 20), bytes.Length - at);
        return random.Next(7) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]],
            3 => [.. bytes[..at], .. bytes[(at + length)..]],
            4 or 5 => [.. bytes[..at], Awkward[random.Next(Awkward.Length)], .. bytes[at..]],
            _ => [.. bytes[..at], Awkward[random.Next(Awkward.Length)], .. bytes[(at + 1)..]],
        };
    }
}
