using System.Globalization;
using System.Text;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>What a file holds, counted the plain way: persons and their weights by design, stratum and answer, or the lines that are wrong.</summary>
/// <param name="Cells">Keys, persons, Σw, Σw² and the sums of the replicate weights, in order.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Wrong">"line code" of what is wrong, in order.</param>
/// <param name="Known">The last line up to which it is known what is wrong.</param>
internal sealed record NaiveCount(IReadOnlyList<string> Cells, int Rows, IReadOnlyList<string> Wrong, int Known)
{
    /// <summary>Where nothing else is wrong: lines, one of which is told for a finite population that does not fit.</summary>
    public IReadOnlyList<int> Unfit { get; init; } = [];

    /// <summary>The warnings that there are to be, by their codes.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Counts a file.</summary>
    public static NaiveCount Of(FuzzedFile file)
    {
        // What begins like UTF-32 is not tried as UTF-16, and UTF-16 is no UTF-32.
        if (file.Bytes.AsSpan().StartsWith(Encoding.UTF32.Preamble))
            return Refused(1, [file.Bytes.Length == 4 ? "empty-file" : "undecodable-text"]);
        var count = Of(file, new NaiveCsv(Encoding.Latin1.GetString(Utf8(file)), file.Delimiter));
        var undecodable = EncodingOf(file) is UTF8Encoding ? "not-utf8" : "undecodable-text";
        return count with { Wrong = [.. count.Wrong.Select(wrong => wrong.Replace("undecodable", undecodable, StringComparison.Ordinal))] };
    }

    private static NaiveCount Of(FuzzedFile file, NaiveCsv csv)
    {
        if (csv.Next() is not { } first)
            return Refused(1, ["empty-file"]) with { Known = int.MaxValue };
        if (first.Code is not null)
            return Refused(first.Line, [first.Code]);
        var header = first.Fields.ConvertAll(name => NaiveValues.Shown(name).Trim());
        if (HeaderCodes(header).ToList() is { Count: > 0 } wrong)
            return Refused(1, wrong);
        var design = new NaiveDesign(header, file.Request);
        var asked = new[] { "pain", file.Request.Stratifications.Count > 0 ? "stratum" : null }.OfType<string>();
        return asked.Where(name => !header.Contains(name)).Concat(design.Absent).Select(_ => "unknown-column").ToList() is { Count: > 0 } unknown ? Refused(1, unknown) : new NaiveTally(file.Request, header, design).Of(csv);
    }

    private static NaiveCount Refused(int line, IEnumerable<string> codes) => new([], 0, [.. codes.Select(code => $"{line} {code}")], line);

    private static IEnumerable<string> HeaderCodes(List<string> header)
    {
        if (header[0].StartsWith('\u001f') || header.Exists(name => name.Contains('\0', StringComparison.Ordinal)))
            return ["not-utf8"];
        if (header.Skip(header.Count > 1 ? 1 : 0).Contains("") || header.TrueForAll(name => name.Length == 0 || double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            return ["no-header"];
        var twice = header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(_ => "duplicate-column");
        return [.. twice, .. header.Where(name => name.Contains('\uFFFD', StringComparison.Ordinal)).Select(_ => "undecodable")];
    }

    /// <summary>The mark of a file, which wins over what is said.</summary>
    private static Encoding? MarkOf(FuzzedFile file) => Array.Find([Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode], encoding => file.Bytes.AsSpan().StartsWith(encoding.Preamble));

    private static Encoding EncodingOf(FuzzedFile file) => MarkOf(file) ?? file.Request.Dialect.Encoding ?? Encoding.UTF8;

    /// <summary>The file as UTF-8 without its mark; what cannot be decoded is not UTF-8 there either.</summary>
    private static byte[] Utf8(FuzzedFile file)
    {
        var (bytes, encoding) = (file.Bytes[(MarkOf(file)?.Preamble.Length ?? 0)..], EncodingOf(file));
        if (encoding is UTF8Encoding)
            return bytes;
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback("\uFDD0");
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(marking.GetString(bytes))).Replace("\u00EF\u00B7\u0090", "\u00FF", StringComparison.Ordinal));
    }
}
