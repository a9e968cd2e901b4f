using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Sampling designs as they are read: nobody leaves the design unseen, and what contradicts itself is told with its line.</summary>
public sealed class DesignTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public void Weights_are_summed_by_stratum_psu_and_answer()
    {
        var tabulation = scratch.Read("s,p,w,pain\na,1,2,1\na,1,3,1\na,2,5,0\nb,1,7,0\n", Asking(new() { Weight = "w", Strata = "s", Psu = "p" })).Tabulation;
        Assert.Equal(["a,1 case 2 5 13", "a,2 non-case 1 5 25", "b,1 non-case 1 7 49"], CellsOf(tabulation));
    }

    [Fact]
    public void Who_is_outside_of_the_subpopulation_stays_in_the_design()
    {
        var request = Asking(new() { Weight = "w", Psu = "p" }) with { Where = [new ValueCondition("sex", ["f"], true)] };
        var tabulation = scratch.Read("p,w,sex,pain\n1,2,f,1\n2,3,m,1\n3,4,m,9\n", request).Tabulation;
        Assert.Equal(3, new SamplingFrame(tabulation).Units);
    }

    [Fact]
    public void Who_weighs_nothing_is_in_the_design_and_in_no_figure()
    {
        var tabulation = scratch.Read("p,w,pain\n1,2,1\n2,0,1\n3,0,NA\n", Asking(new() { Weight = "w", Psu = "p" })).Tabulation;
        Assert.Equal(["1 case 1 2 4", "2 weight-0 1 0 0", "3 weight-0 1 0 0"], CellsOf(tabulation));
        Assert.Equal(3, new SamplingFrame(tabulation).Units);
    }

    [Fact]
    public void Who_has_no_weight_is_refused_or_dropped_and_counted()
    {
        const string Text = "p,w,pain\n1,2,1\n2,,1\n3,NA,0\n";
        var request = Asking(new() { Weight = "w", Psu = "p" });
        Assert.Equal(["3 missing-weight", "4 missing-weight"], Told(scratch.ProblemsIn(Text, request)));
        var tabulation = scratch.Read(Text, request with { MissingWeight = MissingWeight.Drop }).Tabulation;
        Assert.Equal(1, new SamplingFrame(tabulation).Units);
        Assert.Equal(3, tabulation.Persons);
        Assert.Equal(1, new SamplingFrame(scratch.Read(Text, Asking(new() { Weight = "w" }) with { MissingWeight = MissingWeight.Drop }).Tabulation).Units);
    }

    [Theory]
    [InlineData("w,pain\n-1,1\n", "2 negative-weight")]
    [InlineData("w,pain\nmuch,1\n", "2 not-a-number")]
    [InlineData("w,pain\n1e200,1\n", "2 weight-too-large")]
    [InlineData("w,pain\n1e308,1\n", "2 weight-too-large")]
    [InlineData("w,pain\n1e999,1\n", "2 weight-too-large")]
    [InlineData("w,pain\nInfinity,1\n", "2 not-a-number")]
    [InlineData("w,pain\n1,1\n\"\",0\n", "3 missing-weight")]
    public void A_weight_is_a_number_from_0_on(string text, string expected) => Assert.Equal([expected], Told(scratch.ProblemsIn(text, Asking(new() { Weight = "w" }))));

    [Fact]
    public void Nobody_is_without_a_stratum_or_a_psu()
    {
        Assert.Equal(["3 missing-design", "4 missing-design"], Told(scratch.ProblemsIn("s,p,pain\na,1,1\n,1,0\na,.,0\n", Asking(new() { Strata = "s", Psu = "p" }))));
    }

    [Fact]
    public void Codes_declared_missing_for_all_do_not_swallow_a_stratum()
    {
        var request = Asking(new() { Strata = "s" });
        request.Missing.Declare(["9"]);
        Assert.Equal(["9 case 2 2 2"], CellsOf(scratch.Read("s,pain\n9,1\n9,1\n", request).Tabulation));
    }

    [Fact]
    public void A_psu_in_two_strata_is_two_psus_or_an_error()
    {
        const string Text = "s,p,pain\na,1,1\na,2,1\nb,1,0\nb,2,0\n";
        var design = new DesignColumns { Strata = "s", Psu = "p" };
        Assert.Equal(4, new SamplingFrame(scratch.Read(Text, Asking(design)).Tabulation).Units);
        Assert.Equal(["4 psu-in-two-strata", "5 psu-in-two-strata"], Told(scratch.ProblemsIn(Text, Asking(design with { Nested = false }))));
    }

    [Fact]
    public void A_psu_in_two_strata_is_found_across_files()
    {
        var files = new[] { scratch.File("a.csv", "s,p,pain\na,1,1\na,2,1\n"), scratch.File("b.csv", "s,p,pain\nb,2,1\n") };
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(Asking(new() { Strata = "s", Psu = "p", Nested = false }), log).Read(files));
        Assert.Equal((files[1], 2), (log.Problems[0].File, log.Problems[0].Line));
    }

    [Theory]
    [InlineData("s,N,pain\na,10,1\na,10.0,0\na,11,0\n", "4 bad-fpc")]
    [InlineData("s,N,pain\na,10,1\na,11,0\na,10.0,0\n", "3 bad-fpc")]
    [InlineData("s,N,pain\na,10,1\nb,1,0\nb,1,0\n", "3 bad-fpc")]
    [InlineData("s,N,pain\na,10,1\nb,0.5,0\n", "3 bad-fpc")]
    [InlineData("s,N,pain\na,0,1\n", "2 bad-fpc")]
    [InlineData("s,N,pain\na,many,1\n", "2 bad-fpc")]
    [InlineData("s,N,pain\na,,1\n", "2 missing-design")]
    public void Finite_populations_are_one_number_a_stratum_and_no_less_than_the_sample(string text, string expected) =>
        Assert.Equal([expected], Told(scratch.ProblemsIn(text, Asking(new() { Strata = "s", Fpc = "N" }))));

    [Fact]
    public void A_finite_population_may_be_written_otherwise_in_another_file()
    {
        var files = new[] { scratch.File("a.csv", "s,N,pain\na,400,1\n"), scratch.File("b.csv", "s,N,pain\na,400.0,1\na,4e2,0\n") };
        Assert.Equal(3, new StudyReader(Asking(new() { Strata = "s", Fpc = "N" }), new ProblemLog()).Read(files).Tabulation.Persons);
    }

    [Fact]
    public void Finite_populations_are_fractions_where_none_is_above_1()
    {
        Assert.Equal([0.5, 1], FractionsOf("s,f,pain\na,0.5,1\nb,1,0\n"));
        Assert.Equal([0.2, 1], FractionsOf("s,f,pain\na,5,1\nb,1,0\n"));

        IEnumerable<double> FractionsOf(string text) => new SamplingFrame(scratch.Read(text, Asking(new() { Strata = "s", Fpc = "f" })).Tabulation).Strata.Select(stratum => stratum.SampledFraction);
    }

    [Fact]
    public void Replicate_weights_are_found_by_a_pattern_and_the_weight_is_none_of_them()
    {
        var request = Asking(new() { Weight = "w", Replicates = new ReplicateColumns("w*", TypeOf("brr"), null) });
        var tabulation = scratch.Read("w,w1,w2,pain\n2,4,0,1\n3,0,6,1\n", request).Tabulation;
        Assert.Equal([new Replicate("w1", 0.5), new Replicate("w2", 0.5)], tabulation.Weighting!.Replicates);
        Assert.Equal([4d, 6d], tabulation.Cells.Single().Replicates.ToArray().Select(sum => sum.Value));
    }

    [Fact]
    public void Who_has_no_replicate_weight_is_left_out_for_that_one()
    {
        var request = Asking(new() { Weight = "w", Replicates = new ReplicateColumns("r*", TypeOf("brr"), null) }) with { MissingWeight = MissingWeight.Drop };
        var tabulation = scratch.Read("w,r1,r2,pain\n2,1,,1\nNA,1,1,1\n2,.,1,1\n", request).Tabulation;
        Assert.Equal(["r1 .", "r2 empty", "w NA"], tabulation.Cells.Select(cell => tabulation.LevelOf(cell, 0)?.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pattern_that_finds_nothing_is_told_with_the_names_there_are()
    {
        var problem = Assert.Single(scratch.ProblemsIn("w,pain\n2,1\n", Asking(new() { Weight = "w", Replicates = new ReplicateColumns("rw*", TypeOf("brr"), null) })));
        Assert.Equal((ProblemCodes.UnknownColumn, 1), (problem.Code, problem.Line));
        Assert.Contains("the file has w, pain", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replicate,scale\nr1,1\n", "1 bad-replicate-scales")]
    [InlineData("replicate,scale\nr1,1\nr1,1\nr2,1\n", "3 bad-replicate-scales")]
    [InlineData("replicate,scale\nr1,1\nr2,-1\n", "3 bad-replicate-scales")]
    [InlineData("name,scale\nr1,1\n", "1 unknown-column")]
    public void Scales_are_one_number_for_each_replicate(string scales, string expected)
    {
        var path = scratch.File("scales.csv", scales);
        Assert.Equal([expected], Told(scratch.ProblemsIn("w,r1,r2,pain\n2,4,0,1\n", Asking(new() { Weight = "w", Replicates = new ReplicateColumns("r*", TypeOf("jkn"), new ReplicateScales(path, [])) }))));
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_once_for_all_its_uses() =>
        Assert.Equal(["1 unknown-column"], Told(scratch.ProblemsIn("w,pain\n2,1\n", Scratch.Asking("pain", "s") with { Design = new() { Weight = "w", Strata = "s" }, Where = [new ValueCondition("s", ["a"], true)] })));

    [Theory]
    [InlineData("c,N,pain\n1,2,1\n2,2,0\n3,2,1\n", "found a finite population of 2, of which 3 PSUs were sampled")]
    [InlineData("c,N,pain\n1,3,1\n1,3,0\n", "found a single PSU")]
    [InlineData("n,psu:c,fpc:N,sum_w,sum_w2,point:pain\n1,1,4,1,1,case\n1,2,5,1,1,case\n", "found 5 after 4")]
    public void Without_strata_no_message_speaks_of_one(string text, string found)
    {
        var request = text[0] == 'n' ? new StudyRequest() : Asking(new() { Psu = "c", Fpc = "N" });
        Assert.Equal(found, Assert.Single(scratch.ProblemsIn(text, request, oddities: true)).Found);
    }

    [Fact]
    public void Designs_that_differ_are_not_one_study()
    {
        var files = new[] { scratch.File("a.csv", "w,pain\n2,1\n"), scratch.File("b.csv", "n,sum_w,sum_w2,point:pain\n2,2,2,case\n") };
        Assert.Throws<RequestException>(() => new StudyReader(Asking(new() { Weight = "w" }), new ProblemLog()).Read(files));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_rank_of_replicate_weights_is_that_of_the_rows_of_all_files(int threads)
    {
        var request = Asking(new() { Weight = "w", Replicates = new ReplicateColumns("r*", TypeOf("brr"), null) });
        var files = new[] { scratch.File("a.csv", "w,r1,r2,r3,r4,pain\n1,2,0,0,0,1\n1,0,2,0,0,1\n"), scratch.File("b.csv", "w,r1,r2,r3,r4,pain\n1,0,0,2,0,1\n1,0,0,2,3,1\n") };
        Assert.Equal(ReplicateRank.Of(4), new StudyReader(request, new ProblemLog(), threads: threads).Read(files).Tabulation.Weighting!.ReplicateRank);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Files_that_differ_in_how_many_replicates_they_have_are_not_one_study(int threads)
    {
        var request = Asking(new() { Weight = "w", Replicates = new ReplicateColumns("r*", TypeOf("brr"), null) });
        var files = new[] { scratch.File("a.csv", "w,r1,pain\n2,1,1\n"), scratch.File("b.csv", "w,r1,r2,pain\n2,1,3,1\n") };
        foreach (var order in new[] { files, [.. files.Reverse()] })
            Assert.Throws<RequestException>(() => new StudyReader(request, new ProblemLog(), threads: threads).Read(order));
    }

    public void Dispose() => scratch.Dispose();

    private static StudyRequest Asking(DesignColumns design) => Scratch.Asking("pain") with { Design = design };

    private static ReplicateType TypeOf(string name) => ReplicateType.TryParse(name, out var type) ? type! : throw new ArgumentException(name);

    private static IEnumerable<string> Told(IReadOnlyList<Problem> problems) => problems.Select(problem => $"{problem.Line} {problem.Code.Name}");

    private static IEnumerable<string> CellsOf(Tabulation tabulation) => tabulation.Cells.Select(cell =>
        $"{string.Join(',', Enumerable.Range(0, tabulation.Columns.Count).Select(place => tabulation.LevelOf(cell, place)?.Text).Where(text => text is not null).SkipLast(1))} {tabulation.LevelOf(cell, tabulation.Columns.Count - 1)?.Text} {cell.Sums.N} {cell.Sums.W.Value} {cell.Sums.W2.Value}");
}
