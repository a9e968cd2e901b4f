using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Data.Tests.Engines;

/// <summary>A database counts what the counter of files counts, and finds the same mistakes.</summary>
public sealed class DatabaseTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private const int Rows = 600;

    private readonly Scratch scratch = new();

    [PostgresFact]
    public void Awkward_values_in_awkward_columns_are_the_same_levels() => Compare(
        new StudyRequest
        {
            Outcomes = [Outcome("select", RecallPeriod.Point), Outcome("year", RecallPeriod.Lifetime), Outcome("flag", RecallPeriod.Period(Span("3m")))],
            Stratifications = [new Stratification(AwkwardTable.Sex, AwkwardTable.Region), new Stratification("age")],
            Bands = new Dictionary<string, Bands> { ["age"] = Bands.Between(20, 40, 60) },
            Missing = Missing("9"),
        });

    [PostgresFact]
    public void Conditions_by_value_and_by_number_leave_out_the_same_persons() => Compare(
        new StudyRequest
        {
            Outcomes = [new CaseDefinition("select", RecallPeriod.Point, OutcomeCodes.AgainstAllOthers(["1", "yes"]))],
            Stratifications = [new Stratification("age")],
            Bands = new Dictionary<string, Bands> { ["age"] = Bands.Every(10) },
            Where = [Condition("age>=20"), Condition("age<77.5"), Condition("height>120.25"), Condition($"\"{AwkwardTable.Region}\"!=2")],
            Missing = Missing("9"),
        });

    [PostgresFact]
    public void Numbers_that_stand_for_others_change_nothing()
    {
        foreach (var bands in new[] { Bands.Every(1), Bands.Every(7), Bands.Every(90), Bands.Between(1), Bands.Between(18, 19, 65) })
        {
            var request = new StudyRequest { Outcomes = [Outcome("flag", RecallPeriod.Point)], Stratifications = [new Stratification("age")], Bands = new Dictionary<string, Bands> { ["age"] = bands }, Missing = Missing("0", "18", "21") };
            request.Missing.Declare("age", ["0", "18", "20", "NaN", "x"]);
            request.Missing.Declare("height", ["150.25", "121"]);
            request.Missing.Declare("year", []);
            request.Missing.Declare(AwkwardTable.Region, []);
            Compare(request);
            Compare(request with { Where = [Condition("age>18"), Condition("age<=70.5"), Condition("age<70"), Condition("height<150.25"), Condition("height>=120.25")] });
            Compare(request with { Where = [Condition("year>0"), Condition("year<9"), Condition("age>=-3"), Condition($"\"{AwkwardTable.Region}\"<=1"), Condition("height<=150.25"), Condition("height>149.25")] });
        }
    }

    [PostgresFact]
    public void Sums_of_weights_in_strata_and_clusters_are_the_same()
    {
        var request = new StudyRequest
        {
            Outcomes = [Outcome("year", RecallPeriod.Point)],
            Stratifications = [new Stratification(AwkwardTable.Sex)],
            Missing = MissingEverywhere("9"),
            MissingWeight = MissingWeight.Drop,
            Design = new DesignColumns { Weight = AwkwardTable.WeightColumn, Strata = "stratum", Psu = "psu" },
        };
        request.Missing.Declare(AwkwardTable.WeightColumn, ["-9"]);
        Compare(request);
        Compare(request with { Where = [Condition($"\"{AwkwardTable.WeightColumn}\">1")] });
    }

    [PostgresFact]
    public void Sums_of_replicate_weights_are_the_same()
    {
        var request = new StudyRequest
        {
            Outcomes = [Outcome("flag", RecallPeriod.Point)],
            Stratifications = [new Stratification("psu")],
            MissingWeight = MissingWeight.Drop,
            Design = new DesignColumns { Weight = AwkwardTable.WeightColumn, Replicates = new ReplicateColumns("rw*", Replication("jk1"), null) },
        };
        request.Missing.Declare(AwkwardTable.WeightColumn, ["-9"]);
        Compare(request);
    }

    [PostgresFact]
    public void Mistakes_are_told_in_the_same_words()
    {
        var asked = Outcome("select", RecallPeriod.Point);
        CompareProblems(new StudyRequest { Outcomes = [asked] });
        CompareProblems(new StudyRequest { Outcomes = [asked], Missing = Missing("9"), Stratifications = [new Stratification("height")], Bands = new Dictionary<string, Bands> { ["height"] = Bands.Every(10) } });
        CompareProblems(new StudyRequest { Outcomes = [asked], Missing = Missing("9"), Where = [Condition("psu>1")] });
        CompareProblems(new StudyRequest { Outcomes = [asked], Missing = Missing("9"), Design = new DesignColumns { Weight = AwkwardTable.WeightColumn } });
    }

    [PostgresFact]
    public void A_cluster_in_two_strata_is_told_whichever_comes_first() =>
        Assert.All(
            ProblemsIn(TableOf(0), new StudyRequest { Outcomes = [Outcome("flag", RecallPeriod.Point)], Design = new DesignColumns { Psu = "psu", Strata = "stratum", Nested = false } }),
            problem => Assert.Equal(ProblemCodes.PsuInTwoStrata, problem.Code));

    [PostgresFact]
    public void An_unknown_column_is_told_with_those_that_are_there()
    {
        var problem = Assert.Single(ProblemsIn(TableOf(0), new StudyRequest { Outcomes = [Outcome("selct", RecallPeriod.Point)] }));
        Assert.Equal(ProblemCodes.UnknownColumn, problem.Code);
        Assert.StartsWith("people: unknown-column: found no column 'selct'; the table has ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'select'?", problem.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_weight_that_is_text_is_refused()
    {
        var problem = Assert.Single(ProblemsIn(TableOf(0), new StudyRequest { Outcomes = [Outcome("flag", RecallPeriod.Point)], Design = new DesignColumns { Weight = "psu" } }));
        Assert.Equal("people: not-a-number: found type text of column 'psu'; expected a type of numbers. Name a view in which it is cast to numbers.", problem.ToString());
    }

    [PostgresFact]
    public void Visits_of_persons_are_clusters_and_what_needs_the_rows_is_refused()
    {
        shared.Server.Run("DROP TABLE IF EXISTS visits; CREATE TABLE visits (pid integer, pain integer, f integer); INSERT INTO visits VALUES (1,1,1),(1,0,1),(2,0,2),(3,1,1),(3,1,1);");
        var file = scratch.Read("pid,pain,f\n1,1,1\n1,0,1\n2,0,2\n3,1,1\n3,1,1\n", Scratch.Asking("pain") with { Persons = new() { Repeats = "pid" } });
        var table = Read("visits", Scratch.Asking("pain") with { Persons = new() { Repeats = "pid" } }, new ProblemLog());
        Assert.Equal(file.Tabulation.Cells.Select(cell => cell.Sums), table.Tabulation.Cells.Select(cell => cell.Sums));
        Assert.Equal(file.Warnings, table.Warnings);
        Assert.Contains("'id columns' needs the rows", Assert.Throws<RequestException>(() => Read("visits", Scratch.Asking("pain") with { Persons = new() { Id = ["pid"] } }, new ProblemLog())).Message, StringComparison.Ordinal);
        Assert.Contains("'frequency column'", Assert.Throws<RequestException>(() => Read("visits", Scratch.Asking("pain") with { Persons = new() { Frequency = "f" } }, new ProblemLog())).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_table_without_rows_is_refused()
    {
        shared.Server.Run("DROP TABLE IF EXISTS nobody; CREATE TABLE nobody (pain integer);");
        foreach (var request in new[] { Scratch.Asking("pain"), Scratch.Asking("pain") with { OnlyCheck = true, Outcomes = [] } })
        {
            var error = Assert.Throws<DataException>(() => Read("nobody", request, new ProblemLog()));
            Assert.StartsWith("nobody: no-rows: ", Assert.Single(error.Log.Problems).ToString(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => scratch.Dispose();

    private static CaseDefinition Outcome(string column, RecallPeriod recall) => new(column, recall);

    private static RecallSpan Span(string text) => RecallSpan.TryParse(text, out var span) ? span : throw new ArgumentException(text);

    private static ReplicateType Replication(string text) => ReplicateType.TryParse(text, out var type) ? type! : throw new ArgumentException(text);

    private static Condition Condition(string text) => Definitions.Condition.TryParse(text, out var condition) ? condition! : throw new ArgumentException(text);

    /// <summary>Codes for all columns but those that are read as numbers.</summary>
    private static MissingCodes Missing(params string[] codes)
    {
        var missing = new MissingCodes();
        missing.Declare(codes);
        foreach (var quantity in new[] { "age", "height" })
            missing.Declare(quantity, []);
        return missing;
    }

    private static MissingCodes MissingEverywhere(params string[] codes)
    {
        var missing = new MissingCodes();
        missing.Declare(codes);
        return missing;
    }

    private AwkwardTable TableOf(int seed)
    {
        var table = new AwkwardTable(seed, Rows);
        table.Load(shared.Server, "people");
        return table;
    }

    private void Compare(StudyRequest request)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var table = TableOf(seed);
            SameTabulation.Holds(scratch.Read(table.Csv, request).Tabulation, Read("people", request, new ProblemLog()).Tabulation);
        }
    }

    private void CompareProblems(StudyRequest request)
    {
        var table = TableOf(17);
        var ofFile = scratch.ProblemsIn(table.Csv, request);
        Assert.NotEmpty(ofFile);
        Assert.Equal(Told(ofFile), Told(ProblemsIn(table, request)));
    }

    private static IEnumerable<string> Told(IEnumerable<Problem> problems) => problems.Select(problem => $"{problem.Code.Name}: {problem.Message}").Distinct().Order(StringComparer.Ordinal);

    private IReadOnlyList<Problem> ProblemsIn(AwkwardTable table, StudyRequest request)
    {
        _ = table;
        var log = new ProblemLog(int.MaxValue);
        Assert.Throws<DataException>(() => Read("people", request, log));
        return log.Problems;
    }

    private Study Read(string table, StudyRequest request, ProblemLog log)
    {
        Assert.True(DatabaseAddress.TryParse(shared.Server.AddressFor(), _ => null, out var address, out _));
        return new DatabaseReader(request, log, CancellationToken.None).Read(new DatabaseTable(address!, new TableName([table]), 0));
    }
}
