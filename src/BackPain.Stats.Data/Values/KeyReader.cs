using System.Runtime.CompilerServices;
using System.Text.Unicode;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>Reads one key of the tabulation from one column: which level the value of a row is.</summary>
internal abstract class KeyReader
{
    /// <summary>The code of a value that cannot be counted.</summary>
    public const int Refused = int.MinValue;

    private readonly ColumnCoder coder;
    private readonly CodedColumn values;
    private readonly TabulationBuilder builder;
    private readonly int outside;
    private readonly List<AttendedValue> attended = [];
    private readonly Dictionary<int, List<Problem>> wrongIfInside = [];

    /// <param name="column">The index of the column in the file, or −1.</param>
    /// <param name="codes">What is known of the codes of the column.</param>
    /// <param name="values">How its values are compared with them.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="index">The index of the key.</param>
    protected KeyReader(int column, ColumnCodes codes, CodedColumn values, TabulationBuilder builder, int index)
    {
        (Column, Fields, this.values, this.builder, Index) = (column, new(codes.Field, codes.Field.ByNumbers()), values, builder, index);
        outside = builder.Columns.IndexOf(KeyRole.Outside);
        coder = new ColumnCoder(CodeOf);
    }

    /// <summary>The index of the column in the file, or −1.</summary>
    public int Column { get; }

    /// <summary>The index of the key.</summary>
    public int Index { get; }

    /// <summary>What is known of the column.</summary>
    public Field Field => Fields.AsTexts;

    /// <summary>The values of which something is to be told at the end.</summary>
    public IReadOnlyList<AttendedValue> Attended => attended;

    /// <summary>What is wrong with persons who may be outside of the subpopulation, by the code of the reason.</summary>
    public IReadOnlyDictionary<int, List<Problem>> WrongIfInside => wrongIfInside;

    /// <summary>What is known of the column, in the forms in which values are compared.</summary>
    protected InBothForms<Field> Fields { get; }

    /// <summary>Why persons may be outside of the subpopulation, by the code of the key.</summary>
    public Level? OutsideOf(int code) => outside < 0 ? null : builder.LevelOf(outside, code);

    /// <summary>Puts the level of the row into its key; false, and a problem now or at the end, where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read(DataRows row, Span<int> key, ProblemLog log)
    {
        key[Index] = coder.CodeOf(row[Column]);
        return key[Index] >= 0 || Attend(row, key, log);
    }

    /// <summary>Tells of values that cannot be counted.</summary>
    public virtual void TellRefused(string file, IReadOnlyList<Found> refused, ProblemLog log)
    {
    }

    /// <summary>Tells of values that are counted and that somebody should know of.</summary>
    public virtual void TellOdd(string file, IReadOnlyList<Found> odd, ProblemLog log, ICollection<Note> warnings)
    {
    }

    /// <summary>The level that a value is; nothing where it cannot be counted.</summary>
    /// <param name="value">The value, in the form in which it is compared.</param>
    /// <param name="asNumbers">Whether codes are numbers.</param>
    protected abstract Level? LevelOf(string value, bool asNumbers);

    /// <summary>Whether to tell of a value at the end although it is counted.</summary>
    protected virtual bool IsOdd(string value, bool asNumbers) => false;

    /// <summary>Whether a value that cannot be counted is told at the end, with all others of its column.</summary>
    protected virtual bool IsToldAtEnd(string value) => false;

    /// <summary>What the text of the file stands for, if that is something else.</summary>
    protected virtual string Decoded(string text) => text;

    /// <summary>Tells that a value cannot be counted.</summary>
    protected abstract void Refuse(string value, DataRows row, ProblemLog log);

    /// <summary>The reason for a missing answer: its code, and its label where the codebook has one.</summary>
    protected Level MissingFor(string code, bool asNumbers) => Level.Missing(Fields.For(asNumbers).ReasonFor(code));

    private int CodeOf(string? text)
    {
        if (text is null)
            return Refused;
        var value = Decoded(text);
        var forms = values.FormsOf(value);
        var ifNumbers = forms.AsNumber is { } number ? LevelOf(number, asNumbers: true) : null;
        var ifTexts = forms.AsText is { } written ? LevelOf(written, asNumbers: false) : null;
        var isDecided = forms.AsNumber is null || forms.AsText is null || ifNumbers == ifTexts;
        var level = isDecided ? ifNumbers ?? ifTexts : Level.Either(new UndecidedLevel(values.Name, ifNumbers, ifTexts));
        var code = level is null ? Refused : builder.CodeOf(Index, level.Value);
        var (asNumber, asText) = (FateOf(forms.AsNumber, ifNumbers, asNumbers: true), FateOf(forms.AsText, ifTexts, asNumbers: false));
        if ((asNumber == Fate.Counted && asText == Fate.Counted) || (code == Refused && !IsToldAtEnd(forms.AsNumber ?? value)))
            return code;
        attended.Add(new AttendedValue(forms, asNumber, asText, code));
        return -1 - attended.Count;
    }

    /// <summary>What becomes of a value in one form; it is of no concern in a form that it does not have.</summary>
    private Fate FateOf(string? form, Level? level, bool asNumbers) =>
        form is null ? Fate.Counted : level is null ? Fate.Refused : IsOdd(form, asNumbers) ? Fate.Odd : Fate.Counted;

    private bool Attend(DataRows row, Span<int> key, ProblemLog log)
    {
        if (key[Index] == Refused)
        {
            RefuseNow(row, key, log);
            return false;
        }
        var value = attended[-2 - key[Index]];
        value.See(outside < 0 ? Tabulation.NoLevel : key[outside], row);
        key[Index] = value.Code;
        return value.Code != Refused;
    }

    private void RefuseNow(DataRows row, ReadOnlySpan<int> key, ProblemLog log)
    {
        // What is wrong with a person who may be outside of the subpopulation is wrong only if he or she is not.
        var told = outside >= 0 && key[outside] != Tabulation.NoLevel ? new ProblemLog() : log;
        if (Utf8.IsValid(row[Column]))
            Refuse(DataRows.Shown(row[Column]), row, told);
        else
            row.TellUndecodable(Column, told);
        if (told == log)
            return;
        if (!wrongIfInside.TryGetValue(key[outside], out var wrong))
            wrongIfInside[key[outside]] = wrong = [];
        wrong.AddRange(told.Problems);
    }
}
