namespace BackPain.Stats.Cli.Markup;

/// <summary>The address of a link.</summary>
internal static class Address
{
    /// <summary>What an address that leads somewhere else begins with.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["http", "https", "mailto", "ftp", "tel"];

    /// <summary>What is expected instead of an address that is not safe.</summary>
    public static string Expected { get; } = $"expected one that is relative, or begins with one of {string.Join(", ", Schemes)}";

    /// <summary>Whether it holds an image itself.</summary>
    public static bool IsImageData(string address) => address.StartsWith("data:image/", StringComparison.Ordinal);

    /// <summary>Whether following it only leads somewhere: it is relative, or of a scheme that runs no script.</summary>
    public static bool IsSafe(string address)
    {
        // Browsers leave out blanks and control characters before they look for the scheme.
        var plain = string.Concat(address.Where(character => character > ' ' && !char.IsControl(character)));
        var end = plain.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || plain[end] != ':' || Schemes.Contains(plain[..end], StringComparer.OrdinalIgnoreCase);
    }
}
