using System.Globalization;
using BackPain.Stats.Data.Engines;

namespace BackPain.Stats.Cli.Options;

/// <summary>A server that command lines in a file may query.</summary>
/// <param name="Host">The host, or the folder of its socket.</param>
/// <param name="Port">The port; null for any.</param>
internal sealed record AllowedDatabase(string Host, int? Port)
{
    /// <summary>Whether an address names this server.</summary>
    public bool Covers(DatabaseAddress address) =>
        Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && (Port is null || Port == address.Port);

    /// <summary>Reads HOST, HOST:PORT, an IPv6 address, alone or as [ADDRESS]:PORT, or the folder of a socket.</summary>
    public static bool TryParse(string text, out AllowedDatabase? value, out string? problem)
    {
        (value, problem) = (null, $"'{text}' is not a host; write HOST or HOST:PORT, as in db.example.org");
        var colon = text.LastIndexOf(':');
        // In an address with several colons, only brackets mark where the port begins.
        var hasPort = colon > 0 && (text[colon - 1] == ']' || text.IndexOf(':', StringComparison.Ordinal) == colon);
        var host = (hasPort ? text[..colon] : text).Trim('[', ']');
        if (host.Length == 0 || host.Contains('@', StringComparison.Ordinal) || text.Contains("//", StringComparison.Ordinal))
            return false;
        if (!hasPort)
        {
            value = new AllowedDatabase(host, null);
            return true;
        }
        problem = $"'{text}' does not end in a port";
        if (!ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
            return false;
        value = new AllowedDatabase(host, port);
        return true;
    }
}
