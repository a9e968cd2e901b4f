using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>Decides of one condition whether it holds for a row.</summary>
internal abstract class ConditionTest
{
    /// <summary>The column, as it is named.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The numbers that may have been meant as missing; null if the column is one of codes, or something else tells them.
    /// </summary>
    public NumbersInDoubt? InDoubt { get; init; }

    /// <summary>
    /// Inside, the code of the reason why not, a code below that of an answer that is still open, or <see cref="KeyReader.Refused"/>.
    /// </summary>
    public abstract int Read(DataRows row, ProblemLog log);

    /// <summary>The reason where the condition does not hold.</summary>
    protected static Level Not(Condition condition) => Level.Outside($"not {condition}");

    /// <summary>The reason where the value is missing.</summary>
    protected static Level Unknown(Field field, string value) => Level.Outside($"{field.Name} unknown: {field.ReasonFor(value)}");
}

/// <summary>Compares values with those that a condition names, or their labels; numbers rounded down in a column where they are.</summary>
internal sealed class ValueTest : ConditionTest
{
    private readonly ValueCondition condition;
    private readonly bool isFloored;
    private readonly int column;
    private readonly CodedColumn values;
    private readonly OpenConditions open;
    private readonly ColumnCoder coder;
    private readonly InBothForms<Field> fields;
    private readonly InBothForms<HashSet<string>> missing;
    private readonly InBothForms<Dictionary<string, string>> labels;

    public ValueTest(
        ValueCondition condition,
        int column,
        ColumnCodes codes,
        CodedColumn values,
        OpenConditions open,
        bool holdsLabels,
        bool isQuantity,
        bool isFloored)
    {
        (this.condition, this.column, this.values, this.open, this.isFloored) = (condition, column, values, open, isFloored);
        var declared = isQuantity ? codes.MissingAsQuantity : codes.MissingAsCodes;
        fields = new(codes.Field, codes.Field.ByNumbers());
        missing = new(declared, [.. declared.Select(NumberText.CodeOf)]);
        labels = new(LabelsIn(fields.AsTexts, holdsLabels), LabelsIn(fields.AsNumbers, holdsLabels));
        coder = new ColumnCoder(Decide);
    }

    /// <inheritdoc/>
    public override string Name => condition.Column;

    /// <summary>The values seen, and their labels, in the forms in which they are compared.</summary>
    public InBothForms<SortedSet<string>> Seen { get; } =
        new(new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int Read(DataRows row, ProblemLog log)
    {
        var code = coder.CodeOf(row[column]);
        if (code == KeyReader.Refused)
            row.TellUndecodable(column);
        else if (InDoubt is not null && Numbers.TryParse(row[column], row.DecimalComma, out var number))
            InDoubt.Look(number, row, column);
        return code;
    }

    /// <summary>What each value is called otherwise: its label; or its code, where the file holds labels.</summary>
    private static Dictionary<string, string> LabelsIn(Field field, bool holdsLabels)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (value, label) in field.Categories.Concat(field.MissingValues))
            found.TryAdd(holdsLabels ? label : value, holdsLabels ? value : label);
        return found;
    }

    /// <summary>A number, in its shortest text, rounded down.</summary>
    private static string Floored(string number) =>
        number.AsSpan().ContainsAny('.', 'E')
            ? NumberText.CodeOf(Math.Floor(double.Parse(number, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture))
            : number;

    private int Decide(string? value)
    {
        if (value is null)
            return KeyReader.Refused;
        var (asNumber, asText) = values.FormsOf(value);
        var ifNumbers = asNumber is null ? null : ReasonFor(asNumber, asNumbers: true);
        var ifTexts = asText is null ? null : ReasonFor(asText, asNumbers: false);
        return asNumber is null ? open.CodeOf(ifTexts)
            : asText is null || ifNumbers == ifTexts ? open.CodeOf(ifNumbers)
            : open.CodeOf(new UndecidedLevel(values.Name, ifNumbers, ifTexts));
    }

    /// <summary>Why a value is outside; null if it is inside.</summary>
    private Level? ReasonFor(string value, bool asNumbers)
    {
        var isMissing = missing.For(asNumbers).Contains(value);
        var compared = isFloored && asNumbers && !isMissing ? Floored(value) : value;
        var label = labels.For(asNumbers).GetValueOrDefault(compared, compared);
        Seen.For(asNumbers).UnionWith([compared, label]);
        var isNamed = condition.Names(compared, label, asNumbers);
        return !isNamed && isMissing ? Unknown(fields.For(asNumbers), value) : isNamed == condition.Among ? null : Not(condition);
    }
}

/// <summary>Compares numbers with a bound, rounded down in a column where they are.</summary>
internal sealed class NumberTest : ConditionTest
{
    private readonly bool isFloored;
    private readonly NumberCondition condition;
    private readonly int column;
    private readonly Field field;
    private readonly MissingNumbers missing;
    private int? not;
    private readonly OpenConditions open;

    public NumberTest(NumberCondition condition, int column, ColumnCodes codes, OpenConditions open, bool isFloored)
    {
        (this.condition, this.column, this.open, this.isFloored, field) = (condition, column, open, isFloored, codes.Field.ByNumbers());
        missing = new(codes.MissingAsQuantity);
    }

    /// <inheritdoc/>
    public override string Name => condition.Column;

    /// <inheritdoc/>
    public override int Read(DataRows row, ProblemLog log)
    {
        if (!Numbers.TryParse(row[column], row.DecimalComma, out var number))
            return WithoutNumber(DataRows.Shown(row[column]), row, log);
        if (missing.CodeFor(number, row[column], row.DecimalComma) is { } code)
            return open.CodeOf(Unknown(field, code));
        InDoubt?.Look(number, row, column);
        return condition.Holds(isFloored ? Math.Floor(number) : number) ? DomainReader.Inside : not ??= open.CodeOf(Not(condition));
    }

    private int WithoutNumber(string value, DataRows row, ProblemLog log)
    {
        if (missing.Contains(value))
            return open.CodeOf(Unknown(field, value));
        var (found, expected) = ($"found '{value}' in column '{condition.Column}'", $"expected a number to compare, as in {condition}");
        log.Add(new Problem(row.File, row.Line, ProblemCodes.NotANumber, found, expected) { Column = condition.Column });
        return KeyReader.Refused;
    }
}
