namespace BackPain.Stats.TestKit;

/// <summary>One server for all tests of a class; it starts when the first of them needs it.</summary>
public sealed class SharedServer : IDisposable
{
    private readonly Lazy<PostgresServer> server = new(() => new PostgresServer());

    /// <summary>The server.</summary>
    public PostgresServer Server => server.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (server.IsValueCreated)
            server.Value.Dispose();
    }
}
