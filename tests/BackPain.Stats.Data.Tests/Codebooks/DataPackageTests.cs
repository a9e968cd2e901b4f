using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Codebooks;

/// <summary>Descriptors of version 1 and 2, as codebooks beside a file or given by hand.</summary>
public sealed class DataPackageTests : IDisposable
{
    private const string Rows = "sex,age,smoke,pain\n1,21,c,1\n2,35,n,2\n2,99,n,8\n1,44,f,9\n";

    private const string Version2 = """
        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "resources": [
            { "name": "other", "path": "other.csv", "schema": { "fields": [] } },
            {
              "name": "survey",
              "path": "data.csv",
              "backpain": { "kind": "individuals", "outcomes": [{ "column": "pain", "recall": "P3M" }], "bands": { "age": "20,40" }, "by": [["sex"], ["smoke", "age"]] },
              "schema": {
                "missingValues": ["", "8"],
                "fields": [
                  { "name": "sex", "type": "integer", "categories": [{ "value": 2, "label": "female" }, { "value": 1, "label": "male" }] },
                  { "name": "age", "type": "integer", "missingValues": [{ "value": "99", "label": "unknown" }] },
                  { "name": "smoke", "type": "string", "categories": ["n", "f", "c"] },
                  { "name": "pain", "type": "integer", "categories": [{ "value": 1, "label": "Yes" }, { "value": 2, "label": "No" }], "missingValues": ["8", { "value": "9", "label": "refused" }] }
                ]
              }
            }
          ]
        }
        """;

    private const string Version1 = """
        {
          "name": "survey",
          "resources": [{
            "path": ["data.csv"],
            "profile": "tabular-data-resource",
            "dialect": { "delimiter": "," },
            "schema": {
              "missingValues": ["8", "9"],
              "fields": [
                { "name": "sex", "type": "string", "constraints": { "enum": ["2", "1"] } },
                { "name": "pain", "type": "boolean", "trueValues": ["1"], "falseValues": ["2"] }
              ]
            }
          }]
        }
        """;

    private readonly Scratch scratch = new();

    [Fact]
    public void Version_2_beside_the_file_makes_options_unnecessary()
    {
        scratch.File("datapackage.json", Version2);
        var study = scratch.Read(Rows, new StudyRequest());
        Assert.Equal(["sex", "smoke × age"], study.Stratifications.Select(by => by.ToString()));
        Assert.Equal(["female", "male"], study.Tabulation.Levels[1].Select(level => level.Text));
        Assert.Equal(["n", "f", "c"], study.Tabulation.Levels[2].Select(level => level.Text));
        Assert.Equal(["female,n,20-39,non-case 1", "female,n,?99 (unknown),?8 1", "male,f,40+,?9 (refused) 1", "male,c,20-39,case 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void Version_1_with_an_enumeration_and_a_boolean_is_read()
    {
        var codebook = scratch.File("survey.json", Version1);
        var study = scratch.Read(Rows, Scratch.Asking("pain", "sex") with { CodebookPath = codebook });
        Assert.Equal(["2,non-case 1", "2,?8 1", "1,case 1", "1,?9 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void What_is_typed_wins_over_the_codebook()
    {
        scratch.File("datapackage.json", Version2);
        var request = new StudyRequest { Outcomes = [new CaseDefinition("pain", RecallPeriod.Point, OutcomeCodes.Of(["2"], ["1"]))], Stratifications = [new("age")], Bands = new Dictionary<string, Bands> { ["age"] = Bands.Every(30) } };
        Assert.Equal(["0-29,non-case 1", "30-59,case 1", "30-59,?9 (refused) 1", "?99 (unknown),?8 1"], Scratch.CellsOf(scratch.Read(Rows, request).Tabulation));
    }

    [Fact]
    public void A_condition_takes_a_code_or_its_label()
    {
        scratch.File("datapackage.json", Version2);
        var request = new StudyRequest { Stratifications = [new("sex")], Where = [new ValueCondition("sex", ["female"], true)] };
        var byLabel = Scratch.CellsOf(scratch.Read(Rows, request).Tabulation);
        Assert.Equal(["female,non-case 1", "female,?8 1", "!not sex=female,-,- 2"], byLabel);
        Assert.Equal(byLabel.Take(2), Scratch.CellsOf(scratch.Read(Rows, request with { Where = [new ValueCondition("sex", ["2"], true)] }).Tabulation).Take(2));
    }

    [Fact]
    public void A_value_that_is_no_category_is_told()
    {
        scratch.File("datapackage.json", Version2);
        var problem = Assert.Single(scratch.ProblemsIn("sex,age,smoke,pain\n3,20,n,1\n", new StudyRequest { Stratifications = [new("sex")] }));
        Assert.Equal((2, ProblemCodes.UnlistedCategory), (problem.Line, problem.Code));
    }

    [Fact]
    public void A_value_that_is_not_of_the_declared_type_is_told()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "path": "data.csv", "schema": { "fields": [{ "name": "children", "type": "integer" }, { "name": "bmi", "type": "number" }] } }] }""");
        var request = Scratch.Asking("pain", "children", "bmi");
        Assert.Equal("3 children,4 bmi,4 children", string.Join(',', scratch.ProblemsIn("children,bmi,pain\n2,21.5,1\n1.5,30,0\nmany,fat,0\n", request).Select(problem => $"{problem.Line} {(problem.Found.Contains("bmi", StringComparison.Ordinal) ? "bmi" : "children")}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Missing_values_of_the_whole_package_are_honoured()
    {
        scratch.File("datapackage.json", """{ "missingValues": ["", "77"], "resources": [{ "path": "data.csv", "schema": { "fields": [{ "name": "pain" }] } }] }""");
        Assert.Equal(["case 1", "?77 1"], Scratch.CellsOf(scratch.Read("pain\n1\n77\n", Scratch.Asking("pain")).Tabulation));
    }

    [Fact]
    public void A_descriptor_of_other_files_is_not_used()
    {
        scratch.File("datapackage.json", Version2.Replace("data.csv", "elsewhere.csv", StringComparison.Ordinal));
        Assert.Throws<RequestException>(() => scratch.Read(Rows, new StudyRequest()));
        Assert.Throws<RequestException>(() => scratch.Read(Rows, new StudyRequest { CodebookPath = Path.Combine(scratch.Folder, "datapackage.json") }));
    }

    [Fact]
    public void Breakdowns_of_one_codebook_are_those_of_the_whole_study()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "path": "data.csv", "backpain": { "by": [["sex"]] } }] }""");
        var (without, with) = (scratch.File("other.csv", "sex,pain\nm,1\n"), scratch.File("data.csv", "sex,pain\nf,0\n"));
        var study = new StudyReader(Scratch.Asking("pain"), new ProblemLog()).Read([without, with]);
        Assert.Equal(["f,non-case 1", "m,case 1"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void A_declared_design_is_used_unless_it_is_said_to_be_left_out()
    {
        const string Text = "w,s,p,pain\n2,a,1,1\n3,a,2,0\n";
        scratch.File("datapackage.json", """{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "weight": "w", "strata": "s", "psu": "p" } }] }""");
        Assert.Equal("w", scratch.Read(Text, Scratch.Asking("pain")).Tabulation.Weighting!.Name);
        Assert.Equal("s", scratch.Read(Text, Scratch.Asking("pain") with { Design = new DesignColumns { Strata = "s", Psu = "w" } }).Tabulation.Columns[0].Name);
        var left = scratch.Read(Text, Scratch.Asking("pain") with { Unweighted = true });
        Assert.False(left.Tabulation.HasDesign);
        Assert.Equal("design-not-used", Assert.Single(left.Warnings).Code);
    }

    [Fact]
    public void A_declared_design_may_have_two_stages_whose_units_belong_to_its_psus()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "psu": "p", "ssu": "h", "fpc": ["N", "M"] } }] }""");
        const string Text = "p,q,h,N,M,pain\n1,1,1,4,9,1\n1,1,2,4,9,0\n2,2,1,4,9,0\n";
        Assert.Equal(["p", "h", "N", "M"], DesignOf(new DesignColumns()));
        Assert.Equal(["p", "h", "M"], DesignOf(new DesignColumns { Fpc = "M" }));
        Assert.Equal(["q", "N", "M"], DesignOf(new DesignColumns { Psu = "q" }));

        IEnumerable<string> DesignOf(DesignColumns typed) =>
            scratch.Read(Text, Scratch.Asking("pain") with { Design = typed }).Tabulation.Columns.Where(column => column.IsDesign).Select(column => column.Name);
    }

    [Theory]
    [InlineData("""["N", "M", "L"]""")]
    [InlineData("""["N", "N"]""")]
    [InlineData("[]")]
    public void More_finite_populations_than_those_of_two_stages_are_refused(string fpc)
    {
        scratch.File("datapackage.json", $$"""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "psu": "p", "fpc": {{fpc}} } }] }""");
        var refused = Assert.Throws<DataException>(() => scratch.Read("p,N,M,pain\n1,4,9,1\n", Scratch.Asking("pain")));
        Assert.Contains($"found fpc {fpc}; expected a column, or a list of two", Assert.Single(refused.Log.Problems).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicate_weights_of_a_codebook_have_columns_a_type_and_scales()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "weight": "w", "replicates": { "columns": "r*", "type": "jkn", "scales": [0.5, 0.75] } } }] }""");
        var weighting = scratch.Read("w,r1,r2,pain\n2,4,0,1\n3,0,6,0\n", Scratch.Asking("pain")).Tabulation.Weighting!;
        Assert.Equal([new Replicate("r1", 0.5), new Replicate("r2", 0.75)], weighting.Replicates);
        Assert.Equal(ReplicateRank.Of(2), weighting.ReplicateRank);
    }

    [Fact]
    public void A_schema_may_stand_in_a_file_of_its_own()
    {
        scratch.File("schema.json", """{ "missingValues": ["9"], "fields": [{ "name": "pain", "type": "string" }] }""");
        scratch.File("datapackage.json", """{ "resources": [{ "name": "x", "path": "data.csv", "schema": "schema.json" }] }""");
        Assert.Equal(["case 1", "?9 1"], Scratch.CellsOf(scratch.Read("pain\n1\n9\n", Scratch.Asking("pain")).Tabulation));
    }

    [Theory]
    [InlineData("{", "bad-codebook")]
    [InlineData("[]", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "kind": "rows" } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "outcomes": [{ "column": "pain", "recall": "often" }] } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "schema": { "fields": [{ "type": "string" }] } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "schema": "https://example.org/schema.json" }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": [] }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "modeled": true } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "overall": "no" } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "encoding": "klingon" }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "weight": "w", "replicates": { "columns": "r*", "type": "jk3" } } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "weight": "w", "replicates": { "pattern": "r*" } } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "weight": "w", "replicates": { "columns": "r*", "type": "jkn", "scales": [-1] } } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "psu": "p", "nested": "yes" } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "outcomes": [{ "column": "pain", "recall": "point", "cases": ["1"], "nonCases": ["1"] }] } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "schema": { "fields": [{ "name": "pain", "categories": [1, "1"] }] } }] }""", "bad-codebook")]
    [InlineData("""{ "resources": [{ "name": "x", "path": "data.csv", "backpain": { "bands": { "age": "40,20" } } }] }""", "bad-codebook")]
    public void A_descriptor_that_cannot_be_used_is_told(string text, string code)
    {
        scratch.File("datapackage.json", text);
        var error = Assert.Throws<DataException>(() => scratch.Read("pain\n1\n", Scratch.Asking("pain")));
        Assert.Equal(code, Assert.Single(error.Log.Problems).Code.Name);
    }

    public void Dispose() => scratch.Dispose();
}
