using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Problems;
using CsvHelper;

namespace BackPain.Stats.Data.Sources;

/// <summary>The rows of a text file with a header, one at a time, as UTF-8 bytes. The only place that knows the parser.</summary>
/// <remarks>Spaces and tabs around a value are not part of it. Blank lines are not rows. A row that is malformed is a problem, never a row.</remarks>
internal sealed class CsvTable : IDisposable
{
    /// <summary>How often those who wait are told how far the reading is.</summary>
    public const int RowsBetweenTicks = 1024;

    private const int LongestRecord = 16 * 1024 * 1024;

    // Without this the framework takes the end of a file that was cut off for the end of the data.
    private static readonly bool StrictGzip = Demand("System.IO.Compression.UseStrictValidation");

    private readonly CsvReader reader;
    private readonly ProblemLog log;
    private readonly Func<bool> next;
    private readonly string[] header;
    private readonly string noun = "file";
    private readonly HashSet<string> absent = new(StringComparer.Ordinal);
    private long nextLine;

    public CsvTable(InputFile file, Stream stream, CsvDialect dialect, ProblemLog log)
    {
        (File, this.log, DecimalComma, noun) = (file.Name, log, dialect.DecimalComma, file.Counted is null ? "file" : "table");
        reader = CsvReader.Create(file.IsCompressed && StrictGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream, new CsvReaderOptions
        {
            Separator = dialect.Delimiter ?? (file.IsTabSeparated ? '\t' : null),
            // UTF-8 is what the parser works on; naming it would only have it decoded, and its mistakes papered over.
            Encoding = dialect.Encoding is { } named && named.CodePage != Encoding.UTF8.CodePage ? named : null,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = Report,
        });
        next = reader.Read;
        var errorsBefore = log.Errors;
        header = [];
        if (Guarded(() => { reader.ReadHeader(); return true; }))
            (header, nextLine) = ([.. reader.Headers.Select(name => name.Trim())], reader.LineNumber + 1 + reader.Headers.Sum(name => BreaksIn(Encoding.UTF8.GetBytes(name))));
        if (log.Errors == errorsBefore)
            new HeaderCheck(file.Name, header, log).Check();
    }

    /// <summary>A view of another table that stands on the record of one worker.</summary>
    private CsvTable(CsvTable whole, CsvReader worker, ProblemLog log) =>
        (reader, next, this.log, header, File, DecimalComma) = (worker, worker.Read, log, whole.header, whole.File, whole.DecimalComma);

    /// <summary>The file, as the user named it.</summary>
    public string File { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Whether numbers have a decimal comma.</summary>
    public bool DecimalComma { get; }

    /// <summary>The rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The persons that the row stands for.</summary>
    public long Persons { get; set; } = 1;

    /// <summary>In a file of one column: the blank lines between rows, which may have been meant as empty answers.</summary>
    public long BlankLines { get; private set; }

    /// <summary>The line on which the row starts.</summary>
    public long Line => reader.LineNumber;

    /// <summary>A value of the row, without quotes.</summary>
    public ReadOnlySpan<byte> this[int column] => reader.GetSpan(column);

    /// <summary>The place of a column; −1 and a problem if there is none, which is told once, for however many uses the column was asked for.</summary>
    public int Find(string column)
    {
        var place = Array.IndexOf(header, column);
        if (place < 0 && absent.Add(column))
        {
            var names = string.Join(", ", header.Take(40).Select(Quoted)) + (header.Length > 40 ? $" and {header.Length - 40} more" : "");
            log.Add(new Problem(File, 1, ProblemCodes.UnknownColumn, $"found no column '{column}'", $"the {noun} has {names}", $"{Nearest.Suggestion(column, header).TrimStart()} {DelimiterHint()}{ProblemCodes.UnknownColumn.Remedy}".Trim()));
        }
        return place;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Read()
    {
        if (!Guarded(next))
            return false;
        Rows++;
        if (header.Length == 1)
            CountBlankLines();
        return true;
    }

    /// <summary>Goes through the remaining rows on several threads, in any order; false where the text is malformed.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="join">Called once for each thread, one call at a time, with the view of the rows that it gets; returns what is to be done with a row.</param>
    /// <param name="tick">Called on this thread now and then, with the rows so far; it may throw to stop the work.</param>
    public bool ReadInParallel(int threads, Func<CsvTable, ProblemLog, Action> join, Action<long> tick)
    {
        var rows = new PerWorker<CsvReader, Action>(worker =>
        {
            var own = new ProblemLog();
            return join(new CsvTable(this, worker, own), own);
        });
        return Guarded(() =>
        {
            foreach (var _ in reader.ParallelEnumerate(Visit, threads))
            {
                if (++Rows % RowsBetweenTicks == 0)
                    tick(Rows);
            }
            return true;
        });

        bool Visit(CsvReader worker)
        {
            rows.Of(worker)();
            return true;
        }
    }

    /// <summary>Tells that a value of the row is not UTF-8.</summary>
    /// <param name="column">The place of the column.</param>
    /// <param name="to">Where the problem goes, if not to the log of the table.</param>
    public void TellNotUtf8(int column, ProblemLog? to = null) => (to ?? log).Add(new Problem(File, Line, ProblemCodes.NotUtf8, $"found '{Shown(this[column])}' in column '{header[column]}'", "expected UTF-8"));

    public void Dispose() => reader.Dispose();

    /// <summary>Text of bytes that may not be UTF-8; then the wrong ones show as such.</summary>
    public static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);

    private static bool Demand(string runtimeSwitch)
    {
        AppContext.SetSwitch(runtimeSwitch, true);
        return true;
    }

    private void CountBlankLines()
    {
        BlankLines += Line - nextLine;
        nextLine = Line + 1 + BreaksIn(reader.RawRecord);
    }

    private static int BreaksIn(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);

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
            log.Add(new Problem(File, Math.Max(1, reader.LineNumber), ProblemCodes.NotGzip, "found bytes that do not decompress, or an end before the end", "expected a whole gzip file"));
        }
        return false;
    }

    /// <summary>A name as it stands in a list of names.</summary>
    private static string Quoted(string name) => name.All(character => char.IsLetterOrDigit(character) || character is '_' or '.' or '-' or ':') ? name : $"'{name}'";

    /// <summary>A whole line taken for one name tells that the delimiter is another.</summary>
    private string DelimiterHint() =>
        header is [var only] && only.AsSpan().IndexOfAny(",;\t|") is >= 0 and var at ? $"The delimiter seems to be '{only[at]}'; name it with --delimiter. " : "";

    private void Report(CsvMalformedRecord record)
    {
        var line = Math.Max(1, record.LineNumber);
        log.Add(record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => new Problem(File, line, ProblemCodes.RaggedRow, FieldsIn(record.RawRecord) is var fields && fields == 1 ? "found 1 field" : $"found {fields} fields", $"expected {reader.Headers.Count}, as in the header"),
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
