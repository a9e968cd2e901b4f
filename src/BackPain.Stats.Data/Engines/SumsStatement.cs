using System.Globalization;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Engines;

/// <summary>
/// The one statement that an engine is asked: for each combination of values in the columns that are asked about, how many persons, Σw and
/// Σw².
/// </summary>
/// <remarks>
/// Values stay as they are; what they mean is decided where the sums are read. Nothing in it but COUNT, SUM, CAST and CASE with numbers,
/// and quoted names.
/// </remarks>
/// <param name="plan">What to count.</param>
/// <param name="replicates">The replicate weights.</param>
/// <param name="dialect">The dialect.</param>
/// <param name="nameOf">The name that a column has in the table.</param>
internal sealed class SumsStatement(ReadingPlan plan, IReadOnlyList<string> replicates, SqlDialect dialect, Func<string, string> nameOf)
{
    private readonly List<(string Name, string Expression)> keys = [];
    private readonly List<(string Name, string Expression)> sums = [];

    /// <summary>The numbers that a column holds, as far as it is known; where they are not, all values are taken as they are.</summary>
    public Func<string, NumberKind> NumbersOf { get; set; } = _ => NumberKind.None;

    /// <summary>The columns that a plan asks about, as they are: the keys before the weights.</summary>
    private static IEnumerable<string> ColumnsOf(ReadingPlan plan) =>
        plan.Design.UnitColumns
            .Concat(plan.Where.Select(condition => condition.Column))
            .Concat(plan.ByColumns)
            .Concat(plan.Outcomes.Select(outcome => outcome.Column))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The names of the columns of the result: those of the keys, and from <see cref="Keys"/> on those of the sums.</summary>
    public IReadOnlyList<string> Header => [.. keys.Concat(sums).Select(column => column.Name)];

    /// <summary>How many keys there are.</summary>
    public int Keys => keys.Count;

    /// <summary>Writes the statement.</summary>
    /// <param name="table">The table, as it stands in a statement.</param>
    public string Write(string table)
    {
        keys.Clear();
        sums.Clear();
        keys.AddRange(ColumnsOf(plan).Select(column => (column, Coarsened(column) ?? Quoted(column))));
        sums.Add((RawSumsFormat.N, "COUNT(*)"));
        if (plan.Design.Weight is { } weight)
            AddWeight(weight);
        if (replicates.Count > 0)
            AddReplicates();
        var columns = keys.Concat(sums).Select(column => $"  {column.Expression} AS {dialect.Quote(column.Name)}");
        var grouping = keys.Count == 0 ? "" : $"\nGROUP BY\n{string.Join(",\n", keys.Select(key => $"  {key.Expression}"))}";
        return $"SELECT\n{string.Join(",\n", columns)}\nFROM {table}{grouping}";
    }

    private string? Coarsened(string column) =>
        ValueCoarsening.For(column, plan, NumbersOf(column), MissingNumbersOf(column), Quoted(column), Float(column));

    private string Quoted(string column) => dialect.Quote(nameOf(column));

    private string Float(string column) => $"CAST({Quoted(column)} AS {dialect.EightByteFloat})";

    /// <summary>The numbers among the missing codes of a column, also those of which it is doubtful whether they hold for it.</summary>
    private List<double> MissingNumbersOf(string column)
    {
        var codes = plan.CodesOf(column);
        return NumbersAmong([.. codes.MissingAsQuantity, .. codes.DoubtfulAsQuantity, .. codes.UnappliedToQuantity]);
    }

    private static List<double> NumbersAmong(IEnumerable<string> codes) =>
    [
        .. codes
            .Select(code => double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) ? number : (double?)null)
            .OfType<double>().Distinct().Order(),
    ];

    private void AddWeight(string weight)
    {
        var (w, missing) = (Float(weight), NumbersAmong(plan.MissingOf(weight, isQuantity: true)));
        var (smallest, largest) = (ValueCoarsening.Text(RawSumsFormat.Smallest), ValueCoarsening.Text(RawSumsFormat.Largest));
        var unlessMissing = string.Concat(missing.Select(code => $" AND {w} <> {ValueCoarsening.Text(code)}"));
        var inSums = $"{w} >= {smallest} AND {w} <= {largest}{unlessMissing}";
        // Some number that stands for all weights in the sums, and for no other.
        var some = Enumerable.Range(1, missing.Count + 1).First(number => !missing.Contains(number));
        if (!keys.Exists(key => key.Name == weight))
            keys.Add((weight, string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {inSums} THEN {some} ELSE {Quoted(weight)} END")));
        sums.Add((RawSumsFormat.SumW(weight), $"SUM(CASE WHEN {inSums} THEN {w} END)"));
        sums.Add((RawSumsFormat.SumW2(weight), $"SUM(CASE WHEN {inSums} THEN {w} * {w} END)"));
    }

    private void AddReplicates()
    {
        var found = replicates.Select((name, place) => (Column: Quoted(name), Value: Float(name), Place: place + 1)).ToList();
        var absent = found.Select(r => string.Create(CultureInfo.InvariantCulture, $"WHEN {r.Column} IS NULL THEN -{r.Place}"));
        var wrong = found.Select(r => string.Create(
            CultureInfo.InvariantCulture, $"WHEN NOT ({InRange(r.Value)}) THEN -{r.Place + replicates.Count}"));
        var some = found.Select(r => $"WHEN {r.Value} <> 0 THEN 1");
        keys.Add((RawSumsFormat.Replicates, $"CASE {string.Join(' ', absent.Concat(wrong).Concat(some))} ELSE 0 END"));
        sums.AddRange(replicates.Select(name =>
            (RawSumsFormat.SumW(name), $"SUM(CASE WHEN {InRange(Float(name))} THEN {Float(name)} END)")));
    }

    private static string InRange(string value) =>
        $"{value} >= {ValueCoarsening.Text(-RawSumsFormat.Largest)} AND {value} <= {ValueCoarsening.Text(RawSumsFormat.Largest)}";
}
