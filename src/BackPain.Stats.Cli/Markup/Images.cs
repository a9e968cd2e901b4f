using System.Globalization;

namespace BackPain.Stats.Cli.Markup;

/// <summary>
/// Embeds the images of a report, which makes the page self-contained. A report by somebody else must not exfiltrate files of its
/// reader, so an image must be a file within the folder of the report, reached without links that lead out of it, and its content must
/// be an image.
/// </summary>
/// <param name="folder">The folder of the report.</param>
internal sealed class Images(string folder)
{
    private const int Megabyte = 1024 * 1024;
    private const long Largest = 10 * Megabyte;
    private const long LargestTogether = 50 * Megabyte;

    private static readonly string TooLarge =
        string.Create(
            CultureInfo.InvariantCulture,
            $"expected at most {Largest / Megabyte} MB per image, and {LargestTogether / Megabyte} MB together");

    private readonly string root = RealPath.Of(folder);
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private long together;

    /// <summary>Gets the data URL of an image, or what was expected instead.</summary>
    /// <param name="address">Its address, as written.</param>
    /// <param name="url">The data URL.</param>
    /// <param name="expected">What was expected, as "expected …".</param>
    public bool TryEmbed(string address, out string url, out string expected)
    {
        if (known.TryGetValue(address, out var found))
        {
            (url, expected) = (found, "");
            return true;
        }
        (url, expected) = (address, "");
        if (ObjectionTo(address, out var type, out var content) is { } objection)
        {
            expected = objection;
            return false;
        }
        url = known[address] = $"data:{type};base64,{Convert.ToBase64String(content)}";
        return true;
    }

    private string? ObjectionTo(string address, out string type, out byte[] content)
    {
        (type, content) = ("", []);
        if (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal))
            return "expected a file beside the report: a self-contained page cannot fetch it";
        var path = Uri.UnescapeDataString(address);
        if (path.Any(char.IsControl) || path.Contains('\\', StringComparison.Ordinal))
            return "expected the path of a file";
        var extension = Path.GetExtension(path);
        var kind = ImageKind.All.FirstOrDefault(candidate => candidate.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
        if (kind is null)
            return $"expected one of {string.Join(", ", ImageKind.All.SelectMany(candidate => candidate.Extensions))}";
        try
        {
            var real = RealPath.Of(Path.Combine(root, path));
            if (!real.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return "expected a file within the folder of the report, without links that lead out of it";
            var file = new FileInfo(real);
            if (!file.Exists)
                return "expected an existing file";
            // A device or a pipe has no length, and may be endless.
            if (file.Length == 0)
                return "expected an image file, not an empty file, a device or a pipe";
            if (file.Length > Largest || (together += file.Length) > LargestTogether)
                return TooLarge;
            content = Read(real, (int)file.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "expected a readable file";
        }
        type = kind.Type;
        return kind.ObjectionTo(content);
    }

    private static byte[] Read(string path, int length)
    {
        var bytes = new byte[length];
        using var stream = File.OpenRead(path);
        stream.ReadExactly(bytes);
        return bytes;
    }
}
