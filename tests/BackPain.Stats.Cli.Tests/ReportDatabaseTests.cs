using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The user's password goes only to servers that the user names: a command line in a file that somebody sends asks no other.</summary>
public sealed class ReportDatabaseTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private const string Refusal = "--db names a database at '127.0.0.1', and a report may ask only a server that --allow-db names on the report's own command line";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Theory]
    [InlineData("report report.md -o out.html", Refusal)]
    [InlineData("report report.md -o out.md", Refusal)]
    [InlineData("report report.md -o out.html --allow-db db.example.org", Refusal)]
    [InlineData("report report.md -o out.html --allow-db localhost", Refusal)]
    [InlineData("report report.md -o out.html --allow-db 127.0.0.1:1", Refusal)]
    [InlineData("report defaults.md -o out.html", Refusal)]
    [InlineData("report environment.md -o out.html", Refusal)]
    [InlineData("report allows-itself.md -o out.html", "'--allow-db' is not an option of 'prevalence'")]
    [InlineData("report registry.md -o out.html", Refusal)]
    [InlineData("reproduce --registry registry.csv", "--db names a database at '127.0.0.1', and a registry must not ask a database; type the command line yourself")]
    public void Nothing_is_sent_to_a_server_that_only_a_file_names(string commandLine, string told)
    {
        using var spy = new TcpListener(IPAddress.Loopback, 0);
        spy.Start();
        var port = ((IPEndPoint)spy.LocalEndpoint).Port;
        WriteAll(string.Create(CultureInfo.InvariantCulture, $"postgresql://me@127.0.0.1:{port}/health"));
        var environment = new[] { ("PGPASSWORD", "hunter2"), ("PGHOST", "127.0.0.1"), ("PGPORT", port.ToString(CultureInfo.InvariantCulture)) };
        var result = BuiltProgram.Run(commandLine.Split(' '), scratch, environment: environment);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Data, result.ExitCode);
        Assert.False(spy.Pending(), "It connected.");
        Assert.Empty(Directory.EnumerateFiles(scratch, "out*"));
    }

    [PostgresFact]
    public void A_server_that_the_user_names_is_asked()
    {
        shared.Server.Run("DROP TABLE IF EXISTS people; CREATE TABLE people (pain integer, sex text); INSERT INTO people VALUES (1, 'f'), (0, 'f'), (1, 'm'), (1, 'm');");
        WriteAll(shared.Server.AddressFor());
        foreach (var allowed in new[] { "127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{shared.Server.Port}"), "db.example.org --allow-db 127.0.0.1" })
        {
            var result = BuiltProgram.Run($"backpain report report.md -o out.md --allow-db {allowed}", scratch);
            Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
            Assert.Contains("3/4", File.ReadAllText(Path.Combine(scratch, "out.md")), StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.Done, BuiltProgram.Run("backpain report registry.md -o out.md --allow-db 127.0.0.1", scratch).ExitCode);
    }

    [Theory]
    [InlineData("--allow-db me@db.example.org", "'me@db.example.org' is not a host; write HOST or HOST:PORT, as in db.example.org")]
    [InlineData("--allow-db postgresql://db.example.org", "is not a host")]
    [InlineData("--allow-db db.example.org:x", "'db.example.org:x' does not end in a port")]
    [InlineData("--allow-db db.example.org:0", "does not end in a port")]
    [InlineData("--allow-db ::1 --allow-db [::1]:5432 --allow-db /var/run/postgresql --allow-db db.example.org:5432", null)]
    public void A_server_is_named_by_its_host(string options, string? told)
    {
        File.WriteAllText(Path.Combine(scratch, "plain.md"), "# Nothing to ask\n");
        var result = BuiltProgram.Run($"backpain report plain.md -o out.html {options}", scratch);
        Assert.Equal(told is null ? ExitCode.Done : ExitCode.Usage, result.ExitCode);
        Assert.Contains(told ?? "", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private void WriteAll(string address)
    {
        const string Question = "--table people --point pain";
        Write("report.md", $"```backpain\nbackpain prevalence --db {address} {Question}\n```\n");
        Write("defaults.md", $"---\ndefaults: --db {address} --table people\n---\n```backpain\nbackpain prevalence --point pain\n```\n");
        Write("environment.md", $"```backpain\nbackpain prevalence --db postgresql:///health {Question}\n```\n");
        Write("allows-itself.md", $"```backpain\nbackpain prevalence --db {address} {Question} --allow-db 127.0.0.1\n```\n");
        Write("registry.md", "```backpain\nbackpain reproduce --registry registry.csv\n```\n");
        Write("registry.csv", $"id,claim,cited,population,citation,locator,verification,verdict,calculation,lesson,command,rows,prints,order\na,Of all 75 % are ill.,75 %,Four persons,Fixture,none,read,reproduced,3/4,Divide.,prevalence --db {address} {Question},overall,75,\n");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(scratch, name), text);
}
