using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using CsvHelper;

namespace BackPain.Stats.Data.Rows;

/// <summary>The rows of a text file with a header. The only place that knows the parser.</summary>
/// <remarks>Blank lines are not rows.</remarks>
internal sealed class CsvRows : DataRows
{
    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly CsvReader reader;
    private readonly MeasuredStream bytes;
    private readonly Utf8Text text;
    private readonly Func<bool> next;
    private long nextLine;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">Its bytes; closed with the rows.</param>
    /// <param name="dialect">How its text is written.</param>
    /// <param name="log">Where problems go.</param>
    public CsvRows(InputFile file, MeasuredStream bytes, CsvDialect dialect, ProblemLog log)
        : base(file.Name, log)
    {
        (this.bytes, DecimalComma) = (bytes, dialect.DecimalComma);
        text = new Utf8Text(file.IsCompressed ? new GzipData(bytes) : bytes, dialect.Encoding);
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
        if (!Guarded(ReadHeader))
            return;
        nextLine = reader.LineNumber + 1 + reader.Headers.Sum(name => MalformedRecord.BreaksIn(Encoding.UTF8.GetBytes(name)));
        TakeHeader("file", [.. reader.Headers.Select(name => name.Trim())]);
    }

    /// <summary>A view of other rows that stands on the record of one worker.</summary>
    private CsvRows(CsvRows whole, CsvReader worker, ProblemLog log)
        : base(whole, log) =>
        (reader, bytes, text, next) = (worker, whole.bytes, whole.text, worker.Read);

    /// <inheritdoc/>
    public override long Line => reader.LineNumber;

    /// <inheritdoc/>
    public override ReadingProgress Progress => new(Rows, bytes.Bytes, bytes.Expected);

    /// <inheritdoc/>
    public override string? Sha256 => bytes.Sha256();

    /// <inheritdoc/>
    public override bool CanBeShared => Width > 1;

    /// <inheritdoc/>
    protected override string EncodingName => text.EncodingName;

    /// <inheritdoc/>
    protected override ProblemCode UndecodableCode => text.UndecodableCode;

    /// <inheritdoc/>
    public override bool ReadInParallel(int threads, Func<DataRows, ProblemLog, Action> join, Action tick)
    {
        var rows = new PerWorker<CsvReader, Func<bool>>(worker =>
        {
            var own = new ProblemLog();
            var view = new CsvRows(this, worker, own);
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
                    tick();
            }
            return true;
        });
    }

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> ValueOf(int column) => reader.GetSpan(column);

    /// <inheritdoc/>
    protected override bool MoveNext()
    {
        do
        {
            if (!Guarded(next))
                return false;
            if (Width == 1)
                CountBlankLines();
        }
        while (IsBlank() && ++BlankLines > 0);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
            text.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Whether the row is nothing but delimiters, as a spreadsheet writes them below a table.</summary>
    private bool IsBlank() => Width > 1 && MalformedRecord.IsBlank(reader.RawRecord, reader.Separator);

    private void CountBlankLines()
    {
        BlankLines += Line - nextLine;
        nextLine = Line + 1 + MalformedRecord.BreaksIn(reader.RawRecord);
    }

    private bool ReadHeader()
    {
        var errorsBefore = Log.Errors;
        reader.ReadHeader();
        return Log.Errors == errorsBefore;
    }

    private bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException error)
        {
            var found = $"found a row of more than {LongestRecord / 1024 / 1024} MB";
            Log.Add(new Problem(File, Math.Max(1, error.LineNumber), ProblemCodes.UnclosedQuote, found, "expected a quoted value to end"));
        }
        catch (InvalidDataException error)
        {
            var line = Math.Max(1, reader.LineNumber);
            Log.Add(new Problem(File, line, ProblemCodes.NotGzip, $"found {error.Message}", "expected a whole gzip file"));
        }
        return false;
    }

    private void Report(CsvMalformedRecord record)
    {
        if (MalformedRecord.ProblemOf(record, File, reader) is { } problem)
            Log.Add(problem);
        else
            BlankLines++;
    }
}
