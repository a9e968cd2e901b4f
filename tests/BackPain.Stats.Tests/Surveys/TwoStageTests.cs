using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Surveys;

/// <summary>Variances of samples of two stages from the sums of a tabulation, against the definition written out row by row (Särndal, Swensson and Wretman 1992, §4.3).</summary>
public class TwoStageTests
{
    private static readonly Random Random = new(12);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void They_are_those_of_the_definition_row_by_row(bool strata, bool ssus)
    {
        var rows = Enumerable.Range(0, 600).Select(_ => Row.Make(Random, strata, ssus)).ToList();
        var tabulation = Tabulate(rows, strata, ssus);
        var variance = new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail);
        Func<Row, bool>[] domains = [_ => true, row => row.Sex == "f", row => row.Psu == "1" || row.Sex == "m"];
        foreach (var a in domains)
        {
            foreach (var b in domains)
            {
                var (expected, scale) = (ByDefinition(rows, a, b, ssus), ByDefinition(rows, a, a, ssus));
                var found = variance.Covariance(DomainOf(tabulation, a), DomainOf(tabulation, b));
                Assert.True(Math.Abs(expected - found) <= 1e-12 * scale, $"{found} is not {expected}");
            }
        }
    }

    [Fact]
    public void A_psu_of_a_single_ssu_is_refused_and_named()
    {
        var rows = Enumerable.Range(0, 600).Select(_ => Row.Make(Random, strata: true, ssus: true)).Where(row => row is not { Stratum: "1", Psu: "2" }).ToList();
        rows.Add(rows[0] with { Stratum = "1", Psu = "2", Ssu = "7" });
        var refused = Assert.Throws<LonelyPsuException>(() => new LinearizedVariance(Tabulate(rows, strata: true, ssus: true), LonelyPsuPolicy.Fail));
        Assert.Empty(refused.Strata);
        Assert.Equal("PSU '2' of stratum '1'", Assert.Single(refused.Psus));
    }

    [Fact]
    public void A_psu_of_a_single_ssu_takes_the_average_of_the_others()
    {
        var rows = Enumerable.Range(0, 600).Select(_ => Row.Make(Random, strata: true, ssus: true)).Where(row => row is not { Stratum: "1", Psu: "2" }).ToList();
        rows.AddRange(Enumerable.Range(0, 3).Select(_ => Row.Make(Random, strata: true, ssus: true) with { Stratum = "1", Psu = "2", Ssu = "7" }));
        var tabulation = Tabulate(rows, strata: true, ssus: true);
        var all = DomainOf(tabulation, _ => true);
        var (certainty, average) = (new LinearizedVariance(tabulation, LonelyPsuPolicy.Certainty).Variance(all), new LinearizedVariance(tabulation, LonelyPsuPolicy.Average).Variance(all));
        // With f = 1 of the second stage in every other respect the same design has the variance of the first stage alone.
        var first = new LinearizedVariance(Tabulate(rows.ConvertAll(row => row with { Inside = "1" }), strata: true, ssus: true), LonelyPsuPolicy.Certainty).Variance(all);
        Assert.Equal((certainty - first) * 15 / 14, average - first, 1e-12 * certainty);
    }

    [Fact]
    public void A_domain_within_one_psu_of_a_sample_has_no_variance_whatever_is_inside()
    {
        var tabulation = Tabulate(Enumerable.Range(0, 600).Select(_ => Row.Make(Random, strata: false, ssus: true)), strata: false, ssus: true);
        Assert.True(double.IsNaN(new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail).Variance(DomainOf(tabulation, row => row.Psu == "1"))));
    }

    [Fact]
    public void A_population_smaller_than_its_sample_is_refused()
    {
        var rows = Enumerable.Range(0, 600).Select(_ => Row.Make(Random, strata: false, ssus: true) with { Inside = "2" }).ToList();
        var refused = Assert.Throws<SamplingDesignException>(() => new SamplingFrame(Tabulate(rows, strata: false, ssus: true)));
        Assert.Contains("SSUs were sampled", refused.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_psus_and_all_their_persons_were_sampled_there_is_no_error()
    {
        Row[] rows = [.. from psu in new[] { "1", "2" } from person in Enumerable.Range(0, 3) select new Row("", psu, "", "2", "3", 1, person == 0, "f")];
        var tabulation = Tabulate(rows, strata: false, ssus: false);
        Assert.Equal(Completeness.Census, new LinearizedVariance(tabulation, LonelyPsuPolicy.Fail).CompletenessOf(DomainOf(tabulation, _ => true)));
    }

    /// <summary>Σ_h (1−f_h) n_h/(n_h−1) Σ_c (z_hc − z̄_h)² + Σ_h f_h Σ_c (1−f_c) m_c/(m_c−1) Σ_i (z_hci − z̄_hc)².</summary>
    private static double ByDefinition(List<Row> rows, Func<Row, bool> a, Func<Row, bool> b, bool ssus)
    {
        var (za, zb) = (Linearized(rows, a), Linearized(rows, b));
        return rows.Select((row, i) => (row, i)).GroupBy(entry => entry.row.Stratum).Sum(stratum =>
        {
            var psus = stratum.GroupBy(entry => entry.row.Psu).ToList();
            var f = Fraction(psus.Count, stratum.First().row.Population);
            return Among(psus, f) + (f * psus.Sum(psu =>
            {
                var units = psu.GroupBy(entry => ssus ? entry.row.Ssu : $"{entry.i}").ToList();
                return Among(units, Fraction(units.Count, psu.First().row.Inside));
            }));
        });

        double Among(IReadOnlyList<IGrouping<string, (Row Row, int I)>> units, double f)
        {
            var totals = units.Select(unit => (A: unit.Sum(entry => za[entry.I]), B: unit.Sum(entry => zb[entry.I]))).ToList();
            var (meanA, meanB, n) = (totals.Average(total => total.A), totals.Average(total => total.B), (double)totals.Count);
            return (1 - f) * n / (n - 1) * totals.Sum(total => (total.A - meanA) * (total.B - meanB));
        }
    }

    private static double Fraction(int sampled, string population) => sampled / double.Parse(population, CultureInfo.InvariantCulture);

    private static double[] Linearized(List<Row> rows, Func<Row, bool> domain)
    {
        var total = rows.Where(domain).Sum(row => row.Weight);
        var p = rows.Where(domain).Where(row => row.IsCase).Sum(row => row.Weight) / total;
        return [.. rows.Select(row => domain(row) ? row.Weight * ((row.IsCase ? 1 : 0) - p) / total : 0)];
    }

    private static Tabulation Tabulate(IEnumerable<Row> rows, bool strata, bool ssus)
    {
        List<KeyColumn> units = [.. strata ? [KeyColumn.DesignStratum("s")] : Array.Empty<KeyColumn>(), KeyColumn.Psu("p")];
        if (ssus)
            units.Add(KeyColumn.Ssu("u"));
        units.AddRange([KeyColumn.Fpc("N"), KeyColumn.SecondFpc("M")]);
        var builder = new TabulationBuilder([.. units, KeyColumn.By("psu"), KeyColumn.By("sex"), KeyColumn.Outcome("pain", RecallPeriod.Point)], new Weighting("w"));
        foreach (var row in rows)
        {
            string[] names = [.. strata ? [row.Stratum] : Array.Empty<string>(), row.Psu, .. ssus ? [row.Ssu] : Array.Empty<string>(), row.Population, row.Inside, row.Psu, row.Sex];
            Level[] levels = [.. names.Select(Level.Value), row.IsCase ? Level.Case : Level.NonCase];
            builder.Add([.. levels.Select((level, index) => builder.CodeOf(index, level))], Sums.OfPerson(row.Weight));
        }
        return builder.Build();
    }

    private static DomainProportion DomainOf(Tabulation tabulation, Func<Row, bool> domain)
    {
        var (psu, sex, outcome) = (tabulation.Columns.IndexOf(KeyColumn.By("psu")), tabulation.Columns.IndexOf(KeyColumn.By("sex")), tabulation.Columns.IndexOf(KeyRole.Outcome));
        var cells = tabulation.Cells.Select((cell, index) => (cell, index))
            .Where(entry => domain(new Row("", LevelIn(entry.cell, psu), "", "", "", 0, false, LevelIn(entry.cell, sex))))
            .Select(entry => new DomainCell(entry.index, tabulation.LevelOf(entry.cell, outcome) == Level.Case));
        return new DomainProportion(tabulation, cells.ToArray());

        string LevelIn(Cell cell, int index) => tabulation.LevelOf(cell, index)!.Value.Text;
    }

    private sealed record Row(string Stratum, string Psu, string Ssu, string Population, string Inside, double Weight, bool IsCase, string Sex)
    {
        public static Row Make(Random random, bool strata, bool ssus) => new(
            strata ? $"{random.Next(3)}" : "",
            $"{random.Next(5)}",
            ssus ? $"{random.Next(4)}" : "",
            "9",
            ssus ? "11" : "900",
            1 + (10 * random.NextDouble()),
            random.Next(3) == 0,
            random.Next(2) == 0 ? "f" : "m");
    }
}
