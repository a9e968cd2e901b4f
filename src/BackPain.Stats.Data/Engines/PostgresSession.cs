using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using BackPain.Stats.Data.Problems;
using Npgsql;

namespace BackPain.Stats.Data.Engines;

/// <summary>A read-only transaction in a database that speaks the protocol of PostgreSQL.</summary>
internal sealed class PostgresSession : IDisposable
{
    private const string PasswordHint = "A password is taken from PGPASSWORD, or from the file that PGPASSFILE names.";

    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source;
    private readonly DatabaseTable table;
    private readonly CancellationToken cancelled;
    private readonly NpgsqlConnection? connection;
    private NpgsqlCommand? running;

    /// <summary>Connects. Off this computer the connection is encrypted and the certificate of the server verified.</summary>
    /// <exception cref="UnreachableInputException">It cannot be reached.</exception>
    public PostgresSession(DatabaseTable table, CancellationToken cancelled)
    {
        (this.table, this.cancelled) = (table, cancelled);
        var address = table.Address;
        var builder = new NpgsqlSlimDataSourceBuilder(new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Database = address.Database,
            Username = address.User,
            ApplicationName = "backpain",
            CommandTimeout = table.TimeoutInSeconds,
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
    public (TableName Name, IReadOnlyList<TableColumn> Columns) Look() => Guarded(() => PostgresCatalogue.Find(table.Name, connection!) ?? throw NoSuchTable());

    /// <summary>Runs the statement; its rows come as they are read.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="header">The names of its columns.</param>
    /// <param name="keys">How many of them are keys.</param>
    [SuppressMessage("Security", "CA2100", Justification = "The names in the statement are from the catalogue of the database, and quoted; the numbers are numbers.")]
    public Stream Rows(string text, IReadOnlyList<string> header, int keys)
    {
        running = new NpgsqlCommand(text, connection) { UnknownResultTypeList = [.. header.Select((_, place) => place < keys)] };
        var registration = cancelled.Register(Cancel);
        return new SumsStream(Guarded(() => running.ExecuteReader()), header, keys, Translate, registration);
    }

    public void Dispose()
    {
        running?.Dispose();
        connection?.Dispose();
        source.Dispose();
    }

    private T Guarded<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or IOException)
        {
            throw Translate(error);
        }
    }

    private UnreachableInputException NoSuchTable()
    {
        var known = PostgresCatalogue.Names(connection!).Select(name => table.Name.Schema.Length == 0 ? name.Table : name.ToString());
        return new UnreachableInputException($"{table.Address}: there is no table '{table.Name}'.{Nearest.Suggestion(table.Name.ToString(), known.Distinct(StringComparer.Ordinal))}");
    }

    /// <summary>What went wrong, in a sentence: where, and what the server or the network says, without the details that may hold data.</summary>
    private Exception Translate(Exception error) => cancelled.IsCancellationRequested ? new OperationCanceledException(cancelled) : new UnreachableInputException($"{table.Address}: " + (error switch
    {
        PostgresException { SqlState: "28P01" or "28000" } denied => $"the database does not let '{table.Address.User}' in: {Line(denied.MessageText)} (SQLSTATE {denied.SqlState}). {PasswordHint}",
        PostgresException said => $"the database says: {Line(said.MessageText)} (SQLSTATE {said.SqlState}). Nothing was counted.",
        NpgsqlException when error.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => $"the database wants a password from '{table.Address.User}'. {PasswordHint}",
        { InnerException: TimeoutException } when table.TimeoutInSeconds > 0 => string.Create(CultureInfo.InvariantCulture, $"no answer within {table.TimeoutInSeconds} seconds; --timeout gives it more. Nothing was counted."),
        _ => $"cannot be reached, or the connection broke: {Line((error.InnerException ?? error).Message)}. Nothing was counted.",
    }));

    private static string Line(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    /// <summary>Stops the statement on the server; in a thread of its own, since a server that does not answer must not keep the user waiting.</summary>
    private void Cancel()
    {
        if (running is { } command)
            Task.Run(command.Cancel).Wait(CancelPatience);
    }
}
