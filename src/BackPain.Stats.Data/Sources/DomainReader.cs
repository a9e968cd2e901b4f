using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Decides whether a row belongs to the subpopulation, and if not, why.</summary>
internal sealed class DomainReader
{
    /// <summary>The row belongs to it.</summary>
    public const int Inside = Tabulation.NotAsked;

    private readonly List<Func<CsvTable, ProblemLog, int>> tests;
    private readonly Dictionary<string, SortedSet<string>> seen = new(StringComparer.Ordinal);

    /// <param name="find">The place of a column in the file.</param>
    /// <param name="plan">The conditions.</param>
    /// <param name="builder">What the reasons are for.</param>
    /// <param name="place">The place of the key that holds the reasons.</param>
    public DomainReader(Func<string, int> find, ReadingPlan plan, TabulationBuilder builder, int place)
    {
        tests = [.. plan.Where.Select(condition => TestOf(condition, find(condition.Column), plan, level => builder.CodeOf(place, level)))];
    }

    /// <summary>Inside, the code of the first reason why not, or <see cref="KeyReader.Refused"/>.</summary>
    public int Read(CsvTable row, ProblemLog log)
    {
        foreach (var test in tests)
        {
            if (test(row, log) is var code and not Inside)
                return code;
        }
        return Inside;
    }

    /// <summary>The values seen in the columns that are compared with values, by column; labels too.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Seen => seen;

    private Func<CsvTable, ProblemLog, int> TestOf(Condition condition, int column, ReadingPlan plan, Func<Level, int> codeOf)
    {
        var missing = plan.MissingOf(condition.Column, isQuantity: condition is NumberCondition);
        return condition switch
        {
            ValueCondition value => ByValue(value, column, plan.Codebook.FieldOf(condition.Column), missing, codeOf),
            _ => ByNumber((NumberCondition)condition, column, plan.Codebook.FieldOf(condition.Column), missing, codeOf),
        };
    }

    private Func<CsvTable, ProblemLog, int> ByValue(ValueCondition condition, int column, Field field, IReadOnlySet<string> missing, Func<Level, int> codeOf)
    {
        var labels = field.Labels();
        if (!seen.TryGetValue(condition.Column, out var values))
            seen[condition.Column] = values = new SortedSet<string>(StringComparer.Ordinal);
        var coder = new ColumnCoder(Decide);
        return (row, log) =>
        {
            var code = coder.CodeOf(row[column]);
            if (code == KeyReader.Refused)
                row.TellNotUtf8(column);
            return code;
        };

        int Decide(string? value)
        {
            if (value is null)
                return KeyReader.Refused;
            var label = labels.GetValueOrDefault(value, value);
            values.UnionWith([value, label]);
            if (missing.Contains(value) && !condition.Values.Contains(value, StringComparer.Ordinal))
                return codeOf(Unknown(field, value));
            return condition.Holds(value, label) ? Inside : codeOf(Not(condition));
        }
    }

    private static Func<CsvTable, ProblemLog, int> ByNumber(NumberCondition condition, int column, Field field, IReadOnlySet<string> missing, Func<Level, int> codeOf)
    {
        var numbersMayBeMissing = MissingNumbers.AreAmong(missing);
        return (row, log) =>
        {
            var isNumber = Numbers.TryParse(row[column], row.DecimalComma, out var number);
            if (isNumber && !numbersMayBeMissing)
                return Compare(number);
            var value = CsvTable.Shown(row[column]);
            if (missing.Contains(value))
                return codeOf(Unknown(field, value));
            if (isNumber)
                return Compare(number);
            log.Add(new Problem(row.File, row.Line, ProblemCodes.NotANumber, $"found '{value}' in column '{condition.Column}'", $"expected a number to compare, as in {condition}"));
            return KeyReader.Refused;
        };

        int Compare(double number) => condition.Holds(number) ? Inside : codeOf(Not(condition));
    }

    private static Level Not(Condition condition) => Level.Outside($"not {condition}");

    private static Level Unknown(Field field, string value) => Level.Outside($"{field.Name} unknown: {field.ReasonFor(value)}");
}
