using System.Globalization;
using BackPain.Stats.Cli.Commands;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Files tabulated one by one and then added up are what their rows are when they are read together, or are refused.</summary>
public sealed class SavedReadingTests : IDisposable
{
    private const string Header = "g,h,c,pain\n";
    private const string Shortest = Header + "1,1,1,1\n1,1,2,0\n2,2,1,0\n2,2,3,1\n";
    private const string OtherForms = Header + "1.0,01,1.0,1.0\n1,1,02,0\n2,2,1,0.0\n2.0,2,3,1\n";
    private const string Text = Header + "1,1,1,1\nx,y,z,1\n2,2,01,0\n02,02,3.0,0\n";
    private const string TextInOutcome = Header + "1,1,1,1\n1,1,1,often\n2,2,1,0\n2,2,3,01\n";

    private readonly string folder = Directory.CreateTempSubdirectory("backpain-").FullName;

    public static TheoryData<string> Questions => ["by", "point", "where", "units"];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Shortest_numbers_add_up_with_text_as_their_rows_do(string question)
    {
        var text = question == "point" ? TextInOutcome : Text;
        foreach (var (first, second) in new[] { (Shortest, text), (text, Shortest), (Shortest, OtherForms), (OtherForms, Shortest), (Shortest, Shortest + "\n") })
        {
            foreach (var threads in new[] { 1, 3 })
                Assert.Equal(Read(question, threads, Written("a.csv", first), Written("b.csv", second)), ReadSaved(question, threads, first, second));
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Numbers_that_were_merged_are_refused_beside_text(string question)
    {
        var text = question == "point" ? TextInOutcome : Text;
        foreach (var (first, second) in new[] { (OtherForms, text), (text, OtherForms) })
        {
            foreach (var threads in new[] { 1, 3 })
            {
                var problems = ProblemsOfSaved(question, threads, first, second);
                Assert.All(problems, problem => Assert.Equal(ProblemCodes.MergedCodes, problem.Code));
                Assert.Contains(problems, problem => problem.File.EndsWith(first == OtherForms ? "0.sums.csv" : "1.sums.csv", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Text_that_no_level_shows_is_recorded()
    {
        var saved = Saved(Asking("where"), 1, "0", Text);
        Assert.EndsWith(",compared:g", File.ReadLines(saved).First(), StringComparison.Ordinal);
        Assert.EndsWith(",texts", File.ReadLines(saved).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_where_every_number_is_in_its_shortest_form()
    {
        var header = File.ReadLines(Saved(Asking("units"), 1, "0", Shortest)).First();
        Assert.DoesNotContain("compared:", header, StringComparison.Ordinal);
        Assert.DoesNotContain("repeats:", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_visits_stay_visits()
    {
        var request = Asking("by") with { Persons = new() { Repeats = "c" } };
        const string Other = Shortest + "1,1,1,1\n";
        var saved = new[] { Saved(request, 1, "0", Shortest), Saved(request, 1, "1", Other) };
        var study = new StudyReader(Asking("by"), new ProblemLog()).Read(saved);
        var together = new StudyReader(request, new ProblemLog()).Read([Written("a.csv", Shortest), Written("b.csv", Other)]);
        Assert.Equal("c", study.Repeats);
        Assert.Equal(together.Warnings.Select(note => note.Code), study.Warnings.Select(note => note.Code));
        Assert.Contains(study.Warnings, note => note.Code == "rows-are-visits");
    }

    [Theory]
    [InlineData("compared:g\ncase,1,1,1,words\n", "2 not-a-tabulation")]
    [InlineData("compared:g\ncase,1,1,1,texts\nnon-case,1,1,1,numbers\n", "3 not-a-tabulation")]
    [InlineData("compared:g\ncase,1,1,1,texts\nnon-case,1,1,1,texts\n", "")]
    public void What_a_file_says_of_its_reading_is_one_thing(string rest, string expected)
    {
        var log = new ProblemLog();
        try
        {
            new StudyReader(new StudyRequest(), log).Read([Written("sums.csv", $"point:pain,n,sum_w,sum_w2,{rest}")]);
        }
        catch (DataException)
        {
            // The problems are in the log.
        }
        Assert.Equal(expected, string.Join(',', log.Problems.Select(problem => $"{problem.Line} {problem.Code.Name}")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static StudyRequest Asking(string question)
    {
        var pain = new CaseDefinition("pain", RecallPeriod.Point, question == "point" ? OutcomeCodes.AgainstAllOthers(["1"]) : null);
        var request = new StudyRequest { Outcomes = [pain] };
        return question switch
        {
            "by" => request with { Stratifications = [new Stratification("g")] },
            "where" => request with { Where = [new ValueCondition("g", ["1"], Among: true)] },
            "units" => request with { Design = new DesignColumns { Strata = "h", Psu = "c" } },
            _ => request,
        };
    }

    private static string[] Cells(Study study) =>
    [
        .. study.Tabulation.Cells
            .Select(cell => string.Join(',', study.Tabulation.Columns.Select((column, index) => $"{column.Name}={study.Tabulation.LevelOf(cell, index)?.Text}").Append(cell.Sums.N.ToString(CultureInfo.InvariantCulture))))
            .Order(StringComparer.Ordinal),
    ];

    private string Written(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string[] Read(string question, int threads, params string[] files) => Cells(new StudyReader(Asking(question), new ProblemLog(), threads: threads).Read(files));

    private string Saved(StudyRequest request, int threads, string name, string rows)
    {
        var study = new StudyReader(request, new ProblemLog(), threads: threads).Read([Written($"{name}.csv", rows)]);
        var table = TabulationTable.Arrange(study);
        var lines = table.Rows.Select(row => string.Join(',', row.Cells.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
        return Written($"{name}.sums.csv", string.Join('\n', lines.Prepend(string.Join(',', table.Columns.Select(column => column.Name)))) + "\n");
    }

    private static StudyReader ReaderOfSaved(string question, ProblemLog log) =>
        new(Asking(question) is var asked && question == "units" ? new StudyRequest() : asked with { Outcomes = [], Where = [] }, log);

    private string[] ReadSaved(string question, int threads, string first, string second) =>
        Cells(ReaderOfSaved(question, new ProblemLog()).Read([Saved(Asking(question), threads, "0", first), Saved(Asking(question), threads, "1", second)]));

    private IReadOnlyList<Problem> ProblemsOfSaved(string question, int threads, string first, string second)
    {
        var log = new ProblemLog();
        var files = new[] { Saved(Asking(question), threads, "0", first), Saved(Asking(question), threads, "1", second) };
        Assert.Throws<DataException>(() => ReaderOfSaved(question, log).Read(files));
        return [.. log.Problems.Where(problem => problem.Code.Severity == Severity.Error)];
    }
}
