using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using CsvHelper;

namespace BackPain.Stats.Data.Rows;

/// <summary>The rows of a text file with a header, one at a time, as UTF-8 bytes. The only place that knows the parser.</summary>
/// <remarks>Spaces and tabs around a value are not part of it. Blank lines are not rows. A row that is malformed is a problem, never a row.</remarks>
internal sealed class CsvTable : IDisposable
{
    /// <summary>How often those who wait are told how far the reading is.</summary>
    public const int RowsBetweenTicks = 1024;

    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly CsvReader reader;
    private readonly Utf8Text text;
    private readonly ProblemLog log;
    private readonly Func<bool> next;
    private readonly string[] header;
    private readonly ColumnNames names;
    private readonly List<TransportZero> zerosOfViews = [];
    private readonly TransportZero zeros = new();
    private long nextLine;

    public CsvTable(InputFile file, Stream stream, CsvDialect dialect, ProblemLog log)
    {
        (File, this.log, DecimalComma) = (file.Name, log, dialect.DecimalComma);
        text = new Utf8Text(file.IsCompressed ? new GzipData(stream) : stream, dialect.Encoding);
        reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = dialect.Delimiter ?? (file.IsTabSeparated ? '\t' : null),
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
            (header, nextLine) = ([.. reader.Headers.Select(name => name.Trim())], reader.LineNumber + 1 + reader.Headers.Sum(name => MalformedRecord.BreaksIn(Encoding.UTF8.GetBytes(name))));
        names = new ColumnNames(file.Name, file.Counted is null ? "file" : "table", header);
        if (log.Errors == errorsBefore)
            new HeaderCheck(file.Name, header, text, log).Check();
    }

    /// <summary>A view of another table that stands on the record of one worker.</summary>
    private CsvTable(CsvTable whole, CsvReader worker, ProblemLog log) =>
        (reader, text, next, this.log, header, names, File, DecimalComma) =
            (worker, whole.text, worker.Read, log, whole.header, whole.names.Again(), whole.File, whole.DecimalComma);

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

    /// <summary>Rows that hold only delimiters; in a file of one column, blank lines, which may have been meant as empty answers.</summary>
    public long BlankLines { get; private set; }

    /// <summary>The line on which the row starts.</summary>
    public long Line => reader.LineNumber;

    /// <summary>A value of the row, without quotes; what stands for 0 in a SAS transport file as 0.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var value = reader.GetSpan(column);
            if (value.IsEmpty || value[^1] != '9' || !TransportZero.Is(value, DecimalComma))
                return value;
            zeros.Add(column, Line);
            return "0"u8;
        }
    }

    /// <summary>The place of a column; −1 and a problem if there is none.</summary>
    public int Find(string column) => names.Find(column, log);

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Read()
    {
        do
        {
            if (!Guarded(next))
                return false;
            if (header.Length == 1)
                CountBlankLines();
        }
        while (IsBlank() && ++BlankLines > 0);
        Rows++;
        return true;
    }

    /// <summary>Goes through the remaining rows on several threads, in any order; false where the text is malformed.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="join">Called once for each thread, one call at a time, with the view of the rows that it gets; returns what is to be done with a row.</param>
    /// <param name="tick">Called on this thread now and then, with the rows so far; it may throw to stop the work.</param>
    public bool ReadInParallel(int threads, Func<CsvTable, ProblemLog, Action> join, Action<long> tick)
    {
        var rows = new PerWorker<CsvReader, Func<bool>>(worker =>
        {
            var own = new ProblemLog();
            var view = new CsvTable(this, worker, own);
            zerosOfViews.Add(view.zeros);
            var count = join(view, own);
            return () =>
            {
                if (view.IsBlank())
                    return false;
                count();
                return true;
            };
        });
        return Guarded(() =>
        {
            foreach (var isRow in reader.ParallelEnumerate(worker => rows.Of(worker)(), threads))
            {
                if (!isRow)
                    BlankLines++;
                else if (++Rows % RowsBetweenTicks == 0)
                    tick(Rows);
            }
            return true;
        });
    }

    /// <summary>Where 0 was written as in a SAS transport file, once all rows have been read.</summary>
    public TransportZero Zeros() => TransportZero.SumOf(zerosOfViews.Append(zeros));

    /// <summary>Reports that a value of the row has bytes that stand for no text.</summary>
    /// <param name="column">The place of the column.</param>
    /// <param name="to">Where the problem goes, if not to the log of the table.</param>
    public void TellUndecodable(int column, ProblemLog? to = null)
    {
        var name = header[column];
        var found = $"found '{UndecodableBytes.Shown(this[column])}' in column '{name}'";
        (to ?? log).Add(new Problem(File, Line, text.UndecodableCode, found, $"expected {text.EncodingName}") { Column = name });
    }

    public void Dispose()
    {
        reader.Dispose();
        text.Dispose();
    }

    /// <summary>Text of bytes that may not be UTF-8; then the wrong ones show as such.</summary>
    public static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);

    /// <summary>Whether the row is nothing but delimiters, as a spreadsheet writes them below a table.</summary>
    private bool IsBlank() => header.Length > 1 && MalformedRecord.IsBlank(reader.RawRecord, reader.Separator);

    private void CountBlankLines()
    {
        BlankLines += Line - nextLine;
        nextLine = Line + 1 + MalformedRecord.BreaksIn(reader.RawRecord);
    }

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
        catch (InvalidDataException error)
        {
            var line = Math.Max(1, reader.LineNumber);
            log.Add(new Problem(File, line, ProblemCodes.NotGzip, $"found {error.Message}", "expected a whole gzip file"));
        }
        return false;
    }

    private void Report(CsvMalformedRecord record)
    {
        if (MalformedRecord.ProblemOf(record, File, reader) is { } problem)
            log.Add(problem);
        else
            BlankLines++;
    }
}
