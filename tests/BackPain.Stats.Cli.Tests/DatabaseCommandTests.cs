using System.Diagnostics;
using System.Globalization;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The program and a server: who may ask, what is told when it goes wrong, and that the printed statement gives the same.</summary>
public sealed class DatabaseCommandTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private const int SigInt = 2;
    private const string Question = "--period 3m:pain_3m=1/0 --lifetime pain_ever --na 8,9 --by sex,smoking --by age --bands age=20,40,60 --where age>=30 --where pregnant!=1";
    private const string Design = "--weight weight --strata stratum --psu psu";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [PostgresFact]
    public void A_database_gives_what_the_file_gives_and_so_does_the_result_of_the_printed_statement()
    {
        LoadSurvey();
        File.Copy(Repository.PathOf("data/example-survey.csv"), Path.Combine(scratch, "rows.csv"));
        foreach (var options in new[] { Question, $"{Question} {Design}", $"--point pain_now --na 8,9 {Design} --where weight>=1200" })
        {
            var expected = Output($"prevalence rows.csv {options} --format csv");
            SameFigures(expected, Output($"prevalence {In("survey.people")} {options} --format csv"));
            var statement = Output($"sql --table survey.people {options} --dialect postgresql").Trim().TrimEnd(';');
            File.WriteAllText(Path.Combine(scratch, "sums.csv"), shared.Server.Run($"COPY ({statement}) TO STDOUT CSV HEADER"));
            SameFigures(expected, Output($"prevalence sums.csv {options} --format csv"));
            SameFigures(expected, Output($"prevalence sums.csv {options} --kind tabulation --format csv"));
        }
    }

    [PostgresFact]
    public void A_design_of_two_stages_gives_what_the_file_gives()
    {
        var file = Repository.PathOf("tests/golden/surveys/twostage.csv");
        shared.Server.Run($"""
            DROP TABLE IF EXISTS villages;
            CREATE TABLE villages (stratum text, psu integer, ssu integer, n integer, f1 double precision, m integer, f2 double precision, p integer, fp double precision, w double precision, g text, h text, y integer);
            \copy villages FROM '{file}' CSV HEADER

            """);
        foreach (var stages in new[] { "--ssu ssu --fpc n,m", "--ssu ssu --fpc f1,f2", "--fpc n,p", "--ssu ssu --fpc n" })
        {
            var options = $"--point y --weight w --strata stratum --psu psu {stages} --by h";
            File.WriteAllText(Path.Combine(scratch, "rows.csv"), string.Join('\n', File.ReadLines(file).Select((line, index) => index == 0 ? line.ToLowerInvariant() : line)));
            var expected = Output($"prevalence rows.csv {options} --format csv");
            SameFigures(expected, Output($"prevalence {In("villages")} {options} --format csv"));
            File.WriteAllText(Path.Combine(scratch, "sums.csv"), shared.Server.Run($"COPY ({Output($"sql --table villages {options}").Trim().TrimEnd(';')}) TO STDOUT CSV HEADER"));
            SameFigures(expected, Output($"prevalence sums.csv {options} --format csv"));
        }
    }

    [PostgresFact]
    public void A_codebook_gives_labels_orders_outcomes_and_bands()
    {
        var described = Repository.PathOf("tests/BackPain.Stats.Cli.Tests/fixtures/described");
        shared.Server.Run($"DROP TABLE IF EXISTS described; CREATE TABLE described (id integer, age integer, sex integer, smoking text, now integer, year integer, ever integer);\n\\copy described FROM '{described}/data.csv' CSV HEADER\n");
        var options = $"--codebook {described}/datapackage.json --by sex,age --by smoking --where age>=30 --format csv";
        Assert.Equal(Output($"prevalence {described}/data.csv {options}"), Output($"prevalence {In("described")} {options}"));
        Assert.Contains($"\"name\": \"{described}/datapackage.json\"", Output($"prevalence {In("described")} {options.Replace("csv", "json", StringComparison.Ordinal)}"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Check_and_tabulate_take_a_table_too()
    {
        LoadSurvey();
        Assert.StartsWith("by:sex,point:pain_now,", Output($"tabulate {In("survey.people")} --point pain_now --na 8,9 --by sex"), StringComparison.Ordinal);
        var check = BuiltProgram.Run($"backpain check {In("survey.people")} --point pain_now --format csv", scratch);
        Assert.Equal(ExitCode.Data, check.ExitCode);
        Assert.Contains("survey.people,,error,unexplained-code,", check.Output, StringComparison.Ordinal);
        Assert.Contains("\"sha256\": null", Output($"prevalence {In("survey.people")} --point pain_now --na 8,9 --format json"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_role_that_may_only_read_is_enough_and_one_that_may_not_is_told_so()
    {
        LoadSurvey();
        shared.Server.Run("""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN CREATE ROLE reader LOGIN; CREATE ROLE stranger LOGIN; END IF;
            END $$;
            GRANT USAGE ON SCHEMA survey TO reader, stranger;
            GRANT SELECT (pain_now, sex) ON survey.people TO reader;
            """);
        Assert.Contains("3990 persons in survey.people.", Output($"prevalence {In("survey.people", "reader")} --point pain_now --na 8,9 --by sex"), StringComparison.Ordinal);
        Refused($"prevalence {In("survey.people", "stranger")} --point pain_now --na 8,9", "this login has no right to read the table, or one of the columns that are asked about (SQLSTATE 42501). Nothing was counted.");
    }

    [PostgresFact]
    public void What_cannot_be_reached_is_named()
    {
        LoadSurvey();
        Refused($"prevalence {In("survey.poeple")} --point pain_now", "there is no table 'survey.poeple'. Did you mean 'survey.people'?");
        shared.Server.Run("DROP ROLE IF EXISTS locked; CREATE ROLE locked LOGIN PASSWORD 'right';");
        Refused($"prevalence {In("survey.people", "locked")} --point pain_now", "PGPASSWORD");
        var wrong = BuiltProgram.Run(["prevalence", .. In("survey.people", "locked").Split(' '), "--point", "pain_now"], scratch, environment: [("PGPASSWORD", "wrong")]);
        Assert.Equal(ExitCode.Unreachable, wrong.ExitCode);
        Assert.Contains("does not let 'locked' in (SQLSTATE 28P01)", wrong.Error, StringComparison.Ordinal);
        Refused("prevalence --db postgresql://nobody@127.0.0.1:1/none --table t --point pain", "127.0.0.1:1/none: cannot be reached, or the connection broke: ");
    }

    [PostgresFact]
    public void The_statement_may_take_only_so_long()
    {
        LoadSlow();
        Refused($"prevalence {In("slow")} --point pain --timeout 1", "no complete answer within 1 seconds; --timeout gives it more.");
    }

    [PostgresFact]
    public void Interrupting_stops_the_statement_on_the_server()
    {
        LoadSlow();
        using var process = BuiltProgram.Start(["prevalence", .. In("slow").Split(' '), "--point", "pain", "-o", "out.csv"], scratch);
        process.StandardInput.Close();
        WaitUntil(() => Running() == 1);
        var clock = Stopwatch.StartNew();
        Process.Start("kill", [$"-{SigInt}", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        Assert.True(process.WaitForExit(10_000), "It waits for the server.");
        Assert.True(clock.ElapsedMilliseconds < 1000, $"{clock.ElapsedMilliseconds} ms");
        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        WaitUntil(() => Running() == 0);
        Assert.True(clock.ElapsedMilliseconds < 2000, $"{clock.ElapsedMilliseconds} ms");
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch));
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    /// <summary>Every cell the same, but for the last digits of numbers that come out of sums of weights.</summary>
    private static void SameFigures(string expected, string actual)
    {
        foreach (var (a, b) in expected.Split('\n', ',').Zip(actual.Split('\n', ',')).Where(pair => pair.First != pair.Second))
            Assert.Equal(double.Parse(a, CultureInfo.InvariantCulture), double.Parse(b, CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(expected.Split('\n', ',').Length, actual.Split('\n', ',').Length);
    }

    private static void WaitUntil(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(clock.ElapsedMilliseconds < 20_000, "It never came.");
            Thread.Sleep(10);
        }
    }

    private int Running() => int.Parse(shared.Server.Run("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'backpain' AND state = 'active' AND query LIKE 'SELECT%COUNT(*)%'"), CultureInfo.InvariantCulture);

    private string In(string table, string role = "postgres") => $"--db {shared.Server.AddressFor(role)} --table {table}";

    private string Output(string arguments)
    {
        var result = BuiltProgram.Run($"backpain {arguments}", scratch);
        Assert.True(result.ExitCode == ExitCode.Done, result.Error);
        return result.Output;
    }

    private void Refused(string arguments, string told)
    {
        var result = BuiltProgram.Run($"backpain {arguments} -o out.csv", scratch);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unreachable, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.False(File.Exists(Path.Combine(scratch, "out.csv")));
    }

    private void LoadSurvey() => shared.Server.Run($"""
        CREATE SCHEMA IF NOT EXISTS survey;
        DROP TABLE IF EXISTS survey.people;
        CREATE TABLE survey.people (id integer, age integer, sex text, smoking text, pregnant text, pain_now smallint, pain_3m integer, pain_12m integer, pain_ever text, weight numeric, stratum integer, psu integer);
        \copy survey.people FROM '{Repository.PathOf("data/example-survey.csv")}' CSV HEADER

        """);

    /// <summary>A view that takes minutes.</summary>
    private void LoadSlow() => shared.Server.Run("CREATE OR REPLACE VIEW slow AS SELECT g % 2 AS pain, CAST(pg_sleep(0.05) AS text) AS nap FROM generate_series(1, 10000) g");
}
