using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Studies;

public sealed class IndividualTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public void An_answer_that_nobody_explained_is_an_error_with_its_counts()
    {
        var problem = Assert.Single(scratch.ProblemsIn("pain\n1\n0\n7\n9\n9\n", Scratch.Asking("pain")));
        Assert.Equal(ProblemCodes.UnexplainedCode, problem.Code);
        Assert.Equal(4, problem.Line);
        Assert.Contains("'9' (2 rows), '7' (1 row) in column 'pain'", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_outside_of_the_subpopulation_need_no_explanation()
    {
        var study = scratch.Read("sex,pain\nf,1\nm,7\n,0\nf,0\n", Scratch.Asking("pain") with { Where = [Where("sex=f")] });
        Assert.Equal(["case 1", "non-case 1", "!not sex=f,- 1", "!sex unknown: empty,- 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void Conditions_narrow_one_another_and_the_first_that_fails_is_the_reason()
    {
        var study = scratch.Read("sex,age,pain\nf,20,1\nm,20,1\nf,19,1\nf,NA,1\n", Scratch.Asking("pain") with { Where = [Where("sex=f"), Where("age>=20")] });
        Assert.Equal(["case 1", "!age unknown: NA,- 1", "!not age>=20,- 1", "!not sex=f,- 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void Whether_codes_declared_missing_for_all_are_ages_has_to_be_said()
    {
        var request = Scratch.Asking("pain", "age") with { Bands = Bands("age", "10") };
        request.Missing.Declare(["7", "9"]);
        var problem = Assert.Single(scratch.ProblemsIn("age,pain\n7,1\n9,9\n10,0\n7.0,1\n", request));
        Assert.Equal((ProblemCodes.DoubtfulMissing, 2L), (problem.Code, problem.Line));
        Assert.StartsWith("found '7' (2 rows), '9' (1 row) in column 'age'", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("Write 'missing codes' age=7,9 if it is missing here, or 'missing codes' age= if it is not.", problem.Message, StringComparison.Ordinal);
        request.Missing.Declare("age", ["9"]);
        Assert.Equal(["0-9,case 1", "10-19,non-case 1", "?9,?9 1"], Scratch.CellsOf(scratch.Read("age,pain\n7,1\n9,9\n10,0\n", request).Tabulation));
    }

    [Fact]
    public void A_value_that_does_not_fit_a_band_is_told_with_its_line()
    {
        var problems = scratch.ProblemsIn("age,pain\n34,1\n34.5,1\nold,1\n-1,0\n34.0,0\n", Scratch.Asking("pain", "age") with { Bands = Bands("age", "10") });
        Assert.Equal(["3 not-a-whole-number", "4 not-a-number", "5 not-a-whole-number"], problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));
    }

    [Fact]
    public void A_decimal_comma_has_to_be_declared()
    {
        var request = Scratch.Asking("pain") with { Where = [Where("w>1.2")] };
        const string Text = "w;pain\n1,5;1\n1,0;1\n";
        Assert.All(scratch.ProblemsIn(Text, request), problem => Assert.Equal(ProblemCodes.NotANumber, problem.Code));
        var study = scratch.Read(Text, request with { Dialect = new CsvDialect(DecimalComma: true) });
        Assert.Equal(["case 1", "!not w>1.2,- 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void Two_outcomes_of_one_person_stay_together()
    {
        var request = new StudyRequest { Outcomes = [new CaseDefinition("now", RecallPeriod.Point), new CaseDefinition("ever", RecallPeriod.Lifetime)] };
        Assert.Equal(["case,non-case 1", "non-case,case 2"], Scratch.CellsOf(scratch.Read("now,ever\n0,1\n1,0\n0,1\n", request).Tabulation));
        var oddity = Assert.Single(scratch.ProblemsIn("now,ever\n0,1\n1,0\n0,1\n", request, oddities: true));
        Assert.Equal((3, ProblemCodes.ContradictoryRecall), (oddity.Line, oddity.Code));
    }

    [Fact]
    public void Several_files_are_one_study_and_their_columns_may_stand_in_another_order()
    {
        var (a, b) = (scratch.File("a.csv", "sex,pain\nf,1\n"), scratch.File("b.tsv", "pain\tid\tsex\n0\t1\tm\n1\t2\tf\n"));
        var study = new StudyReader(Scratch.Asking("pain", "sex"), new ProblemLog()).Read([a, b]);
        Assert.Equal(["f,case 2", "m,non-case 1"], Scratch.CellsOf(study.Tabulation));
        Assert.Equal([1L, 2L], study.Inputs.Select(input => input.Rows));
        Assert.Throws<RequestException>(() => new StudyReader(Scratch.Asking("pain"), new ProblemLog()).Read([a, Path.Combine(scratch.Folder, ".", "a.csv")]));
    }

    [Fact]
    public void Another_encoding_is_read_where_it_is_named_and_told_where_it_is_not()
    {
        var path = scratch.File("data.csv", Encoding.Latin1.GetBytes("ort,pain\nKöln,1\nKöln,0\n"));
        var problems = Scratch.ProblemsIn(path, new ProblemLog(int.MaxValue), Scratch.Asking("pain", "ort"));
        Assert.Equal([(2, ProblemCodes.NotUtf8), (3, ProblemCodes.NotUtf8)], problems.Select(problem => ((int)problem.Line, problem.Code)));
        var study = Scratch.Read(path, Scratch.Asking("pain", "ort") with { Dialect = new CsvDialect(Encoding: NamedEncoding.Find("windows-1252")) }, new ProblemLog());
        Assert.Equal(["Köln,case 1", "Köln,non-case 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void A_typed_encoding_wins_over_that_of_the_codebook_and_bytes_that_are_not_utf8_are_still_told()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "name": "d", "path": "data.csv", "encoding": "windows-1252", "schema": { "fields": [{ "name": "ort", "type": "string" }, { "name": "pain", "type": "string" }] } }] }""");
        var asking = Scratch.Asking("pain", "ort") with { Dialect = new CsvDialect(Encoding: NamedEncoding.Find("utf-8")) };
        var path = scratch.File("data.csv", "ort,pain\nKöln,1\n");
        Assert.Equal(["KÃ¶ln,case 1"], Scratch.CellsOf(Scratch.Read(path, Scratch.Asking("pain", "ort"), new ProblemLog()).Tabulation));
        Assert.Equal(["Köln,case 1"], Scratch.CellsOf(Scratch.Read(path, asking, new ProblemLog()).Tabulation));
        scratch.File("data.csv", Encoding.Latin1.GetBytes("ort,pain\nKöln,1\n"));
        Assert.Equal([ProblemCodes.NotUtf8], Scratch.ProblemsIn(path, new ProblemLog(), asking).Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void A_name_of_no_encoding_that_can_be_read_is_none(string name) => Assert.Null(NamedEncoding.Find(name));

    [Fact]
    public void Bytes_in_columns_that_are_not_used_do_not_matter()
    {
        var path = scratch.File("data.csv", Encoding.Latin1.GetBytes("ort,pain\nKöln,1\n"));
        Assert.Equal(["case 1"], Scratch.CellsOf(Scratch.Read(path, Scratch.Asking("pain"), new ProblemLog()).Tabulation));
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_file_and_taken_where_it_will_be_told()
    {
        // printf 'pain\n1\n' | sha256sum (GNU coreutils 9.1)
        Assert.Null(Assert.Single(scratch.Read("pain\n1\n", Scratch.Asking("pain")).Inputs).Sha256);
        var input = Assert.Single(scratch.Read("pain\n1\n", Scratch.Asking("pain") with { Fingerprints = true }).Inputs);
        Assert.Equal("5a0a4ed37009cfe6b4e6afb10752518cfdd145ec16036783fe97723e4580728d", input.Sha256);
        Assert.Equal(7, input.Bytes);
    }

    [Fact]
    public void Missing_codes_for_a_column_that_is_not_there_are_told()
    {
        var request = Scratch.Asking("pain");
        request.Missing.Declare("Pain", ["9"]);
        var problem = Assert.Single(scratch.ProblemsIn("pain\n1\n", request));
        Assert.Equal(ProblemCodes.UnknownColumn, problem.Code);
        Assert.Contains("'pain'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_nobody_has_is_told()
    {
        var note = Assert.Single(scratch.Read("sex,pain\nf,1\nm,0\n", Scratch.Asking("pain") with { Where = [Where("sex=f,F")] }).Warnings);
        Assert.Equal(("value-not-found", "Nobody looked at has sex=F; the values found are f, m."), (note.Code, note.Text));
    }

    [Fact]
    public void Cases_that_nobody_is_are_told_where_every_other_answer_is_a_non_case()
    {
        var request = new StudyRequest { Outcomes = [new CaseDefinition("pain", RecallPeriod.Point, OutcomeCodes.AgainstAllOthers(["YES", "Y"]))] };
        Assert.Equal("case-code-not-found", Assert.Single(scratch.Read("pain\nyes\nno\n", request).Warnings).Code);
        Assert.Empty(scratch.Read("pain\nYES\nno\n", request).Warnings);
    }

    [Fact]
    public void Blank_lines_in_a_file_of_one_column_are_told()
    {
        Assert.Equal("2 blank lines in", Assert.Single(scratch.Read("pain\n1\n\n0\r\n\n\"1\"\n\n", Scratch.Asking("pain")).Warnings).Text[..16]);
        Assert.Empty(scratch.Read("pain\n1\n0\n\n", Scratch.Asking("pain")).Warnings);
        Assert.Empty(scratch.Read("id,pain\n\n1,1\n\n", Scratch.Asking("pain")).Warnings);
    }

    [Theory]
    [InlineData("\n\npain\n1\n\n0\n")]
    [InlineData("\"pain\n\"\n1\n\n0\n")]
    [InlineData("pain\n\"\r\"\n\n0\n")]
    public void Lines_of_a_header_or_a_value_and_lines_above_the_header_are_no_blank_lines(string text)
    {
        var request = Scratch.Asking("pain");
        request.Missing.Declare(["\r"]);
        Assert.Equal("1 blank line in", Assert.Single(scratch.Read(text, request).Warnings).Text[..15]);
    }

    [Fact]
    public void The_same_outcome_twice_is_refused()
    {
        var request = new StudyRequest { Outcomes = [new CaseDefinition("pain", RecallPeriod.Point), new CaseDefinition("pain", RecallPeriod.Point, OutcomeCodes.Of(["0"], ["1"]))] };
        Assert.Throws<RequestException>(() => scratch.Read("pain\n1\n", request));
    }

    [Fact]
    public void A_file_and_a_link_to_it_are_one_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = scratch.File("data.csv", "pain\n1\n");
        var link = Path.Combine(scratch.Folder, "link.csv");
        File.CreateSymbolicLink(link, "data.csv");
        Assert.Throws<RequestException>(() => new StudyReader(Scratch.Asking("pain"), new ProblemLog()).Read([path, link]));
    }

    public void Dispose() => scratch.Dispose();

    private static Condition Where(string text) => Condition.TryParse(text, out var condition) ? condition! : throw new ArgumentException(text);

    private static Dictionary<string, Bands> Bands(string column, string text) =>
        new(StringComparer.Ordinal) { [column] = BackPain.Stats.Definitions.Bands.TryParse(text, out var bands) ? bands! : throw new ArgumentException(text) };
}
