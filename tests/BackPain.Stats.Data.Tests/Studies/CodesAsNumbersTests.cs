using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Codes are compared as numbers where every value of a column, in all files, is a number or missing. The witness of every count is a look at the rows.</summary>
public sealed class CodesAsNumbersTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("1", "1.0", "01", "+1", "1e0", "10E-1")]
    [InlineData("-0", "0", "0.00", "-0e5", "0.", ".0")]
    public void All_ways_to_write_a_number_are_one_code(params string[] ways)
    {
        var rows = string.Concat(ways.Select(way => $"{way},1\n{way},0\n"));
        var shown = ways[0].TrimStart('-');
        foreach (var way in ways)
        {
            Assert.Equal([$"{shown},case 6", $"{shown},non-case 6"], Cells($"x,pain\n{rows}", Scratch.Asking("pain", "x") with { Where = [new ValueCondition("x", [way], Among: true)] }));
            Assert.Equal(["case 6", "non-case 6"], Cells($"pain,x\n{string.Concat(ways.Select(code => $"{code},\n2,\n"))}", Coded("pain", OutcomeCodes.Of([way], ["2.0"]))));
        }
    }

    [Theory]
    [InlineData("0x1")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("A1")]
    [InlineData("1 2")]
    [InlineData("Infinity")]
    public void A_single_text_makes_texts_of_all(string text)
    {
        string[] all = ["1", "1.0", "01", text];
        var expected = all.Select(value => $"{value},case 1").Order(StringComparer.Ordinal);
        // The text may stand anywhere.
        for (var at = 0; at < all.Length; at++)
        {
            string[] values = [.. all[at..], .. all[..at]];
            Assert.Equal(expected, Cells($"x,pain\n{string.Concat(values.Select(value => $"\"{value}\",1\n"))}", Scratch.Asking("pain", "x")).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_is_missing_makes_no_text() =>
        Assert.Equal(["1,case 2", "?NA,case 1", "?empty,case 1", "?refused,case 1"], Cells("x,pain\n1,1\n,1\nNA,1\nrefused,1\n1.0,1\n", Missing(Scratch.Asking("pain", "x"), "refused")));

    [Fact]
    public void A_text_among_those_who_are_left_out_makes_texts_of_all_too()
    {
        var request = Scratch.Asking("pain", "x") with { Where = [new ValueCondition("sex", ["f"], Among: true)] };
        Assert.Equal(["01,case 1", "1,case 1", "!not sex=f,-,- 1"], Cells("sex,x,pain\nf,1,1\nf,01,1\nm,A,1\n", request).Order(StringComparer.Ordinal).OrderBy(cell => cell[0] == '!'));
        var weighted = Scratch.Asking("pain", "x") with { Design = new DesignColumns { Weight = "w" }, MissingWeight = MissingWeight.Drop };
        Assert.Equal(3, scratch.Read("w,x,pain\n1,1,1\n1,01,1\n,A,1\n", weighted).Tabulation.Cells.Count);
    }

    [Theory]
    [InlineData("x,pain\n01,1\n1.0,0\n", "x,pain\n1,0\n2,1\n", "1,case 1|1,non-case 2|2,case 1")]
    [InlineData("x,pain\n01,1\n1.0,0\n", "x,pain\n1,0\nA,1\n", "01,case 1|1,non-case 1|1.0,non-case 1|A,case 1")]
    public void Files_of_one_study_decide_together(string first, string second, string expected)
    {
        var (one, two) = (scratch.File("one.csv", first), scratch.File("two.csv", second));
        foreach (var threads in new[] { 1, 2 })
        {
            Assert.Equal(expected.Split('|'), Read([one, two], Scratch.Asking("pain", "x"), threads));
            Assert.Equal(expected.Split('|'), Read([two, one], Scratch.Asking("pain", "x"), threads));
        }
    }

    [Fact]
    public void Whoever_may_be_outside_is_outside_with_all_that_was_said()
    {
        // As numbers all three rows are x = 1 and the answer of the second is 1; as texts only the first is, and nobody looks at the other answers.
        var request = Coded("pain", OutcomeCodes.Of(["1"], ["0"])) with { Where = [new ValueCondition("x", ["1"], Among: true), new ValueCondition("z", ["2"], Among: true)] };
        Assert.Equal(["case 3"], Cells("x,z,pain\n1,2,1\n1.0,2.0,01\n01,2,1.0\n", request));
        Assert.Equal(["case 1", "!not x=1,- 3"], Cells("x,z,pain\n1,2,1\n1.0,2.0,what\n01,3,?\nA,2,!\n", request));
        Assert.Equal(["case 2", "!not x=1,- 1", "!not z=2,- 1"], Cells("x,z,pain\n1,2,1\n1.0,2.0,1\n01,3,1\n2,2,1\n", request).OrderBy(cell => cell[0] == '!'));
    }

    [Fact]
    public void Answers_that_turn_out_to_be_unexplained_are_told_together_whatever_their_order()
    {
        string[] values = ["1", "01", "2.0", "no", "2", "01"];
        for (var at = 0; at < values.Length; at++)
        {
            var text = $"pain,x\n{string.Concat(values[at..].Concat(values[..at]).Select(value => $"{value},\n"))}";
            var problem = Assert.Single(scratch.ProblemsIn(text, Coded("pain", OutcomeCodes.Of(["1"], ["2"]))));
            Assert.Equal("found '01' (2 rows), '2.0' (1 row), 'no' (1 row) in column 'pain'", problem.Found);
        }
    }

    [Fact]
    public void Identifiers_of_many_digits_are_told_apart()
    {
        // As doubles the first two are equal, and so are the last two.
        string[] ids = ["9007199254740992", "9007199254740993", "1234567890123456", "12345678901234567890", "12345678901234567891"];
        var cells = Cells($"x,pain\n{string.Concat(ids.Select(id => $"{id},1\n{id}.0,0\n"))}", Scratch.Asking("pain", "x"));
        Assert.Equal(ids.SelectMany(id => new[] { $"{id},case 1", $"{id},non-case 1" }).Order(StringComparer.Ordinal), cells.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_saved_as_texts_remain_texts()
    {
        // Codes compared as numbers are saved in their shortest form, so 01 beside 1 shows that both were compared as text.
        var request = new StudyRequest { Stratifications = [new Stratification(["x"])] };
        Assert.Equal(["01,case 1", "1,non-case 2"], Cells("by:x,point:pain,n,sum_w,sum_w2\n01,case,1,1,1\n1,non-case,2,2,2\n", request));
        Assert.Equal(["1,case 1", "1,non-case 2"], Cells("x,pain\n01,1\n1,0\n1,0\n", Scratch.Asking("pain", "x")));
    }

    [Fact]
    public void Weights_of_sixteen_digits_are_read_to_the_last()
    {
        var request = Scratch.Asking("pain") with { Design = new DesignColumns { Weight = "w" } };
        // The nearest doubles, by the runtime's own reading.
        foreach (var text in new[] { "1234567890.123456", "0.1234567890123456", "9007199254740993", "1234567890123456", "3.141592653589793" })
            Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), scratch.Read($"w,pain\n{text},1\n", request).Tabulation.Cells[0].Sums.W.Value);
    }

    [Fact]
    public void A_numeric_missing_code_of_a_weight_is_no_weight()
    {
        var request = Scratch.Asking("pain") with { Design = new DesignColumns { Weight = "w" } };
        request.Missing.Declare("w", ["999"]);
        Assert.All(scratch.ProblemsIn("w,pain\n1.5,1\n999,1\n999.0,0\n", request), problem => Assert.Equal(ProblemCodes.MissingWeight, problem.Code));
        Assert.Equal(["case 1", "w 999,- 2"], Cells("w,pain\n1.5,1\n999,1\n999.0,0\n", request with { MissingWeight = MissingWeight.Drop }));
        // 999 for all columns may well be a weight.
        Assert.Equal(["case 2"], Cells("w,pain\n1.5,1\n999,1\n", Missing(Scratch.Asking("pain") with { Design = new DesignColumns { Weight = "w" } }, "999")));
    }

    [Fact]
    public void Units_of_a_design_are_numbers_too()
    {
        var request = Scratch.Asking("pain") with { Design = new DesignColumns { Strata = "s", Psu = "u", Nested = false } };
        var tabulation = scratch.Read("s,u,pain\n1,1,1\n1.0,01,0\n2,02,1\n02,2.0,1\n", request).Tabulation;
        Assert.Equal(["1", "2"], tabulation.Levels[tabulation.Columns.IndexOf(KeyRole.Psu)].Select(level => level.Text));
        Assert.Equal(["1", "2"], tabulation.Levels[tabulation.Columns.IndexOf(KeyRole.DesignStratum)].Select(level => level.Text));
        var problem = Assert.Single(scratch.ProblemsIn("s,u,pain\n1,1,1\n1.0,01,0\n2,02,1\n02,1.0,1\n", request));
        Assert.Equal((ProblemCodes.PsuInTwoStrata, 5L, "found PSU '1' in stratum '2' after it was in stratum '1'"), (problem.Code, problem.Line, problem.Found));
        Assert.Empty(scratch.ProblemsIn("s,u,pain\n1,1,1\n1.0,01,0\n2,02,1\n02,1.0,1\nx,A,1\n", request));
    }

    [Theory]
    [InlineData("""{ "name": "x", "type": "integer" }""", "1,case 2|2,case 1")]
    [InlineData("""{ "name": "x", "type": "string" }""", "01,case 1|1.0,case 1|2,case 1")]
    [InlineData("""{ "name": "x" }""", "1,case 2|2,case 1")]
    [InlineData("""{ "name": "x", "categories": [{ "value": 1, "label": "one" }, { "value": "2.0", "label": "two" }] }""", "one,case 2|two,case 1")]
    [InlineData("""{ "name": "x", "categories": ["01", "1.0", "2", "1"] }""", "01,case 1|1.0,case 1|2,case 1")]
    public void A_codebook_says_what_codes_are(string field, string expected)
    {
        scratch.File("datapackage.json", $$"""{ "resources": [{ "name": "data", "path": "data.csv", "schema": { "fields": [{{field}}] } }] }""");
        Assert.Equal(expected.Split('|'), Cells("x,pain\n01,1\n1.0,1\n2,1\n", Scratch.Asking("pain", "x")));
    }

    [Fact]
    public void The_order_of_a_codebook_holds_for_all_files()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "name": "data", "path": ["one.csv", "two.csv"], "schema": { "fields": [{ "name": "x", "categories": ["often", "rarely", "never"] }] } }] }""");
        var (one, two) = (scratch.File("one.csv", "x,pain\nnever,1\n"), scratch.File("two.csv", "x,pain\noften,1\nrarely,1\n"));
        foreach (var threads in new[] { 1, 2 })
        {
            Assert.Equal(["often,case 1", "rarely,case 1", "never,case 1"], Read([one, two], Scratch.Asking("pain", "x"), threads));
            Assert.Equal(["often,case 1", "rarely,case 1", "never,case 1"], Read([two, one], Scratch.Asking("pain", "x"), threads));
        }
    }

    [Fact]
    public void A_mark_line_ends_blanks_and_quotes_change_nothing() =>
        Assert.Equal(["1,case 3", "?empty,case 1"], Cells("\uFEFFx,pain\r\n\" 1 \",\"1.0\"\r\n 01 ,1\r\n\"1.\",+1\r\n,1e0\r\n", Scratch.Asking("pain", "x")));

    [Fact]
    public void Numbers_with_a_decimal_comma_are_codes()
    {
        var request = Scratch.Asking("pain", "x") with { Dialect = new CsvDialect(';', DecimalComma: true), Where = [new ValueCondition("x", ["1.5", "2"], Among: true)] };
        Assert.Equal(["1.5,case 2", "2,case 1"], Cells("x;pain\n1,5;1\n01,50;1\n2,0;1\n", request));
    }

    public void Dispose() => scratch.Dispose();

    private static StudyRequest Coded(string column, OutcomeCodes codes) => new() { Outcomes = [new CaseDefinition(column, RecallPeriod.Point, codes)] };

    private static StudyRequest Missing(StudyRequest request, params string[] codes)
    {
        request.Missing.Declare(codes);
        return request;
    }

    private static IReadOnlyList<string> Read(string[] paths, StudyRequest request, int threads) => Scratch.CellsOf(new StudyReader(request, new ProblemLog(), threads: threads).Read(paths).Tabulation);

    private IReadOnlyList<string> Cells(string text, StudyRequest request) => Scratch.CellsOf(scratch.Read(text, request).Tabulation);
}
