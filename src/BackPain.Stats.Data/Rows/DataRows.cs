using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>
/// Named columns and their rows, one at a time; values are text in UTF-8. A format, or an engine that answers with rows, is one subclass:
/// it moves to the next row and gives its values. Names of columns, places in messages and threads are the same for all.
/// </summary>
/// <remarks>A value has no spaces or tabs around it. A row that is malformed is a problem, never a row.</remarks>
internal abstract class DataRows : IDisposable
{
    /// <summary>How often those who wait are told how far the reading is.</summary>
    public const int RowsBetweenTicks = 1024;

    private readonly TransportZero zeros = new();
    private readonly List<TransportZero> zerosOfViews = [];
    private ColumnNames names = new("", "", []);
    private string[] header = [];

    /// <summary>Rows of an input.</summary>
    /// <param name="file">The input, as the user named it.</param>
    /// <param name="log">Where problems go.</param>
    protected DataRows(string file, ProblemLog log) => (File, Log) = (file, log);

    /// <summary>A view of other rows, for a thread of its own.</summary>
    protected DataRows(DataRows whole, ProblemLog log)
    {
        (File, header, Log, names, DecimalComma) = (whole.File, whole.header, log, whole.names.Again(), whole.DecimalComma);
        whole.zerosOfViews.Add(zeros);
    }

    /// <summary>The input, as the user named it.</summary>
    public string File { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>How many columns there are.</summary>
    public int Width => header.Length;

    /// <summary>Whether numbers have a decimal comma.</summary>
    public bool DecimalComma { get; protected init; }

    /// <summary>The rows read so far.</summary>
    public long Rows { get; protected set; }

    /// <summary>The persons that the row stands for.</summary>
    public long Persons { get; set; } = 1;

    /// <summary>Rows that hold only delimiters; in a text of one column, blank lines, which may have been meant as empty answers.</summary>
    public long BlankLines { get; protected set; }

    /// <summary>The line on which the row starts, or its number in a format without lines.</summary>
    public abstract long Line { get; }

    /// <summary>How far the reading is.</summary>
    public abstract ReadingProgress Progress { get; }

    /// <summary>The SHA-256 of the bytes read so far, in hexadecimal; null if none is taken.</summary>
    public virtual string? Sha256 => null;

    /// <summary>Whether the rows can be shared out among threads.</summary>
    public virtual bool CanBeShared => false;

    /// <summary>A value of the row, without quotes; what stands for 0 in a SAS transport file as 0.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var value = ValueOf(column);
            if (value.IsEmpty || value[^1] != '9' || !TransportZero.Is(value, DecimalComma))
                return value;
            zeros.Add(column, Line);
            return "0"u8;
        }
    }

    /// <summary>Where problems go.</summary>
    protected ProblemLog Log { get; }

    /// <summary>The encoding in which texts were written, for messages.</summary>
    protected virtual string EncodingName => "UTF-8";

    /// <summary>The code for a value with bytes that stand for no text.</summary>
    protected virtual ProblemCode UndecodableCode => ProblemCodes.NotUtf8;

    /// <summary>Text of bytes that may not be UTF-8; then the wrong ones show as such.</summary>
    public static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);

    /// <summary>The index of a column; −1 and a problem if there is none.</summary>
    public int Find(string column) => names.Find(column, Log);

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Read()
    {
        if (!MoveNext())
            return false;
        Rows++;
        return true;
    }

    /// <summary>Goes through the remaining rows on several threads, in any order; false if they are malformed.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="join">Called once for each thread, one call at a time, with the view of the rows that it gets; returns what is to be
    /// done with a row.</param>
    /// <param name="tick">Called on this thread now and then; it may throw to stop the work.</param>
    /// <exception cref="NotSupportedException">They cannot be shared out.</exception>
    public virtual bool ReadInParallel(int threads, Func<DataRows, ProblemLog, Action> join, Action tick) =>
        throw new NotSupportedException();

    /// <summary>Where 0 was written as in a SAS transport file, once all rows have been read.</summary>
    public TransportZero Zeros() => TransportZero.SumOf(zerosOfViews.Append(zeros));

    /// <summary>Reports that a value of the row has bytes that stand for no text.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="to">Where the problem goes, if not to the log of the rows.</param>
    public void TellUndecodable(int column, ProblemLog? to = null)
    {
        var name = Header[column];
        var found = $"found '{UndecodableBytes.Shown(this[column])}' in column '{name}'";
        (to ?? Log).Add(new Problem(File, Line, UndecodableCode, found, $"expected {EncodingName}") { Column = name });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the names of the columns, and reports what is wrong with them.</summary>
    /// <param name="noun">What the input is: a file or a table.</param>
    /// <param name="found">The names.</param>
    protected void TakeHeader(string noun, string[] found)
    {
        (header, names) = (found, new ColumnNames(File, noun, found));
        new HeaderCheck(
            File, found,
            name => Log.Add(new Problem(File, 1, UndecodableCode, $"found column '{name}'", $"expected {EncodingName}")),
            Log).Check();
    }

    /// <summary>Closes what is read.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>A value of the row.</summary>
    protected abstract ReadOnlySpan<byte> ValueOf(int column);

    /// <summary>Moves to the next row; false at the end, and where a problem ends the reading.</summary>
    protected abstract bool MoveNext();
}
