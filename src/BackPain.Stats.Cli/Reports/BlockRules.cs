using System.CommandLine;
using System.CommandLine.Parsing;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Cli.Reports;

/// <summary>
/// Rules for command lines in a report, which somebody else may have written: they produce a table, write nothing, and read files.
/// </summary>
internal static class BlockRules
{
    // The report decides how results are shown.
    private static readonly string[] Refused =
        ["--format", "--output", "--plot", "--plot-kind", "--no-color", "--quiet", "--help", "--version"];

    private static readonly string[] DeviceFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>Returns why a block must not run; null if it may.</summary>
    /// <param name="block">The block.</param>
    /// <param name="parsed">Its command line, as the parser read it.</param>
    /// <param name="folder">The folder of the report.</param>
    public static Complaint? ObjectionTo(ReportBlock block, ParseResult parsed, string folder)
    {
        if (TypedOptions(parsed).FirstOrDefault(option => Refused.Contains(option.Option.Name)) is { } refused)
        {
            var typed = refused.IdentifierToken?.Value ?? refused.Option.Name;
            return new Complaint($"found '{typed}' in {block.Name}", "expected no such option: the report decides how results are shown");
        }
        if (parsed.CommandResult.Command is var command and not RootCommand && command.Options.All(option => option.Name != "--format"))
            return new Complaint($"found '{command.Name}' in {block.Name}", "expected a command that produces a table");
        if (block.CommandLine.FirstOrDefault(word => IsDevice(word, folder)) is { } device)
            return new Complaint(
                $"found '{device}' in {block.Name}", "expected data that can be read repeatedly: files or bundled datasets");
        if (block.CommandLine.FirstOrDefault(IsOnNetwork) is { } address)
            return new Complaint($"found '{address}' in {block.Name}", "expected a local file, not a network address");
        return null;
    }

    /// <summary>The names of the options given on a command line.</summary>
    public static IEnumerable<string> OptionsIn(ParseResult parsed) => TypedOptions(parsed).Select(option => option.Option.Name);

    private static IEnumerable<OptionResult> TypedOptions(ParseResult parsed)
    {
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = command.Parent)
        {
            foreach (var option in command.Children.OfType<OptionResult>().Where(option => !option.Implicit))
                yield return option;
        }
    }

    /// <summary>Whether a word names standard input or a device, which may be endless.</summary>
    private static bool IsDevice(string word, string folder) =>
        word == InputFile.StandardInput
            || PathsIn(word).Select(path => Path.Combine(folder, path)).Where(File.Exists).Select(RealPath.Of).Any(IsEndless);

    private static bool IsEndless(string path) =>
        DeviceFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
            && (!File.Exists(path) || new FileInfo(path).Length == 0);

    /// <summary>Whether a word names another computer, to which Windows would send the user's credentials.</summary>
    private static bool IsOnNetwork(string word) => PathsIn(word).Any(path =>
        path.StartsWith(@"\\", StringComparison.Ordinal)
        || (OperatingSystem.IsWindows() && path.StartsWith("//", StringComparison.Ordinal)));

    /// <summary>The word, and the value if the word joins an option and its value.</summary>
    private static IEnumerable<string> PathsIn(string word) =>
        word.IndexOfAny(['=', ':']) is > 0 and var sign && sign + 1 < word.Length ? [word, word[(sign + 1)..]] : [word];
}
