using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Surveys;

/// <summary>Variances and covariances from the sums of a tabulation, against the definition written out row by row.</summary>
public class CovarianceTests
{
    private static readonly Random Random = new(11);

    public static TheoryData<bool, bool, bool> Designs => new()
    {
        { true, true, false }, { true, true, true }, { true, false, false }, { true, false, true }, { false, true, false }, { false, false, false },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void They_are_those_of_the_definition_row_by_row(bool strata, bool psus, bool finite)
    {
        var rows = Enumerable.Range(0, 400).Select(_ => Row.Make(Random, strata, finite)).ToList();
        var tabulation = Tabulate(rows, strata, psus, finite);
        var variance = new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail);
        Func<Row, bool>[] domains = [_ => true, row => row.Sex == "f", row => row.Sex == "m", row => row.Group == "1"];
        foreach (var a in domains)
        {
            foreach (var b in domains)
                AssertClose(ByDefinition(rows, a, b, psus), variance.Covariance(DomainOf(tabulation, a), DomainOf(tabulation, b)), ByDefinition(rows, a, a, psus));
        }
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Those_of_functions_follow_from_their_linearized_values_row_by_row(bool strata, bool psus, bool finite)
    {
        var rows = Enumerable.Range(0, 400).Select(_ => Row.Make(Random, strata, finite)).ToList();
        var tabulation = Tabulate(rows, strata, psus, finite);
        var variance = new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail);
        Func<Row, bool> women = row => row.Sex == "f", first = row => row.Group == "1";
        var (a, b) = (DomainOf(tabulation, women), DomainOf(tabulation, first));
        var (za, zb) = (Linearized(rows, women), Linearized(rows, first));
        (LinearizedStatistic Statistic, double Value, double[] Linearized)[] functions =
        [
            (DeltaRule.Difference(a, b), a.P - b.P, Combined(1, za, -1, zb)),
            (DeltaRule.LogRatio(a, b), Math.Log(a.P / b.P), Combined(1 / a.P, za, -1 / b.P, zb)),
            (DeltaRule.LogOddsRatio(a, b), Math.Log(a.P / a.Q / (b.P / b.Q)), Combined(1 / (a.P * a.Q), za, -1 / (b.P * b.Q), zb)),
            (DeltaRule.Sum([0.3, 0.7], [a, b]), (0.3 * a.P) + (0.7 * b.P), Combined(0.3, za, 0.7, zb)),
        ];
        var matrix = variance.Covariance([.. functions.Select(function => function.Statistic)]);
        for (var i = 0; i < functions.Length; i++)
        {
            Assert.Equal(functions[i].Value, functions[i].Statistic.Value, 1e-14);
            for (var j = 0; j < functions.Length; j++)
            {
                AssertClose(ByDefinition(rows, functions[i].Linearized, functions[j].Linearized, psus), matrix[i, j], ByDefinition(rows, functions[i].Linearized, functions[i].Linearized, psus));
                AssertClose(matrix[i, j], variance.Covariance(functions[i].Statistic, functions[j].Statistic), matrix[i, i]);
            }
        }

        static double[] Combined(double a, double[] za, double b, double[] zb) => [.. za.Zip(zb, (x, y) => (a * x) + (b * y))];
    }

    [Fact]
    public void By_replicates_a_function_is_computed_anew()
    {
        var builder = new TabulationBuilder([KeyColumn.By("sex"), KeyColumn.Outcome("pain", RecallPeriod.Point)], new Weighting("w", [new("r1", 0.5), new("r2", 0.25), new("r3", 1)]));
        (string Sex, Level Answer, double[] Weights)[] persons =
        [
            ("f", Level.Case, [2, 3, 1, 4]), ("f", Level.NonCase, [3, 2, 5, 1]), ("m", Level.Case, [1, 2, 2, 1]), ("m", Level.NonCase, [4, 3, 5, 6]),
        ];
        foreach (var (sex, answer, weights) in persons)
            builder.Add([builder.CodeOf(0, Level.Value(sex)), builder.CodeOf(1, answer)], Sums.OfPerson(weights[0]), weights[1..].Select(weight => (DoubleDouble)weight).ToArray());
        var tabulation = builder.Build();
        var (women, men) = (DomainOf(tabulation, row => row.Sex == "f"), DomainOf(tabulation, row => row.Sex == "m"));
        // ln of (2/5)/(1/5), and by the replicates (3/5)/(2/5), (1/6)/(2/7), (4/5)/(1/7).
        double[] distances = [Math.Log(1.5) - Math.Log(2), Math.Log(7d / 12) - Math.Log(2), Math.Log(5.6) - Math.Log(2)];
        var expected = (0.5 * distances[0] * distances[0]) + (0.25 * distances[1] * distances[1]) + (distances[2] * distances[2]);
        Assert.Equal(expected, new ReplicateVariance(tabulation, ReplicateCentre.Estimate).Variance(DeltaRule.LogRatio(women, men)), 1e-14);
    }

    [Fact]
    public void The_variance_of_a_difference_of_proportions_that_cannot_differ_is_0()
    {
        var rows = Enumerable.Range(0, 200).Select(_ => Row.Make(Random, strata: true, finite: false)).ToList();
        var tabulation = Tabulate(rows, strata: true, psus: true, finite: false);
        var variance = new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail);
        var (all, again) = (DomainOf(tabulation, _ => true), DomainOf(tabulation, _ => true));
        Assert.Equal(0, variance.Variance(all) + variance.Variance(again) - (2 * variance.Covariance(all, again)), 1e-18);
    }

    [Fact]
    public void Persons_of_equal_weight_are_a_simple_random_sample()
    {
        // n = 10, x = 4, f = 0: V = p q/(n − 1).
        var rows = Enumerable.Range(0, 10).Select(i => new Row("", "", "", 0.1, i < 4, "f", "1")).ToList();
        var tabulation = Tabulate(rows, strata: false, psus: false, finite: false);
        Assert.Equal(0.24 / 9, new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail).Variance(DomainOf(tabulation, _ => true)), 1e-16);
    }

    private static void AssertClose(double expected, double found, double scale) => Assert.True(Math.Abs(expected - found) <= 1e-12 * scale, $"{found} is not {expected}");

    /// <summary>Σ_h (1−f_h) n_h/(n_h−1) Σ_c (z_ac − z̄_a)(z_bc − z̄_b), all units of the design among the c.</summary>
    private static double ByDefinition(List<Row> rows, Func<Row, bool> a, Func<Row, bool> b, bool psus) => ByDefinition(rows, Linearized(rows, a), Linearized(rows, b), psus);

    private static double ByDefinition(List<Row> rows, double[] za, double[] zb, bool psus) =>
        rows.Select((row, i) => (row, i)).GroupBy(entry => entry.row.Stratum).Sum(stratum =>
        {
            var units = stratum.GroupBy(entry => psus ? entry.row.Psu : $"{entry.i}").Select(unit => (A: unit.Sum(entry => za[entry.i]), B: unit.Sum(entry => zb[entry.i]))).ToList();
            var n = units.Count;
            var f = stratum.First().row.Fpc is { Length: > 0 } population ? n / double.Parse(population, System.Globalization.CultureInfo.InvariantCulture) : 0;
            var (meanA, meanB) = (units.Average(unit => unit.A), units.Average(unit => unit.B));
            return (1 - f) * n / (n - 1) * units.Sum(unit => (unit.A - meanA) * (unit.B - meanB));
        });

    private static double[] Linearized(List<Row> rows, Func<Row, bool> domain)
    {
        var total = rows.Where(domain).Sum(row => row.Weight);
        var p = rows.Where(domain).Where(row => row.IsCase).Sum(row => row.Weight) / total;
        return [.. rows.Select(row => domain(row) ? row.Weight * ((row.IsCase ? 1 : 0) - p) / total : 0)];
    }

    private static Tabulation Tabulate(List<Row> rows, bool strata, bool psus, bool finite)
    {
        var columns = new List<KeyColumn>();
        if (strata)
            columns.Add(KeyColumn.DesignStratum("s"));
        if (psus)
            columns.Add(KeyColumn.Psu("p"));
        if (finite)
            columns.Add(KeyColumn.Fpc("N"));
        var builder = new TabulationBuilder([.. columns, KeyColumn.By("sex"), KeyColumn.By("group"), KeyColumn.Outcome("pain", RecallPeriod.Point)], new Weighting("w"));
        foreach (var row in rows)
        {
            string[] units = [.. strata ? [row.Stratum] : Array.Empty<string>(), .. psus ? [row.Psu] : Array.Empty<string>(), .. finite ? [row.Fpc] : Array.Empty<string>()];
            Level[] levels = [.. units.Append(row.Sex).Append(row.Group).Select(Level.Value), row.IsCase ? Level.Case : Level.NonCase];
            builder.Add([.. levels.Select((level, place) => builder.CodeOf(place, level))], Sums.OfPerson(row.Weight));
        }
        return builder.Build();
    }

    private static DomainProportion DomainOf(Tabulation tabulation, Func<Row, bool> domain)
    {
        var (sex, group, outcome) = (tabulation.Columns.IndexOf(KeyColumn.By("sex")), tabulation.Columns.IndexOf(KeyColumn.By("group")), tabulation.Columns.IndexOf(KeyRole.Outcome));
        string LevelIn(Cell cell, int place) => place < 0 ? "" : tabulation.LevelOf(cell, place)!.Value.Text;
        var cells = tabulation.Cells.Select((cell, place) => (cell, place))
            .Where(entry => domain(new Row("", "", "", 0, false, LevelIn(entry.cell, sex), LevelIn(entry.cell, group))))
            .Select(entry => new DomainCell(entry.place, tabulation.LevelOf(entry.cell, outcome) == Level.Case));
        return new DomainProportion(tabulation, cells.ToArray());
    }

    private sealed record Row(string Stratum, string Psu, string Fpc, double Weight, bool IsCase, string Sex, string Group)
    {
        public static Row Make(Random random, bool strata, bool finite)
        {
            var stratum = strata ? $"{random.Next(3)}" : "";
            return new Row(stratum, $"{random.Next(5)}", finite ? "900" : "", 1 + (10 * random.NextDouble()), random.Next(3) == 0, random.Next(2) == 0 ? "f" : "m", $"{random.Next(4)}");
        }
    }
}
