using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Identifications;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Identifications;

/// <summary>Published figures, and what other programs say prints them.</summary>
public class IdentificationTests
{
    [Fact]
    public void Walker_2004_printed_its_point_prevalence_with_wald_or_likelihood_limits()
    {
        // Walker, Muller and Grant 2004, J Manipulative Physiol Ther 27:238, abstract: 25.6 (23.6–27.5); n = 1913. Methods: R (identified-r.csv).
        var found = Search("25.6", "23.6-27.5", new(1913, 1913)).Candidates.Where(candidate => candidate.Match == Match.Both).ToList();
        Assert.All(found, candidate => Assert.Equal(new Proportion(489, 1913), candidate.Proportion));
        Assert.Equal(["likelihood", "wald", "wald-cc"], found.Select(candidate => candidate.Method!.Name));
    }

    [Fact]
    public void Walker_2004_did_not_print_its_lifetime_prevalence_with_wald_limits()
    {
        // The same abstract: 79.2 (77.3–81.0). Methods: R (identified-r.csv).
        var found = Search("79.2", "77.3-81.0", new(1913, 1913)).Candidates.Where(candidate => candidate.Match == Match.Both && candidate.Proportion.Cases == 1515).Select(candidate => candidate.Method!.Name).ToList();
        Assert.Superset(new HashSet<string> { "wilson", "clopper-pearson", "jeffreys", "mid-p" }, found.ToHashSet());
        Assert.DoesNotContain("wald", found);
    }

    [Fact]
    public void Wang_2004_printed_a_percentage_that_its_own_count_does_not_give()
    {
        // Wang et al. 2004, Obstet Gynecol 104:65, abstract: 645 of 950, 68.5 %. By hand: 645/941 = 0.68544, 645/942 = 0.68471, 645/940 = 0.68617, 645/943 = 0.68399.
        Assert.Empty(Search("68.5", null, new(950, 950), 645).Candidates);
        Assert.Equal([new(645, 941), new(645, 942)], Search("68.5", null, new(930, 960), 645).Candidates.Select(candidate => candidate.Proportion));
    }

    [Fact]
    public void R_finds_the_same_by_trying_everything()
    {
        var figures = Golden.Rows("identified-r.csv").GroupBy(row => (Value: row["value"], Lower: row["lower"], Upper: row["upper"], Persons: row["persons"], Level: row["level"])).ToList();
        Assert.Equal(13, figures.Count);
        foreach (var figure in figures)
        {
            var persons = long.Parse(figure.Key.Persons, CultureInfo.InvariantCulture);
            var search = Search(figure.Key.Value, $"{figure.Key.Lower}-{figure.Key.Upper}", new(persons, persons)) with { Level = new(decimal.Parse(figure.Key.Level, CultureInfo.InvariantCulture)) };
            var found = search.Candidates.Select(candidate => string.Create(CultureInfo.InvariantCulture, $"{candidate.Proportion.Cases} {candidate.Method!.Name} {candidate.Match}"));
            // The limit that is assigned at 0 and n is printed by every method, and alone is no match here.
            var expected = figure.Where(row => !(row["match"] == "lower" && row["cases"] == "0") && !(row["match"] == "upper" && row["cases"] == row["persons"])).Select(row => $"{row["cases"]} {row["method"]} {row["match"]}");
            Assert.Equal(expected.Order(StringComparer.OrdinalIgnoreCase), found.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Nobody_and_everybody_are_counts_like_any_other()
    {
        // 0/20 and 20/20, and 1/20 = 5 %, by hand.
        Assert.Equal([0L], Cases(Search("0.0%", null, new(20, 20))));
        Assert.Equal([20L], Cases(Search("100", null, new(20, 20))));
        Assert.Equal([20L], Cases(Search("1.00", null, new(20, 20))));
        Assert.Equal([1L], Cases(Search("0.05", null, new(20, 20))));
    }

    [Fact]
    public void Counts_are_told_without_listing_them()
    {
        var search = Search("25.6", null, new(1, 3000));
        Assert.Equal(search.Proportions.Count(), search.Counts);
        Assert.Equal(search.Counts, search.Candidates.Count());
    }

    internal static Identification Search(string estimate, string? limits, CountRange persons, long? cases = null)
    {
        PrintedInterval? interval = null;
        Assert.True(PrintedNumber.TryParse(estimate, out var number, out _));
        Assert.True(limits is null || PrintedInterval.TryParse(limits, out interval, out _));
        Assert.True(PrintedFigure.TryMake(number!, interval, out var figure, out var problem), problem);
        return new Identification { Figure = figure!, Persons = persons, Cases = cases };
    }

    private static IEnumerable<long> Cases(Identification search) => search.Candidates.Select(candidate => candidate.Proportion.Cases);
}
