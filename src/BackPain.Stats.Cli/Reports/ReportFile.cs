using System.Buffers;
using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Finds and reads the file of a report, which may be a bundled one.</summary>
internal static class ReportFile
{
    private const string Extension = ".md";
    private const int Megabyte = 1024 * 1024;
    private const int Largest = 16 * Megabyte;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    // Encodings that are recognized by their byte-order mark.
    private static readonly Encoding[] Marked =
    [
        Utf8,
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(sign => char.IsControl(sign) && sign is not ('\n' or '\t'))]);

    private static string Bundled => Path.Combine(BundledData.Folder, "reports");

    /// <summary>The names of the bundled reports.</summary>
    public static IEnumerable<string> Names =>
        Directory.Exists(Bundled)
            ? Directory.EnumerateFiles(Bundled, $"*{Extension}")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal)
            : [];

    /// <summary>Returns the path of a report.</summary>
    /// <exception cref="UnreachableInputException">There is none of that name.</exception>
    public static string Find(string name)
    {
        if (File.Exists(name))
            return name;
        if (Names.Contains(name, StringComparer.Ordinal))
            return Path.Combine(Bundled, name + Extension);
        throw new UnreachableInputException(Directory.Exists(name)
            ? $"{name}: is a folder; name a file in it."
            : $"{name}: there is no such file, and no bundled report of that name.{Nearest.Suggestion(name, Names)}");
    }

    /// <summary>Reads the text of a report. Problems go into the log.</summary>
    /// <param name="name">The name of the report, as the user gave it.</param>
    /// <param name="path">Its path.</param>
    /// <param name="log">Collects the problems.</param>
    public static string SourceIn(string name, string path, ProblemLog log)
    {
        var bytes = StartOf(path);
        if (bytes.Length > Largest)
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"{Largest / Megabyte} MB");
            Complain(1, $"found a report of more than {size}", "expected text, with the data in files of their own", "Split it.");
            return "";
        }
        var encoding = Array.Find(Marked, known => bytes.AsSpan().StartsWith(known.Preamble));
        var mark = encoding?.Preamble.Length ?? 0;
        encoding ??= Utf8;
        try
        {
            var text = encoding.GetString(bytes.AsSpan(mark)).ReplaceLineEndings("\n");
            if (text.AsSpan().IndexOfAny(Controls) is >= 0 and var at)
            {
                var code = ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
                Complain(1 + text.AsSpan(0, at).Count('\n'), $"found the control character U+{code}", "expected text", "Remove it.");
            }
            return text;
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes.AsSpan(0, mark + error.Index).Count((byte)'\n');
            Complain(line, $"found bytes that are not {encoding.WebName}", "expected text in UTF-8", "Save it as UTF-8.");
            return "";
        }

        void Complain(int line, string found, string expected, string remedy) =>
            log.Add(new Complaint(found, expected, remedy).At(name, line, ProblemCodes.BadReport));
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="UnreachableInputException">There is no such file.</exception>
    public static string TextOf(string path) => File.Exists(path)
        ? File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n")
        : throw new UnreachableInputException($"{path}: there is no such file.");

    /// <summary>Reads a file, or just enough of it to know that it is too large: a device may be endless.</summary>
    private static byte[] StartOf(string path)
    {
        using var stream = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[Megabyte];
        for (int count; bytes.Length <= Largest && (count = stream.Read(buffer)) > 0;)
            bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }
}
