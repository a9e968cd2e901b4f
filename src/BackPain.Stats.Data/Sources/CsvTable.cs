using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Problems;
using CsvHelper;

namespace BackPain.Stats.Data.Sources;

/// <summary>The rows of a text file with a header, one at a time, as UTF-8 bytes. The only place that knows the parser.</summary>
/// <remarks>Spaces and tabs around a value are not part of it. Blank lines are not rows. A row that is malformed is a problem, never a row.</remarks>
internal sealed class CsvTable : IDisposable
{
    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly CsvReader reader;
    private readonly ProblemLog log;
    private readonly string[] header;

    public CsvTable(InputFile file, Stream stream, CsvDialect dialect, ProblemLog log)
    {
        (File, this.log, DecimalComma) = (file.Name, log, dialect.DecimalComma);
        reader = CsvReader.Create(file.IsCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream, new CsvReaderOptions
        {
            Separator = dialect.Delimiter ?? (file.IsTabSeparated ? '\t' : null),
            Encoding = dialect.Encoding,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = Report,
        });
        header = [];
        if (Guarded(() => { reader.ReadHeader(); return true; }))
            header = [.. reader.Headers.Select(name => name.Trim())];
        if (log.Errors == 0)
            CheckHeader();
    }

    /// <summary>The file, as the user named it.</summary>
    public string File { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Whether numbers have a decimal comma.</summary>
    public bool DecimalComma { get; }

    /// <summary>The rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The line on which the row starts.</summary>
    public long Line => reader.LineNumber;

    /// <summary>A value of the row, without quotes.</summary>
    public ReadOnlySpan<byte> this[int column] => reader.GetSpan(column);

    /// <summary>The place of a column; −1 and a problem if there is none.</summary>
    public int Find(string column)
    {
        var place = Array.IndexOf(header, column);
        if (place < 0)
        {
            var names = string.Join(", ", header.Take(40)) + (header.Length > 40 ? $" and {header.Length - 40} more" : "");
            log.Add(new Problem(File, 1, ProblemCodes.UnknownColumn, $"found no column '{column}'", $"the file has {names}", $"{Nearest.Suggestion(column, header).TrimStart()} {ProblemCodes.UnknownColumn.Remedy}".Trim()));
        }
        return place;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Read()
    {
        if (!Guarded(reader.Read))
            return false;
        Rows++;
        return true;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Text of bytes that may not be UTF-8; then the wrong ones show as such.</summary>
    public static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);

    private bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException error)
        {
            log.Add(new Problem(File, Math.Max(1, error.LineNumber), ProblemCodes.UnclosedQuote, $"found a row of more than {LongestRecord / 1024 / 1024} MB", "expected a quoted value to end"));
        }
        catch (InvalidDataException)
        {
            log.Add(new Problem(File, Math.Max(1, reader.LineNumber), ProblemCodes.NotGzip, "found bytes that do not decompress", "expected gzip"));
        }
        return false;
    }

    private void CheckHeader()
    {
        if (header.Length == 0)
            log.Add(new Problem(File, 1, ProblemCodes.EmptyFile, "found nothing", "expected a header line and rows"));
        else if (Array.IndexOf(header, "") is var empty and >= 0)
            log.Add(new Problem(File, 1, ProblemCodes.NoHeader, $"found no name for column {empty + 1} of {header.Length}", "expected a name for every column"));
        else if (Array.TrueForAll(header, name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            log.Add(new Problem(File, 1, ProblemCodes.NoHeader, $"found numbers only ({string.Join(", ", header.Take(5))})", "expected the names of the columns"));
        foreach (var name in header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1).Select(group => group.Key))
            log.Add(new Problem(File, 1, ProblemCodes.DuplicateColumn, $"found column '{name}' twice"));
        foreach (var name in header.Where(name => name.Contains('\uFFFD', StringComparison.Ordinal)))
            log.Add(new Problem(File, 1, ProblemCodes.NotUtf8, $"found column '{name}'", "expected UTF-8"));
    }

    private void Report(CsvMalformedRecord record)
    {
        var line = Math.Max(1, record.LineNumber);
        log.Add(record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => new Problem(File, line, ProblemCodes.RaggedRow, $"found {FieldsIn(record.RawRecord)} fields", $"expected {reader.Headers.Count}, as in the header"),
            CsvMalformedReason.UnterminatedQuote => new Problem(File, line, ProblemCodes.UnclosedQuote, "found a quote that opens a value", "expected another that closes it, but the file ends"),
            _ => new Problem(File, line, ProblemCodes.StrayQuote, "found a quote or text where none may stand", "expected a delimiter or the end of the line"),
        });
    }

    private int FieldsIn(string record)
    {
        using var one = CsvReader.FromText(record, new CsvReaderOptions { Separator = reader.Separator, HasHeader = false });
        return one.Read() ? one.FieldCount : 0;
    }
}
