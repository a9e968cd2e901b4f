using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Servers that do not behave: those that never answer, that answer a byte at a time, and those whose messages quote data.</summary>
public sealed class HostileServerTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private const int Timeout = 1;

    // AuthenticationOk, the version and ReadyForQuery: after these the client sends its first statement.
    private static readonly byte[] LetIn = [.. "R\0\0\0\u0008\0\0\0\0"u8, .. "S\0\0\0\u0018server_version\015.0\0"u8, .. "Z\0\0\0\u0005I"u8];

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Fact]
    public void A_server_that_accepts_and_never_answers_takes_no_longer_than_the_timeout() => TimesOut(_ => { });

    [Fact]
    public void A_server_that_lets_in_and_never_answers_a_statement_takes_no_longer_than_the_timeout() => TimesOut(connection =>
    {
        RefuseEncryption(connection);
        Receive(connection);
        connection.Write(LetIn);
    });

    [Fact]
    public void A_server_that_sends_a_byte_now_and_then_takes_no_longer_than_the_timeout() => TimesOut(connection =>
    {
        RefuseEncryption(connection);
        Receive(connection);
        connection.Write(LetIn);
        Receive(connection);
        // A notice of 60,000 characters that never ends.
        connection.Write([(byte)'N', 0, 0, 234, 96]);
        Trickle(connection);
    });

    [Fact]
    public void A_server_that_trickles_before_it_lets_in_takes_no_longer_than_the_timeout() => TimesOut(connection =>
    {
        RefuseEncryption(connection);
        Receive(connection);
        connection.Write([(byte)'N', 0, 0, 234, 96]);
        Trickle(connection);
    });

    [PostgresFact]
    public void A_server_that_sends_its_rows_slowly_takes_no_longer_than_the_timeout()
    {
        // Every read is answered in time; all of them together take minutes.
        shared.Server.Run("CREATE OR REPLACE VIEW slow_rows AS SELECT g AS id, CAST(repeat('x', 900) || g || pg_sleep(0.1) AS text) AS pain FROM generate_series(1, 10000) g");
        var (result, elapsed) = Ask($"--db {shared.Server.AddressFor()} --table slow_rows --by id");
        Assert.Contains("no complete answer within 1 seconds; --timeout gives it more. Nothing was counted.", result.Error, StringComparison.Ordinal);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(Timeout + 6));
    }

    [PostgresFact]
    public void Messages_of_the_server_which_may_quote_data_are_not_shown()
    {
        shared.Server.Run("""
            CREATE OR REPLACE VIEW cast_fails AS SELECT CAST(v AS integer) AS pain FROM (VALUES ('1'), ('SECRETVAL')) t(v);
            CREATE OR REPLACE FUNCTION raises() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'SECRETVAL' USING ERRCODE = 'AB123', DETAIL = 'SECRETVAL', HINT = 'SECRETVAL'; END $$;
            CREATE OR REPLACE VIEW raise_fails AS SELECT raises() AS pain;
            CREATE TABLE IF NOT EXISTS target (id integer);
            CREATE OR REPLACE FUNCTION writes() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN INSERT INTO target VALUES (1); RETURN 1; END $$;
            CREATE OR REPLACE VIEW write_fails AS SELECT writes() AS pain;
            """);
        Told("cast_fails", "a value cannot be used as the view or the statement wants it (SQLSTATE 22P02). Nothing was counted.");
        Told("raise_fails", "the statement failed in the database (SQLSTATE AB123). Nothing was counted.");
        Told("write_fails", "the view tries to write, which a read-only transaction forbids (SQLSTATE 25006). Nothing was counted.");
        Assert.Equal("0", shared.Server.Run("SELECT COUNT(*) FROM target").Trim());

        void Told(string table, string sentence)
        {
            var (result, _) = Ask($"--db {shared.Server.AddressFor()} --table {table}");
            Assert.Equal($"backpain: 127.0.0.1:{shared.Server.Port}/postgres: {sentence}\n", result.Error);
            Assert.Equal((ExitCode.Unreachable, ""), (result.ExitCode, result.Output));
        }
    }

    [Fact]
    public void A_message_of_a_hostile_server_never_reaches_the_terminal()
    {
        // An ErrorResponse: severity, SQLSTATE and message hold escape sequences.
        byte[] fields = [.. "SERROR\0C\e[2J\0M\e]0;owned\a\0\0"u8];
        var (result, _) = Ask($"--db {Serve(connection =>
        {
            RefuseEncryption(connection);
            Receive(connection);
            connection.Write([(byte)'E', 0, 0, 0, (byte)(fields.Length + 4), .. fields]);
        })} --table t");
        Assert.EndsWith("the statement failed in the database, which gave no SQLSTATE. Nothing was counted.\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Error);
        Assert.Equal(ExitCode.Unreachable, result.ExitCode);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nSECRETVAL\r\n\r\n")]
    [InlineData("R\0\0\0\u0008\0\0\0\u0063")]
    [InlineData("R\0\0\0\u0008\0\0\0\0Z\0\0\0\u0005I")]
    [InlineData("R\0\0\0\u0008\0\0\0\0S\0\0\0\u0019server_version\0SECRET\0Z\0\0\0\u0005I")]
    [InlineData("Z\0\0\0\u0001")]
    [InlineData("D\u007f\u007f\u007f\u007f")]
    public void A_server_that_speaks_something_else_is_no_bug_of_ours(string answer)
    {
        var (result, _) = Ask($"--db {Serve(connection =>
        {
            RefuseEncryption(connection);
            Receive(connection);
            connection.Write(System.Text.Encoding.ASCII.GetBytes(answer));
            connection.Socket.Shutdown(SocketShutdown.Send);
        })} --table t");
        Assert.EndsWith(" Nothing was counted.\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", result.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Unreachable, ""), (result.ExitCode, result.Output));
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private void TimesOut(Action<NetworkStream> behave)
    {
        var (result, elapsed) = Ask($"--db {Serve(behave)} --table t");
        Assert.EndsWith("no complete answer within 1 seconds; --timeout gives it more. Nothing was counted.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Unreachable, ""), (result.ExitCode, result.Output));
        Assert.InRange(elapsed, TimeSpan.FromSeconds(Timeout), TimeSpan.FromSeconds(Timeout + 6));
    }

    private (Result Result, TimeSpan Elapsed) Ask(string where)
    {
        var start = Stopwatch.GetTimestamp();
        var result = BuiltProgram.Run(string.Create(CultureInfo.InvariantCulture, $"backpain prevalence {where} --point pain=1/* --timeout {Timeout}"), scratch);
        return (result, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Starts a server and gives its address. It serves any number of connections, in threads that end with the tests.</summary>
    private static string Serve(Action<NetworkStream> behave)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task.Factory.StartNew(
            () =>
            {
                while (true)
                {
                    var client = listener.AcceptTcpClient();
                    Task.Factory.StartNew(() => Behave(client, behave), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return string.Create(CultureInfo.InvariantCulture, $"postgresql://me@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/health");
    }

    private static void Behave(TcpClient client, Action<NetworkStream> behave)
    {
        using (client)
        {
            try
            {
                behave(client.GetStream());
                while (client.GetStream().ReadByte() >= 0)
                {
                }
            }
            catch (IOException)
            {
                // The program has gone.
            }
        }
    }

    private static void RefuseEncryption(NetworkStream connection)
    {
        Receive(connection);
        connection.Write("N"u8);
    }

    private static void Receive(NetworkStream connection) => connection.ReadAtLeast(new byte[8192], 1);

    private static void Trickle(NetworkStream connection)
    {
        while (true)
        {
            connection.Write("x"u8);
            Thread.Sleep(200);
        }
    }
}
