using System.Diagnostics;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>A coordinator and two workers: the workers group and add up, the coordinator adds their sums, and a worker that dies is an error.</summary>
public sealed class DistributedTests : IDisposable
{
    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;
    private readonly List<PostgresServer> servers = [];

    [PostgresFact]
    public void Workers_group_and_a_worker_that_dies_leaves_no_figure()
    {
        var (coordinator, first, second) = (Server("enable_partitionwise_aggregate=on"), Server(), Server());
        const string Columns = "region integer, sex text, pain integer, weight double precision";
        var rows = Enumerable.Range(0, 4000).Select(i => $"({1 + (i % 2)}, '{(i % 3 == 0 ? "male" : "female")}', {(i % 5 == 0 ? 1 : 0)}, {1 + (i % 7)})").ToList();
        coordinator.Run($"CREATE EXTENSION postgres_fdw; CREATE TABLE people ({Columns}) PARTITION BY LIST (region);");
        foreach (var (worker, region) in new[] { (first, 1), (second, 2) })
        {
            worker.Run($"CREATE TABLE part ({Columns}); INSERT INTO part VALUES {string.Join(", ", rows.Where((_, i) => 1 + (i % 2) == region))}; ANALYZE part;");
            coordinator.Run($"""
                CREATE SERVER worker{region} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '{worker.Port}', dbname 'postgres', use_remote_estimate 'true');
                CREATE USER MAPPING FOR postgres SERVER worker{region} OPTIONS (user 'postgres');
                CREATE FOREIGN TABLE people{region} PARTITION OF people FOR VALUES IN ({region}) SERVER worker{region} OPTIONS (table_name 'part');
                ANALYZE people{region};
                """);
        }
        const string Question = "--point pain --by region --by sex --weight weight";
        File.WriteAllText(Path.Combine(scratch, "rows.csv"), $"region,sex,pain,weight\n{string.Join('\n', rows.Select(row => row.Trim('(', ')').Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)))}\n");

        // Each worker is asked for groups, not for rows.
        var statement = BuiltProgram.Run($"backpain sql --table public.people {Question}", scratch).Output.Trim().TrimEnd(';');
        var plan = coordinator.Run($"EXPLAIN (VERBOSE, COSTS OFF) {statement}");
        Assert.Contains("Relations: Aggregate on (public.people1 people)", plan, StringComparison.Ordinal);
        Assert.Contains("Relations: Aggregate on (public.people2 people_1)", plan, StringComparison.Ordinal);
        Assert.All(plan.Split('\n').Where(line => line.Contains("Remote SQL", StringComparison.Ordinal)), remote => Assert.Contains(" GROUP BY ", remote, StringComparison.Ordinal));

        var command = $"backpain prevalence --db {coordinator.AddressFor()} --table people {Question} --format csv";
        Assert.Equal(BuiltProgram.Run($"backpain prevalence rows.csv {Question} --format csv", scratch).Output, BuiltProgram.Run(command, scratch).Output);

        // The second worker becomes slow, and dies while it is asked.
        second.Run("ALTER TABLE part RENAME TO rows; CREATE VIEW part AS SELECT region, sex, pain, weight + CAST(length(CAST(pg_sleep(0.05) AS text)) AS double precision) AS weight FROM rows;");
        using var process = BuiltProgram.Start([.. command.Split(' ').Skip(1), "-o", "out.csv"], scratch);
        process.StandardInput.Close();
        var clock = Stopwatch.StartNew();
        while (second.Run("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'postgres_fdw' AND state = 'active'").Trim() == "0")
        {
            Assert.True(clock.ElapsedMilliseconds < 20_000, "The worker is never asked.");
            Thread.Sleep(20);
        }
        second.Kill();
        Assert.True(process.WaitForExit(20_000), "It waits for a worker that is dead.");
        var told = process.StandardError.ReadToEnd();
        Assert.Equal(ExitCode.Unreachable, process.ExitCode);
        Assert.Matches($"^backpain: 127\\.0\\.0\\.1:{coordinator.Port}/postgres: the [a-z ,]+ \\(SQLSTATE [0-9A-Z]{{5}}\\)\\. Nothing was counted\\.$", told.TrimEnd());
        Assert.Equal("", process.StandardOutput.ReadToEnd());
        Assert.False(File.Exists(Path.Combine(scratch, "out.csv")));
    }

    public void Dispose()
    {
        servers.ForEach(server => server.Dispose());
        Directory.Delete(scratch, recursive: true);
    }

    private PostgresServer Server(params string[] settings)
    {
        servers.Add(new PostgresServer(settings));
        return servers[^1];
    }
}
