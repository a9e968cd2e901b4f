using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>CSV files as Excel, R, pandas and SAS leave them.</summary>
public sealed class SpreadsheetCsvTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("sex,pain\nm,1\n,\nf,0\n,\n , \t\n,\n", 4)]
    [InlineData("sex;pain;x\nm;1;\n;;\nf;0;\n;\n;;;;;\n", 3)]
    [InlineData("sex\tpain\nm\t1\n\t\nf\t0\n", null)]
    [InlineData("sex,pain\nm,1\n\n\nf,0\n", 0)]
    public void Rows_of_nothing_but_delimiters_are_blank_lines(string text, int? blank)
    {
        foreach (var threads in new[] { 1, 2 })
        {
            var study = Read(text, Scratch.Asking("pain", "sex"), threads);
            Assert.Equal(["f,non-case 1", "m,case 1"], Scratch.CellsOf(study.Tabulation));
            Assert.Equal(2, study.Inputs[0].Rows);
            var told = study.Warnings.Where(warning => warning.Code == "blank-lines").Select(warning => warning.Text.Split(' ')[0]);
            if (blank is not null)
                Assert.Equal(blank == 0 ? [] : [$"{blank}"], told);
        }
    }

    [Fact]
    public void A_row_of_quoted_empty_values_is_a_row() => Assert.Equal(2, Read("sex,pain\n\"\",\"\"\nm,1\n", Scratch.Asking("pain"), 1).Inputs[0].Rows);

    [Fact]
    public void Grouped_rows_may_be_followed_by_rows_of_delimiters() =>
        Assert.Equal(8, Read("sex,cases,persons\nm,1,5\nf,2,3\n,,\n,,\n", Grouped, 1).Tabulation.Persons);

    [Theory]
    [InlineData("\"\",\"pain\",\"sex\"\n\"1\",1,\"m\"\n\"2\",0,\"m\"\n")]
    [InlineData(",pain,sex\n0,1,m\n1,0,m\n")]
    public void An_empty_first_name_is_a_column_that_nobody_can_ask_for(string text)
    {
        foreach (var threads in new[] { 1, 2 })
            Assert.Equal(["m,case 1", "m,non-case 1"], Scratch.CellsOf(Read(text, Scratch.Asking("pain", "sex"), threads).Tabulation));
        var problem = Assert.Single(scratch.ProblemsIn(text, Scratch.Asking("pain", "")));
        Assert.StartsWith("found no column ''; the file has pain, sex.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pain,,sex\n1,1,1\n", "no-header")]
    [InlineData(",pain,\n1,1,1\n", "no-header")]
    [InlineData(",1,2\n1,1,1\n", "no-header")]
    [InlineData("\"\"\n1\n", "no-header")]
    public void Other_names_may_not_be_empty(string text, string expected) => Assert.Equal(expected, Assert.Single(scratch.ProblemsIn(text, Scratch.Asking("pain"))).Code.Name);

    [Fact]
    public void Numbers_of_rows_tell_no_strata_apart() =>
        Assert.Equal("3 duplicate-stratum", Told(scratch.ProblemsIn(",sex,cases,persons\n1,m,1,5\n2,m,1,5\n", Grouped)));

    [Fact]
    public void Numbers_of_rows_are_no_replicate_weights()
    {
        var design = new DesignColumns { Weight = "w", Replicates = new ReplicateColumns("*", JackknifeOne, null) };
        var study = Read(",r1,r2,w\n1,1,2,1\n", Scratch.Asking("r1") with { Design = design }, 1);
        Assert.Equal(["r1", "r2"], study.Tabulation.Weighting!.Replicates.Select(replicate => replicate.Name));
    }

    [Fact]
    public void Decimal_ages_are_rounded_down_where_that_is_asked_for()
    {
        var request = Scratch.Asking("pain", "age") with { Bands = new Dictionary<string, Bands> { ["age"] = Decades }, Floored = new HashSet<string> { "age" } };
        foreach (var threads in new[] { 1, 2 })
            Assert.Equal(["20-29,case 2", "30-39,case 1", "30-39,non-case 1"], Scratch.CellsOf(Read("age,pain\n29.999,1\n2.05e1,1\n30,1\n30.5,0\n", request, threads).Tabulation));
        Assert.Equal("2 not-a-whole-number", Told(scratch.ProblemsIn("age,pain\n-0.5,1\n", request)));
        Assert.Throws<RequestException>(() => Read("age,pain\n1,1\n", request with { Bands = new Dictionary<string, Bands>() }, 1));
    }

    [Fact]
    public void Faults_of_one_kind_in_a_column_are_one_problem_with_their_number_and_first_places()
    {
        var text = "age,w,pain\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i}.5,{(i == 7 ? "x" : "1")},1\n"));
        var request = Scratch.Asking("pain", "age") with { Bands = new Dictionary<string, Bands> { ["age"] = Decades }, Design = new DesignColumns { Weight = "w" } };
        var log = new ProblemLog();
        var problems = Scratch.ProblemsIn(scratch.File("data.csv", text), log, request);
        Assert.Equal("2 not-a-whole-number,9 not-a-number", Told(problems));
        Assert.Equal("found 0.5 in column 'age' and 48 more such values on lines 3, 4, 5, 6, …", problems[0].Found);
        Assert.Equal("Ages are completed years; 'rounding down' age rounds decimal ones down.", problems[0].Hint!.ToString());
        Assert.Equal((50, 0), (log.Errors, log.UntoldErrors));
        Assert.Equal(50, scratch.ProblemsIn(text, request).Count);
    }

    [Theory]
    [InlineData("5.397605346934028e-79")]
    [InlineData("5.397605346934027E-79")]
    [InlineData("5.39760534693403e-79")]
    [InlineData("5.397605e-79")]
    [InlineData("5.4e-79")]
    public void What_stands_for_0_in_a_SAS_transport_file_is_0(string zero)
    {
        var text = $"w,pain,sex\n{zero},1,m\n2,{zero},m\n1,1,{zero}\n1,0,{zero}\n";
        var request = Scratch.Asking("pain", "sex") with { Design = new DesignColumns { Weight = "w" } };
        foreach (var threads in new[] { 1, 2 })
        {
            var study = Read(text, request, threads);
            Assert.Equal(["0,case 1", "0,non-case 1", "m,non-case 1", "m,weight-0 1"], Scratch.CellsOf(study.Tabulation).Order(StringComparer.Ordinal));
            Assert.Equal("5.397605346934028e-79, which is how some SAS transport files hold 0, was read as 0 in 'w' (1 row), 'pain' (1 row), 'sex' (2 rows) of " + study.Inputs[0].Name + ".", Assert.Single(study.Warnings, warning => warning.Code == "transport-zero").Text);
        }
        Assert.Equal("2 transport-zero,3 transport-zero,4 transport-zero", Told(scratch.ProblemsIn(text, request, oddities: true)));
    }

    [Theory]
    [InlineData("5.397605346934028e-78")]
    [InlineData("6e-79")]
    [InlineData("1e-79")]
    public void Other_small_numbers_are_what_they_are(string weight)
    {
        var study = Read($"w,pain\n{weight},1\n2,0\n", Scratch.Asking("pain") with { Design = new DesignColumns { Weight = "w" } }, 1);
        Assert.DoesNotContain(study.Warnings, warning => warning.Code == "transport-zero");
        Assert.Equal(["case 1", "non-case 1"], Scratch.CellsOf(study.Tabulation));
    }

    public void Dispose() => scratch.Dispose();

    private static StudyRequest Grouped { get; } = new() { Counts = new() { Cases = "cases", Persons = "persons", Recall = RecallPeriod.Point } };

    private static Bands Decades => Bands.TryParse("10", out var bands) ? bands! : throw new InvalidOperationException();

    private static ReplicateType JackknifeOne => ReplicateType.TryParse("jk1", out var type) ? type! : throw new InvalidOperationException();

    private static string Told(IEnumerable<Problem> problems) => string.Join(',', problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));

    private Study Read(string text, StudyRequest request, int threads) => new StudyReader(request, new ProblemLog(), threads: threads).Read([scratch.File("data.csv", text)]);
}
