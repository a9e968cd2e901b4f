using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
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
    private static double ByDefinition(List<Row> rows, Func<Row, bool> a, Func<Row, bool> b, bool psus)
    {
        var (za, zb) = (Linearized(rows, a), Linearized(rows, b));
        return rows.Select((row, i) => (row, i)).GroupBy(entry => entry.row.Stratum).Sum(stratum =>
        {
            var units = stratum.GroupBy(entry => psus ? entry.row.Psu : $"{entry.i}").Select(unit => (A: unit.Sum(entry => za[entry.i]), B: unit.Sum(entry => zb[entry.i]))).ToList();
            var n = units.Count;
            var f = stratum.First().row.Fpc is { Length: > 0 } population ? n / double.Parse(population, System.Globalization.CultureInfo.InvariantCulture) : 0;
            var (meanA, meanB) = (units.Average(unit => unit.A), units.Average(unit => unit.B));
            return (1 - f) * n / (n - 1) * units.Sum(unit => (unit.A - meanA) * (unit.B - meanB));
        });
    }

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
        var (sex, group, outcome) = (tabulation.PlaceOf(KeyRole.By, "sex"), tabulation.PlaceOf(KeyRole.By, "group"), tabulation.Columns.Count - 1);
        var cells = tabulation.Cells.Select((cell, place) => (cell, place))
            .Where(entry => domain(new Row("", "", "", 0, false, tabulation.LevelOf(entry.cell, sex)!.Value.Text, tabulation.LevelOf(entry.cell, group)!.Value.Text)))
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
