using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Options;

/// <summary>
/// The databases that a command line may query: any if the user typed it, only those the user allowed if it comes from a file, because
/// the author of the file could otherwise decide where the user's password is sent.
/// </summary>
internal sealed class DatabasePermission
{
    private readonly IReadOnlyList<AllowedDatabase>? allowed;
    private readonly string wayOut;

    private DatabasePermission(IReadOnlyList<AllowedDatabase>? allowed, string wayOut) => (this.allowed, this.wayOut) = (allowed, wayOut);

    /// <summary>The permission of a command line that the user typed.</summary>
    public static DatabasePermission Any { get; } = new(null, "");

    /// <summary>The permission of the command lines in a registry of figures.</summary>
    public static DatabasePermission OfRegistry { get; } = new([], "a registry must not ask a database; type the command line yourself");

    /// <summary>The permission of the command lines in a report.</summary>
    /// <param name="allowed">The servers that the user allowed.</param>
    public static DatabasePermission OfReport(IReadOnlyList<AllowedDatabase> allowed) =>
        new(allowed, "a report may ask only a server that --allow-db names on the report's own command line");

    /// <summary>The permission of command lines run by a command with this permission: never more than its own.</summary>
    public DatabasePermission Within(DatabasePermission inner) => allowed is null ? inner : this;

    /// <summary>Throws if an address is not allowed, before anything is sent there.</summary>
    /// <exception cref="RequestException">The address is not allowed.</exception>
    public void Require(DatabaseAddress address)
    {
        if (allowed?.Any(server => server.Covers(address)) == false)
            throw new RequestException($"--db names a database at '{address.Host}', and {wayOut}.");
    }
}
