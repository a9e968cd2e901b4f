using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Figures;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The bundled registry says of every figure what the research behind it found, and everything it computes comes out.</summary>
public class RegistryTests
{
    // The verdicts of the literature review of November 2026, figure by figure.
    public static TheoryData<string, string> Verdicts => new()
    {
        { "gbd2010-all", "reproduced" },
        { "gbd2010-male", "reproduced" },
        { "gbd2010-female", "reproduced" },
        { "point-range", "inconsistent" },
        { "hoy2012-point", "quoted" },
        { "hoy2012-month", "quoted" },
        { "lifetime-global", "quoted" },
        { "lifetime-developed", "derived" },
        { "onset-20-40", "consistent" },
        { "age-40-80", "consistent" },
        { "women-higher", "consistent" },
        { "pregnancy-70", "inconsistent" },
        { "pregnancy-trend", "contradicted; consistent" },
        { "smoking-gradient", "consistent" },
        { "smoking-adolescents", "consistent" },
        { "mri-300", "quoted" },
        { "imaging-1", "quoted" },
        { "chronic-us", "reproduced" },
        { "walker-point", "derived" },
        { "walker-year", "derived" },
        { "walker-half-year", "derived" },
        { "walker-lifetime", "derived" },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Every_verdict_comes_out_of_the_program(string figure, string verdict)
    {
        var result = BuiltProgram.Run(["reproduce", figure, "--format", "csv"], Repository.Root);
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains($"\nverdict,{verdict}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_lists_every_verdict_with_what_it_means()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/figures.md"));
        Assert.All(Verdict.All, verdict => Assert.Contains($"| {verdict.Name} | {verdict.Meaning} |\n", page, StringComparison.Ordinal));
    }

    // Which methods print the intervals of Walker 2004 around the counts that its percentages give, by identify: the claims of the registry about them.
    [Theory]
    [InlineData("25.6 --ci 23.6-27.5 --cases 489", "likelihood", "wald", "wald-cc")]
    [InlineData("67.6 --ci 65.5-69.7 --cases 1293", "wilson", "mid-p", "jeffreys", "agresti-coull", "likelihood", "blaker", "arcsine", "logit", "wald", "wald-cc")]
    [InlineData("42.6 --ci 40.4-44.8 --cases 815", "wilson", "mid-p", "jeffreys", "agresti-coull", "likelihood", "blaker", "arcsine", "logit", "wald", "wald-cc")]
    [InlineData("79.2 --ci 77.3-81.0 --cases 1515", "wilson", "wilson-cc", "clopper-pearson", "mid-p", "jeffreys", "agresti-coull", "likelihood", "blaker", "arcsine", "logit", "wald-cc")]
    public void The_record_of_walker_names_the_methods_that_print_its_intervals(string figure, params string[] methods)
    {
        var rows = BuiltProgram.Run($"backpain identify {figure} --n 1913 --format csv", Repository.Root).Output.Split('\n').Where(row => row.EndsWith(",both", StringComparison.Ordinal));
        Assert.Equal(methods, rows.Select(row => row.Split(',')[3]));
    }

    [Fact]
    public void Every_reproduced_figure_has_a_computation()
    {
        var figures = FigureRegistry.Read(Repository.PathOf("data/cited-figures.csv")).Figures;
        Assert.All(figures.Where(figure => figure.Verdicts.Any(verdict => verdict.IsComputed)), figure => Assert.NotEmpty(figure.Computations));
        Assert.All(figures.Where(figure => figure.Verdicts.Any(verdict => verdict.Name == "quoted")), figure => Assert.Empty(figure.Computations));
        Assert.All(figures, figure => Assert.All(new[] { figure.Claim, figure.Cited, figure.Citation, figure.Locator, figure.Verification, figure.Lesson }, text => Assert.NotEmpty(text)));
    }
}
