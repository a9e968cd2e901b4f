using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>
/// How the values of one column are compared with codes. Whether all of them are numbers is only known once all have been seen, so until
/// then a value has two forms.
/// </summary>
/// <param name="comparison">What the codebook says.</param>
/// <param name="name">The column.</param>
/// <param name="missing">The codes for a missing answer, which may be text in a column of numbers.</param>
/// <param name="decimalComma">Whether numbers have a decimal comma.</param>
/// <param name="isSaved">
/// Whether the values were saved by this program, which writes codes that it compared as numbers in their shortest form: any other
/// form, as of <c>01</c>, was compared as text and still is.
/// </param>
internal sealed class CodedColumn(
    CodeComparison comparison, string name, IReadOnlySet<string> missing, bool decimalComma, bool isSaved = false)
{
    private ColumnCoder? coder;

    /// <summary>The column.</summary>
    public string Name => name;

    /// <summary>Whether a text was seen in it, so that it is compared as text.</summary>
    public bool HoldsText { get; private set; }

    /// <summary>Whether a number was seen in it that is not written in its shortest form, and so would be another code as a text.</summary>
    public bool HoldsOtherNumbers { get; private set; }

    /// <summary>Whether more values may show that it holds text.</summary>
    public bool IsOpen => comparison == CodeComparison.Undecided && !HoldsText;

    /// <summary>The forms of a value: the shortest text of its number, if codes may be numbers; and itself, if they may be texts.</summary>
    /// <remarks>
    /// Always both or the one that the codebook says, whatever was seen before, so that the order of rows makes no difference.
    /// </remarks>
    public (string? AsNumber, string? AsText) FormsOf(string value)
    {
        if (comparison == CodeComparison.Texts)
            return (null, value);
        var number = NumberText.Shortest(value, decimalComma ? ',' : '.');
        if (comparison == CodeComparison.Numbers)
            return number is not null ? (number, null) : (null, value);
        if (number is not null || missing.Contains(value))
        {
            var isOther = number is not null && number != value;
            HoldsText |= isSaved && !decimalComma && isOther;
            HoldsOtherNumbers |= isOther;
            return (number ?? value, value);
        }
        HoldsText = true;
        return (null, value);
    }

    /// <summary>Looks at a value that nobody else reads, since its person is not counted.</summary>
    public void Look(ReadOnlySpan<byte> value)
    {
        coder ??= new ColumnCoder(text =>
        {
            if (text is not null)
                FormsOf(text);
            return 0;
        });
        coder.CodeOf(value);
    }
}

/// <summary>The columns of one file, or one thread, whose values are compared with codes.</summary>
/// <param name="plan">What the codes are.</param>
/// <param name="decimalComma">Whether numbers have a decimal comma.</param>
/// <param name="holdLabels">Whether the file holds labels rather than codes where the codebook has labels.</param>
internal sealed class CodedColumns(ReadingPlan plan, bool decimalComma, bool holdLabels = false)
{
    private readonly Dictionary<string, (CodedColumn Column, int Index)> known = new(StringComparer.Ordinal);

    private readonly HashSet<string> savedTexts = new(StringComparer.Ordinal);
    private readonly HashSet<string> merged = new(StringComparer.Ordinal);

    /// <summary>How the codes were written, as far as they were seen.</summary>
    public ColumnForms Forms => new(
        NamesOf(column => column.HoldsText).Concat(savedTexts).ToHashSet(StringComparer.Ordinal),
        NamesOf(column => column.HoldsOtherNumbers).Concat(merged).ToHashSet(StringComparer.Ordinal),
        merged);

    /// <summary>Takes notice of how a saved tabulation says that its codes were compared.</summary>
    public void Take(string name, CodeComparison how) => (how == CodeComparison.Texts ? savedTexts : merged).Add(name);

    /// <summary>A column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="index">Its index in the file.</param>
    public CodedColumn Of(string name, int index)
    {
        if (known.TryGetValue(name, out var entry))
            return entry.Column;
        var codes = plan.CodesOf(name);
        var comparison = holdLabels && (codes.Field.Categories.Count > 0 || plan.BandsOf(name) is not null)
            ? CodeComparison.Texts
            : codes.Field.Comparison;
        var column = new CodedColumn(comparison, name, codes.MissingAsCodes, decimalComma, isSaved: holdLabels);
        known[name] = (column, index);
        return column;
    }

    private IEnumerable<string> NamesOf(Func<CodedColumn, bool> holds) =>
        known.Values.Where(entry => holds(entry.Column)).Select(entry => entry.Column.Name);

    /// <summary>A column that is read as numbers, whatever else it is used for.</summary>
    public CodedColumn OfNumbers(string name) => new(CodeComparison.Numbers, name, plan.CodesOf(name).MissingAsQuantity, decimalComma);

    /// <summary>A column that is read as texts, whatever else it is used for.</summary>
    public CodedColumn OfTexts(string name) => new(CodeComparison.Texts, name, plan.CodesOf(name).MissingAsQuantity, decimalComma);

    /// <summary>Looks at the values of a row that is not counted: they tell, too, whether a column holds text.</summary>
    public void Look(DataRows row)
    {
        foreach (var (column, index) in known.Values)
        {
            if (column.IsOpen && index >= 0)
                column.Look(row[index]);
        }
    }
}
