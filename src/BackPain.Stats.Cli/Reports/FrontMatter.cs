using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Reports;

/// <summary>The front matter of a report: lines of "name: value" between lines of three hyphens at the top.</summary>
internal sealed record FrontMatter
{
    private static readonly string[] Names = ["title", "author", "date", "level", "defaults", "echo"];

    /// <summary>The title; null if not given.</summary>
    public string? Title { get; private init; }

    public string? Author { get; private init; }

    /// <summary>The date, in any form.</summary>
    public string? Date { get; private init; }

    /// <summary>Options for every block whose command has them and that does not set them itself, each as its words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Defaults { get; private init; } = [];

    /// <summary>The line number of the defaults.</summary>
    public int DefaultsLine { get; private init; }

    /// <summary>Whether blocks show their command lines.</summary>
    public bool Echo { get; private init; } = true;

    /// <param name="lines">The lines between the hyphens.</param>
    /// <param name="firstLine">The line number of the first of them.</param>
    /// <param name="report">Called with what is wrong, and its line number.</param>
    public static FrontMatter Read(IReadOnlyList<string> lines, int firstLine, Action<int, Complaint> report)
    {
        var (front, seen) = (new FrontMatter(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? line : line[..colon].TrimEnd();
            if (colon < 0 || char.IsWhiteSpace(lines[i][0]))
                report(firstLine + i, new Complaint($"found '{line}' in the front matter", "expected name: value, on one line"));
            else if (!Names.Contains(name))
                report(
                    firstLine + i,
                    new Complaint(
                        $"found '{name}' in the front matter",
                        $"expected one of {string.Join(", ", Names)}",
                        Nearest.Suggestion(name, Names)));
            else if (!seen.Add(name))
                report(firstLine + i, new Complaint($"found '{name}' twice in the front matter", "expected it once"));
            else
                front = front.With(name, Unquoted(line[(colon + 1)..].Trim()), firstLine + i, problem => report(firstLine + i, problem));
        }
        return front;
    }

    private FrontMatter With(string name, string value, int line, Action<Complaint> report)
    {
        switch (name)
        {
            case "title":
                return this with { Title = value };
            case "author":
                return this with { Author = value };
            case "date":
                return this with { Date = value };
            case "level":
                if (!ConfidenceLevel.TryParse(value, out _, out var problem))
                    report(new Complaint($"found an invalid level: {problem}", "expected one such as 0.95"));
                return this with { Defaults = [.. Defaults, ["--level", value]] };
            case "echo":
                if (value is not ("true" or "false"))
                    report(new Complaint($"found echo: {value}", "expected true or false"));
                return this with { Echo = value != "false" };
            default:
                var options = OptionsIn(ShellWords.Split(value));
                if (ShellWords.HasUnclosedQuote(value))
                    report(
                        new Complaint("found an unclosed quote in the defaults", "expected a closing quote"));
                if (options.FirstOrDefault(option => !option[0].StartsWith("--", StringComparison.Ordinal)) is { } stray)
                    report(new Complaint($"found '{stray[0]}' among the defaults", "expected options, as in --na 8,9 --digits 2"));
                return this with { Defaults = [.. Defaults, .. options], DefaultsLine = line };
        }
    }

    /// <summary>Groups each option with the words up to the next option.</summary>
    private static List<List<string>> OptionsIn(IReadOnlyList<string> words)
    {
        var options = new List<List<string>>();
        foreach (var word in words)
        {
            if (options.Count == 0 || word.StartsWith("--", StringComparison.Ordinal))
                options.Add([]);
            options[^1].Add(word);
        }
        return options;
    }

    private static string Unquoted(string value) => value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 1 ? value[1..^1] : value;
}
