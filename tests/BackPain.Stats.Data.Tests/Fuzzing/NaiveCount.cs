using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>What a file holds, counted the plain way: persons and weights by stratum and answer, or the lines that are wrong.</summary>
/// <param name="Cells">"stratum,answer persons weight", in order; nothing where anything is wrong.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Wrong">"line code" of what is wrong, in order.</param>
/// <param name="Known">The last line up to which it is known what is wrong.</param>
internal sealed partial record NaiveCount(IReadOnlyList<string> Cells, int Rows, IReadOnlyList<string> Wrong, int Known)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Counts a file; the weights too, where they are asked for.</summary>
    public static NaiveCount Of(FuzzedFile file, bool weighted)
    {
        // What begins like UTF-32 is not tried as UTF-16.
        if (file.Bytes.AsSpan().StartsWith(Encoding.UTF32.Preamble))
            return new([], 0, ["1 not-utf8"], 1);
        var csv = new NaiveCsv(Encoding.Latin1.GetString(Utf8(file)), file.Delimiter);
        if (csv.Next() is not { } first)
            return new([], 0, ["1 empty-file"], int.MaxValue);
        if (first.Code is not null)
            return new([], 0, [$"{first.Line} {first.Code}"], first.Line);
        var header = first.Fields.ConvertAll(name => Shown(name).Trim());
        if (HeaderCodes(header).Select(code => $"1 {code}").ToList() is { Count: > 0 } wrong)
            return new([], 0, wrong, 1);
        var asked = weighted ? new[] { "pain", "stratum", "w" } : ["pain", "stratum"];
        if (asked.Where(name => !header.Contains(name)).Select(_ => "1 unknown-column").ToList() is { Count: > 0 } unknown)
            return new([], 0, unknown, 1);
        return Count(csv, header.Count, header.IndexOf("stratum"), header.IndexOf("pain"), weighted ? header.IndexOf("w") : -1);
    }

    private static NaiveCount Count(NaiveCsv csv, int columns, int stratumAt, int painAt, int weightAt)
    {
        var (cells, rows, known, unexplained) = (new Dictionary<string, (int N, double W)>(StringComparer.Ordinal), 0, int.MaxValue, 0);
        var wrong = new List<(int Line, string Code)>();
        while (csv.Next() is { } row)
        {
            if (row.Code is not null)
            {
                wrong.Add((row.Line, row.Code));
                known = row.Line;
                break;
            }
            if (row.Fields.Count != columns)
            {
                wrong.Add((row.Line, "ragged-row"));
                continue;
            }
            rows++;
            var weight = 1d;
            if (weightAt >= 0 && WeightCode(row.Fields[weightAt], out weight) is { } code)
            {
                wrong.Add((row.Line, code));
                continue;
            }
            var (stratum, answer) = (Stratum(row.Fields[stratumAt]), Answer(row.Fields[painAt]));
            wrong.AddRange(new[] { stratum, answer }.Where(level => level is null).Select(_ => (row.Line, "not-utf8")));
            if (answer is { Length: 0 })
                unexplained = unexplained == 0 ? row.Line : unexplained;
            var key = $"{stratum},{(weight == 0 ? "weight-0" : answer)}";
            cells[key] = cells.TryGetValue(key, out var cell) ? (cell.N + 1, cell.W + weight) : (1, weight);
        }
        if (unexplained > 0)
            wrong.Add((unexplained, "unexplained-code"));
        var told = wrong.Order().Select(entry => $"{entry.Line} {entry.Code}").ToList();
        return new([.. cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key} {cell.Value.N} {cell.Value.W:R}")).Order(StringComparer.Ordinal)], rows, told, known);
    }

    private static IEnumerable<string> HeaderCodes(List<string> header)
    {
        if (header[0].StartsWith('\u001f') || header.Exists(name => name.Contains('\0', StringComparison.Ordinal)))
            return ["not-utf8"];
        if (header.Contains("") || header.TrueForAll(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            return ["no-header"];
        var twice = header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(_ => "duplicate-column");
        return [.. twice, .. header.Where(name => name.Contains('\uFFFD', StringComparison.Ordinal)).Select(_ => "not-utf8")];
    }

    private static string? Stratum(string value) => Decoded(value) is not { } text ? null : IsMissing(text) ? Missing(text) : text;

    private static string? Answer(string value) => Decoded(value) is not { } text ? null : text.ToUpperInvariant() switch
    {
        "1" or "YES" or "Y" or "TRUE" or "T" => "case",
        "0" or "NO" or "N" or "FALSE" or "F" => "non-case",
        _ => IsMissing(text) ? Missing(text) : "",
    };

    private static string? WeightCode(string value, out double weight)
    {
        weight = 0;
        if (value is "" or "NA" or ".")
            return "missing-weight";
        if (value.Length > 64 || !Number().IsMatch(value) || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out weight) || !(Math.Abs(weight) <= 1e140))
            return "not-a-number";
        return weight < 0 ? "negative-weight" : null;
    }

    private static bool IsMissing(string text) => text is "" or "NA" or "." or "9";

    private static string Missing(string code) => code.Length == 0 ? "?empty" : $"?{code}";

    private static string Shown(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    private static string? Decoded(string bytes)
    {
        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The file as UTF-8 without its mark; a mark wins over what is said.</summary>
    private static byte[] Utf8(FuzzedFile file)
    {
        var marked = Array.Find([Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode], encoding => file.Bytes.AsSpan().StartsWith(encoding.Preamble));
        var bytes = file.Bytes.AsSpan(marked?.Preamble.Length ?? 0);
        var encoding = marked ?? file.Dialect.Encoding ?? Encoding.UTF8;
        return encoding is UTF8Encoding ? bytes.ToArray() : Encoding.UTF8.GetBytes(encoding.GetString(bytes));
    }

    [GeneratedRegex(@"\A[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
