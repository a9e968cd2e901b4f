using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Tests.Codebooks;

/// <summary>A file has the columns that its codebook describes, unless the codebook says that it may lack them.</summary>
public sealed class DescribedColumnsTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("""{ "fields": [{ "name": "Pain" }] }""", "1 unknown-column")]
    [InlineData("""{ "fields": [{ "name": "Pain", "required": true }] }""", "1 unknown-column")]
    [InlineData("""{ "fields": [{ "name": "Pain", "required": false }] }""", "")]
    [InlineData("""{ "fields": [{ "name": "pain" }] }""", "")]
    [InlineData("""{ "primaryKey": "pid" }""", "1 unknown-column")]
    [InlineData("""{ "primaryKey": ["id", "visit"] }""", "1 unknown-column")]
    [InlineData("""{ "primaryKey": ["id"] }""", "")]
    public void A_column_that_is_not_in_the_file_is_told(string schema, string expected)
    {
        scratch.File("datapackage.json", $$"""{ "resources": [{ "name": "data", "path": "data.csv", "schema": {{schema}} }] }""");
        const string Text = "id,pain\n1,1\n2,0\n";
        Assert.Equal(expected, Told(scratch.ProblemsIn(Text, Scratch.Asking("pain"))));
        var log = new ProblemLog();
        var reader = new StudyReader(Scratch.Asking("pain"), log, threads: 2);
        if (expected.Length == 0)
            Assert.Equal(2, reader.Read([scratch.File("data.csv", Text)]).Tabulation.Persons);
        else
            Assert.Throws<DataException>(() => reader.Read([scratch.File("data.csv", Text)]));
        Assert.Equal(expected, Told(log.Problems));
    }

    [Fact]
    public void A_near_name_is_suggested()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "name": "data", "path": "data.csv", "schema": { "fields": [{ "name": "Pain" }] } }] }""");
        Assert.EndsWith("Did you mean 'pain'?", Assert.Single(scratch.ProblemsIn("id,pain\n1,1\n", Scratch.Asking("pain"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_tabulation_has_only_the_columns_that_were_asked_about()
    {
        scratch.File("datapackage.json", """{ "resources": [{ "name": "data", "path": "data.csv", "schema": { "fields": [{ "name": "id" }, { "name": "pain" }] } }] }""");
        Assert.Empty(scratch.ProblemsIn("point:pain,n,sum_w,sum_w2\ncase,1,1,1\n", new StudyRequest()));
    }

    public void Dispose() => scratch.Dispose();

    private static string Told(IEnumerable<Problem> problems) => string.Join(',', problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));
}
