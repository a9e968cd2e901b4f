using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Prints a statement that counts in a database the program does not connect to. Its result can be read as data.</summary>
internal sealed class SqlCommand : ProgramCommand
{
    private static readonly string Dialects = string.Join('|', SqlDialect.All.Select(dialect => dialect.Name));

    private readonly DataOptions data = new();
    private readonly CliOption<SqlDialect?> dialect = CliOption
        .Once<SqlDialect>(
            "--dialect", Dialects, $"How the engine writes names and types. Default: {SqlDialect.PostgreSql.Name}.", TryDialect)
        .Offering(SqlDialect.All.Select(known => known.Name));

    public SqlCommand(RunContext run)
        : base(
            run,
            "sql",
            "Print the statement that counts in a database; its result, saved as CSV, is DATA for any command with the same options.")
    {
        AddOptions(Groups.SelectMany(group => group.Options));
    }

    public override IReadOnlyList<OptionGroup> Groups => [new("The table", [data.Database.Table, dialect]), .. data.GroupsOfTable];

    public override IReadOnlyList<string> Examples =>
    [
        "backpain sql --table survey.people --period 3m:pain=1/2 --na 7,9 --by sex --dialect spark",
        "backpain sql --table survey.people --point pain --weight w --strata stratum --psu psu",
    ];

    protected override int Execute(ParseResult parsed)
    {
        var table = parsed.GetValue(data.Database.Table)
            ?? throw new RequestException("--table is missing; name the table that holds the persons.");
        new ResultWriter(Run).Write(
            null, $"{DatabaseStatement.For(data.RequestIn(parsed), table, parsed.GetValue(dialect) ?? SqlDialect.PostgreSql)}\n");
        return ExitCode.Done;
    }

    private static bool TryDialect(string text, out SqlDialect? value, out string? problem)
    {
        value = SqlDialect.Find(text);
        problem =
            $"'{text}' is not a dialect.{Nearest.Suggestion(text, SqlDialect.All.Select(known => known.Name))} There are "
                + $"{Dialects.Replace("|", ", ", StringComparison.Ordinal)}";
        return value is not null;
    }
}
