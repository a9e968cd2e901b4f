using System.Globalization;
using System.Net;

namespace BackPain.Stats.Data.Engines;

/// <summary>Where a database is and who asks. There is no password in it.</summary>
/// <param name="User">Who asks.</param>
/// <param name="Host">The computer, or the folder of its socket.</param>
/// <param name="Port">The port.</param>
/// <param name="Database">The database.</param>
public sealed record DatabaseAddress(string User, string Host, int Port, string Database)
{
    private const int UsualPort = 5432;
    private const string Form = "write postgresql://USER@HOST:PORT/DATABASE";

    /// <summary>Whether it is this computer, so that nothing goes over a network.</summary>
    public bool IsLoopback =>
        Host.StartsWith('/')
        || Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Reads postgresql://USER@HOST:PORT/DATABASE. What is left out is taken from the environment, as other clients do.</summary>
    /// <param name="text">The address.</param>
    /// <param name="environment">The value of a variable of the environment.</param>
    /// <param name="address">The address.</param>
    /// <param name="problem">Why it is none.</param>
    public static bool TryParse(string text, Func<string, string?> environment, out DatabaseAddress? address, out string problem)
    {
        (address, problem) = (null, $"the address does not begin with postgresql://; {Form}");
        if (!text.StartsWith("postgresql://", StringComparison.Ordinal) && !text.StartsWith("postgres://", StringComparison.Ordinal))
            return false;
        // Said before anything else, and without repeating it.
        var authority = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        problem = "a password in an address is seen by everybody on the computer and kept by the shell; "
            + "leave it out, and give it in PGPASSWORD or in the file that PGPASSFILE names";
        if (authority.LastIndexOf('@') is > 0 and var at && authority[..at].Contains(':', StringComparison.Ordinal))
            return false;
        problem = $"'{text}' is not the address of a database; {Form}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.AbsolutePath.LastIndexOf('/') > 0)
            return false;
        problem = $"there is a ? or # in it, and settings are not taken from there; {Form}";
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return false;
        var user = OrElse(Uri.UnescapeDataString(uri.UserInfo), "PGUSER", Environment.UserName);
        var host = OrElse(uri.Host.Trim('[', ']'), "PGHOST", "localhost");
        var port = uri.Port > 0
            ? uri.Port.ToString(CultureInfo.InvariantCulture)
            : OrElse("", "PGPORT", UsualPort.ToString(CultureInfo.InvariantCulture));
        problem = $"PGPORT is '{port}', which is not a port";
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > ushort.MaxValue)
            return false;
        var database = OrElse(Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')), "PGDATABASE", user);
        address = new DatabaseAddress(user, host, number, database);
        return true;

        string OrElse(string given, string variable, string otherwise) =>
            given.Length > 0 ? given : environment(variable) is { Length: > 0 } set ? set : otherwise;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}/{Database}");
}
