using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using Npgsql;

namespace BackPain.Stats.Data.Engines;

/// <summary>A read-only transaction in a database that speaks the protocol of PostgreSQL.</summary>
internal sealed class PostgresSession : IDisposable
{
    private const string PasswordHint = "A password is taken from PGPASSWORD, or from the file that PGPASSFILE names.";

    private const int ConnectingInSeconds = 15;

    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source;
    private readonly DatabaseTable table;
    private readonly CancellationToken cancelled;
    private readonly Deadline deadline;
    private readonly NpgsqlConnection? connection;
    private NpgsqlCommand? running;
    private NpgsqlDataReader? rows;
    private CancellationTokenRegistration registration;

    /// <summary>Connects. Off this computer the connection is encrypted and the certificate of the server verified.</summary>
    /// <exception cref="UnreachableInputException">It cannot be reached.</exception>
    public PostgresSession(DatabaseTable table, CancellationToken cancelled)
    {
        (this.table, this.cancelled) = (table, cancelled);
        deadline = new Deadline(table.TimeoutInSeconds > 0 ? TimeSpan.FromSeconds(table.TimeoutInSeconds) : null);
        var address = table.Address;
        var builder = new NpgsqlSlimDataSourceBuilder(new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Database = address.Database,
            Username = address.User,
            ApplicationName = "backpain",
            // Npgsql limits single reads; the deadline limits all of them together.
            CommandTimeout = 0,
            Timeout = table.TimeoutInSeconds > 0 ? 0 : ConnectingInSeconds,
            Pooling = false,
            SslMode = address.IsLoopback ? SslMode.Prefer : SslMode.VerifyFull,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString);
        builder.EnableTransportSecurity();
        // Engines that only speak like PostgreSQL do not have all of its catalogue, and we need none of its types.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        source = builder.Build();
        try
        {
            connection = Guarded(source.OpenConnection);
            using var begin = new NpgsqlCommand("BEGIN TRANSACTION READ ONLY", connection);
            Guarded(begin.ExecuteNonQuery);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The table as the database calls it, and its columns.</summary>
    /// <exception cref="UnreachableInputException">There is no such table.</exception>
    public (TableName Name, IReadOnlyList<TableColumn> Columns) Look() =>
        Guarded(() => PostgresCatalogue.Find(table.Name, connection!) ?? throw NoSuchTable());

    /// <summary>Runs the statement; its rows come as they are read.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="header">The names of its columns.</param>
    /// <param name="keys">How many of them are keys.</param>
    /// <param name="log">Where problems go.</param>
    [SuppressMessage(
        "Security", "CA2100",
        Justification = "The names in the statement are from the catalogue of the database, and quoted; the numbers are numbers.")]
    public SumsRows Rows(string text, IReadOnlyList<string> header, int keys, ProblemLog log)
    {
        running = new NpgsqlCommand(text, connection) { UnknownResultTypeList = [.. header.Select((_, place) => place < keys)] };
        registration = cancelled.Register(Cancel);
        rows = Guarded(() => running.ExecuteReader());
        return new SumsRows(table.Name.ToString(), rows, header, keys, read => Guarded(read), log);
    }

    public void Dispose()
    {
        registration.Dispose();
        // What is left behind waits for the server, and closing it would wait too. It ends with the program.
        if (deadline.Passed)
            return;
        try
        {
            deadline.Within(Close);
        }
        catch (TimeoutException)
        {
        }
    }

    private bool Close()
    {
        rows?.Dispose();
        running?.Dispose();
        connection?.Dispose();
        source.Dispose();
        return true;
    }

    private T Guarded<T>(Func<T> ask)
    {
        try
        {
            return deadline.Within(ask);
        }
        catch (TimeoutException) when (deadline.Passed)
        {
            Cancel();
            var seconds = table.TimeoutInSeconds.ToString(CultureInfo.InvariantCulture);
            throw Unreachable($"no complete answer within {seconds} seconds; {Settings.Timeout} gives it more");
        }
        catch (Exception error) when (error is not (UnreachableInputException or OperationCanceledException or OutOfMemoryException))
        {
            throw Translate(error);
        }
    }

    private UnreachableInputException Unreachable(Wording why) => new($"{table.Address}: {why}. Nothing was counted.");

    private UnreachableInputException NoSuchTable()
    {
        var known = PostgresCatalogue.Names(connection!).Select(name => table.Name.Schema.Length == 0 ? name.Table : name.ToString());
        var suggestion = Nearest.Suggestion(table.Name.ToString(), known.Distinct(StringComparer.Ordinal));
        return new UnreachableInputException($"{table.Address}: there is no table '{table.Name}'.{suggestion}");
    }

    /// <summary>
    /// What went wrong, in a sentence: where, and what kind of error it is. Messages of the server are never part of it, since they may
    /// quote data.
    /// </summary>
    private Exception Translate(Exception error)
    {
        if (cancelled.IsCancellationRequested)
            return new OperationCanceledException(cancelled);
        var (user, cause) = (table.Address.User, error.InnerException ?? error);
        return error switch
        {
            PostgresException { SqlState: "28P01" or "28000" } denied =>
                new UnreachableInputException(
                    $"{table.Address}: the database does not let '{user}' in (SQLSTATE {denied.SqlState}). {PasswordHint}"),
            PostgresException said => Unreachable(SqlStates.Explain(said.SqlState)),
            NpgsqlException when error.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
                new UnreachableInputException($"{table.Address}: the database wants a password from '{user}'. {PasswordHint}"),
            NpgsqlException when error.Message.StartsWith("SSL", StringComparison.Ordinal) =>
                Unreachable("the server does not encrypt (SSL), and nothing is asked over a network without encryption"),
            _ when cause is SocketException or IOException or AuthenticationException or TimeoutException =>
                Unreachable($"cannot be reached, or the connection broke: {Line(cause.Message)}"),
            // A server that sends what no server should makes the client fail in any way it can.
            _ => Unreachable("the server does not answer as PostgreSQL does"),
        };
    }

    private static string Line(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    /// <summary>
    /// Stops the statement on the server; in a thread of its own, since a server that does not answer must not keep the user waiting.
    /// </summary>
    private void Cancel()
    {
        if (running is { } command)
            Task.WaitAny([Task.Run(command.Cancel)], CancelPatience);
    }
}
