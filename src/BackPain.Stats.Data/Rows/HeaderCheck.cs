using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Rows;

/// <summary>Whether the first line names the columns, each once.</summary>
/// <param name="file">The file, as the user named it.</param>
/// <param name="header">The names.</param>
/// <param name="tellUndecodable">Reports that a name has bytes that stand for no text.</param>
/// <param name="log">Where problems go.</param>
internal sealed class HeaderCheck(string file, string[] header, Action<string> tellUndecodable, ProblemLog log)
{
    /// <summary>Notes what is wrong.</summary>
    public void Check()
    {
        if (header is [['\u001f', ..], ..])
            Tell(ProblemCodes.NotUtf8, "found compressed data", "expected text", "If it is gzip, let its name end in .gz.");
        else if (Array.Exists(header, name => name.Contains('\0', StringComparison.Ordinal)))
            Tell(
                ProblemCodes.NotUtf8, "found bytes of value 0 in the first line", "expected UTF-8",
                $"It looks like UTF-16; name it with {Settings.Encoding} utf-16 or utf-16be.");
        else if (header.Length == 0)
            Tell(ProblemCodes.EmptyFile, "found nothing", "expected a header line and rows");
        // R and pandas write the numbers of the rows under an empty name, which nobody can ask for.
        else if (Array.IndexOf(header, "", header.Length > 1 ? 1 : 0) is var empty and >= 0)
            Tell(
                ProblemCodes.NoHeader, $"found no name for column {empty + 1} of {header.Length}", "expected a name for every column",
                "Name it, or remove the delimiter at the end of the line.");
        else if (Array.TrueForAll(
            header, name => name.Length == 0 || double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            Tell(ProblemCodes.NoHeader, $"found numbers only ({string.Join(", ", header.Take(5))})", "expected the names of the columns");
        else
            CheckNames();
    }

    private void CheckNames()
    {
        foreach (var name in header
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key))
            Tell(ProblemCodes.DuplicateColumn, $"found column '{name}' twice");
        foreach (var name in header.Where(name => name.Contains('\uFFFD', StringComparison.Ordinal)))
            tellUndecodable(name);
    }

    private void Tell(ProblemCode code, string found, string? expected = null, Wording? hint = null) =>
        log.Add(new Problem(file, 1, code, found, expected, hint));
}
