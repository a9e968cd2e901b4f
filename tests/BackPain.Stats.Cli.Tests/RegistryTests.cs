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
        { "lifetime-developed", "reproduced" },
        { "onset-20-40", "consistent" },
        { "age-40-80", "consistent" },
        { "women-higher", "consistent" },
        { "pregnancy-70", "inconsistent" },
        { "pregnancy-trend", "contradicted" },
        { "smoking-gradient", "consistent" },
        { "smoking-adolescents", "consistent" },
        { "mri-300", "quoted" },
        { "imaging-1", "quoted" },
        { "chronic-us", "reproduced" },
        { "walker-point", "reproduced" },
        { "walker-year", "reproduced" },
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
    public void Every_reproduced_figure_has_a_computation()
    {
        var figures = FigureRegistry.Read(Repository.PathOf("data/cited-figures.csv")).Figures;
        Assert.All(figures.Where(figure => figure.Verdict == "reproduced"), figure => Assert.NotEmpty(figure.Computations));
        Assert.All(figures.Where(figure => figure.Verdict == "quoted"), figure => Assert.Empty(figure.Computations));
        Assert.All(figures, figure => Assert.All(new[] { figure.Claim, figure.Cited, figure.Citation, figure.Locator, figure.Verification, figure.Lesson }, text => Assert.NotEmpty(text)));
    }
}
