using System.Globalization;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;
using Xunit.Abstractions;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Compiled to native code, where nothing can be found by reflection that the compiler did not see, the program does the same to the byte.</summary>
public sealed class NativeTests(NativeProgram native, SharedServer shared, ITestOutputHelper log) : IClassFixture<NativeProgram>, IClassFixture<SharedServer>, IDisposable
{
    private const string Design = "--weight weight --strata stratum --psu psu";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    public static TheoryData<string> Transcripts => ApprovedTranscript.Names;

    [FormsFact]
    public void It_is_one_file_with_its_data_beside_it() => With(program =>
        Assert.Equal([program.Executable], Directory.EnumerateFiles(Path.GetDirectoryName(program.Executable)!)));

    [FormsTheory]
    [MemberData(nameof(Transcripts))]
    public void Does_what_was_approved(string transcript) => With(program =>
        Assert.Equal(File.ReadAllText(Repository.PathOf(ApprovedTranscript.PathOf(transcript))), ApprovedTranscript.Repeat(transcript, program.Run)));

    [FormsTheory]
    [InlineData("report low-back-pain -o", "out.html")]
    [InlineData("report low-back-pain -o", "out.md")]
    [InlineData("prevalence nhanes-low-back-pain --by sex --by age,sex -o", "out.html")]
    [InlineData("prevalence nhanes-low-back-pain --by sex --by age,sex -o", "out.tex")]
    [InlineData("prevalence nhanes-low-back-pain --by sex --method all --format json -o", "out.json")]
    [InlineData("prevalence nhanes-low-back-pain --by age,sex --plot", "out.svg")]
    public void Writes_the_same_file(string command, string name) => With(program =>
    {
        Assert.Equal(Written(BuiltProgram.Run), Written(program.Run));

        (Result, string) Written(Func<string, string, Result> run)
        {
            var result = run($"backpain {command} {name}", scratch);
            var path = Path.Combine(scratch, name);
            var text = File.ReadAllText(path);
            File.Delete(path);
            return (result, text);
        }
    });

    [FormsFact]
    public void Counts_a_file_that_is_read_by_several_threads() => With(program =>
    {
        const int ReadByOne = 32 * 1024 * 1024;
        var path = Path.Combine(scratch, "large.csv");
        using (var writer = new StreamWriter(path))
        {
            writer.Write("pain,sex,weight,stratum,psu,filler\n");
            for (var row = 0; row < 500_000; row++)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{(row % 7 == 0 || row % 11 == 0 ? 1 : 0)},{(row % 3 == 0 ? "male" : "female")},{1 + (row % 1009 / 100d)},{row % 50},{row % 12},a column that nobody asked for makes the file larger\n"));
        }
        Assert.True(new FileInfo(path).Length > ReadByOne);
        SameAsBuilt(program, $"prevalence large.csv --point pain --by sex {Design} --format json");
    });

    [FormsFact(NeedsPostgres = true)]
    public void Asks_a_database() => With(program =>
    {
        shared.Server.Run($"""
            CREATE TABLE people (id integer, age integer, sex text, smoking text, pregnant text, pain_now smallint, pain_3m integer, pain_12m integer, pain_ever text, weight numeric, stratum integer, psu integer);
            \copy people FROM '{Repository.PathOf("data/example-survey.csv")}' CSV HEADER
            ALTER TABLE people ALTER weight TYPE integer;
            CREATE ROLE locked LOGIN PASSWORD 'right'; GRANT SELECT ON people TO locked;

            """);
        foreach (var question in new[] { "--point pain_now --lifetime pain_ever", "--period 3m:pain_3m --by sex,smoking --by age --bands age=20,40,60 --where pregnant!=1" })
            SameAsBuilt(program, $"prevalence --db {shared.Server.AddressFor()} --table people {question} --na 8,9 {Design} --format csv");
        string[] locked = ["prevalence", "--db", shared.Server.AddressFor("locked"), "--table", "people", "--point", "pain_now", "--na", "8,9"];
        foreach (var (password, exitCode) in new[] { ("right", ExitCode.Done), ("wrong", ExitCode.Unreachable) })
        {
            var result = program.Run(locked, scratch, environment: [("PGPASSWORD", password)]);
            Assert.Equal(exitCode, result.ExitCode);
            Assert.Equal(BuiltProgram.Run(locked, scratch, environment: [("PGPASSWORD", password)]), result);
        }
    });

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private void SameAsBuilt(ProgramFile program, string arguments)
    {
        var built = BuiltProgram.Run($"backpain {arguments}", scratch);
        Assert.True(built.ExitCode == ExitCode.Done, built.Error);
        Assert.Equal(built, program.Run($"backpain {arguments}", scratch));
    }

    private void With(Action<ProgramFile> test)
    {
        if (native.Executable is { } executable)
            test(new ProgramFile(executable));
        else
            log.WriteLine(native.Absence);
    }
}
