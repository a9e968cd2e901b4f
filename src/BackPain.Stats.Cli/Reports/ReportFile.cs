using System.Text;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Sources;

namespace BackPain.Stats.Cli.Reports;

/// <summary>The file of a report: one that exists, or one that comes with the program.</summary>
internal static class ReportFile
{
    private const string Extension = ".md";

    private static string Bundled => Path.Combine(BundledData.Folder, "reports");

    /// <summary>The names of the reports that come with the program.</summary>
    public static IEnumerable<string> Names => Directory.Exists(Bundled) ? Directory.EnumerateFiles(Bundled, $"*{Extension}").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal) : [];

    /// <summary>Where a report is.</summary>
    /// <exception cref="UnreachableInputException">There is none of that name.</exception>
    public static string Find(string name)
    {
        if (File.Exists(name))
            return name;
        if (Names.Contains(name, StringComparer.Ordinal))
            return Path.Combine(Bundled, name + Extension);
        throw new UnreachableInputException(Directory.Exists(name) ? $"{name}: is a folder; name a file in it." : $"{name}: there is no such file, and no bundled report of that name.{Nearest.Suggestion(name, Names)}");
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="UnreachableInputException">There is no such file.</exception>
    public static string TextOf(string path) => File.Exists(path)
        ? File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n")
        : throw new UnreachableInputException($"{path}: there is no such file.");
}
