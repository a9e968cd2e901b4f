using System.Runtime.CompilerServices;
using System.Text.Unicode;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Reads one key of the tabulation from one column: which level the value of a row is.</summary>
internal abstract class KeyReader
{
    /// <summary>The code of a value that cannot be counted.</summary>
    public const int Refused = int.MinValue;

    private readonly ColumnCoder coder;
    private readonly int place;

    /// <param name="column">The place of the column in the file, or −1.</param>
    /// <param name="field">What is known of the column.</param>
    /// <param name="missing">The codes for a missing answer.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="place">The place of the key.</param>
    protected KeyReader(int column, Field field, IReadOnlySet<string> missing, TabulationBuilder builder, int place)
    {
        (Column, Field, Missing, this.place) = (column, field, missing, place);
        coder = new ColumnCoder(value => value is null ? Refused : LevelOf(value) is { } level ? builder.CodeOf(place, level) : Refused);
    }

    /// <summary>The place of the column in the file, or −1.</summary>
    public int Column { get; }

    /// <summary>What is known of the column.</summary>
    public Field Field { get; }

    /// <summary>The codes for a missing answer.</summary>
    protected IReadOnlySet<string> Missing { get; }

    /// <summary>Puts the level of the row into its key; false, and a problem, where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read(CsvTable row, Span<int> key, ProblemLog log)
    {
        var value = row[Column];
        key[place] = coder.CodeOf(value);
        if (key[place] != Refused)
            return true;
        if (Utf8.IsValid(value))
            Refuse(CsvTable.Shown(value), row, log);
        else
            row.TellNotUtf8(Column);
        return false;
    }

    /// <summary>Tells, at the end of the file, what can only be told of all rows together.</summary>
    public virtual void Finish(CsvTable table, ProblemLog log)
    {
    }

    /// <summary>The level that a value is; nothing where it cannot be counted.</summary>
    protected abstract Level? LevelOf(string value);

    /// <summary>Tells that a value cannot be counted.</summary>
    protected abstract void Refuse(string value, CsvTable row, ProblemLog log);

    /// <summary>The reason for a missing answer: its code, and its label where the codebook has one.</summary>
    protected Level MissingFor(string code) => Level.Missing(Field.ReasonFor(code));
}
