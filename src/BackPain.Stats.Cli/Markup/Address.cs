namespace BackPain.Stats.Cli.Markup;

/// <summary>Rules for the addresses of links.</summary>
internal static class Address
{
    /// <summary>The schemes allowed in absolute addresses.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["http", "https", "mailto", "ftp", "tel"];

    /// <summary>The sentence part that says which addresses are allowed.</summary>
    public static string Expected { get; } = $"expected a relative address, or one that begins with one of {string.Join(", ", Schemes)}";

    /// <summary>Whether an address is an image in a data URL.</summary>
    public static bool IsImageData(string address) => address.StartsWith("data:image/", StringComparison.Ordinal);

    /// <summary>Whether an address is safe to follow: it is relative, or its scheme runs no script.</summary>
    public static bool IsSafe(string address)
    {
        // Browsers drop spaces and control characters before they parse the scheme.
        var plain = string.Concat(address.Where(character => character > ' ' && !char.IsControl(character)));
        var end = plain.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || plain[end] != ':' || Schemes.Contains(plain[..end], StringComparer.OrdinalIgnoreCase);
    }
}
