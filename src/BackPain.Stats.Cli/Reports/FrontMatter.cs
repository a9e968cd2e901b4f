using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Reports;

/// <summary>What a report says of itself, between lines of three hyphens at its top: one "name: value" a line.</summary>
internal sealed record FrontMatter
{
    private static readonly string[] Names = ["title", "author", "date", "level", "defaults", "echo"];

    /// <summary>The title; nothing where none is given.</summary>
    public string? Title { get; private init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; private init; }

    /// <summary>When, in whatever form the author likes.</summary>
    public string? Date { get; private init; }

    /// <summary>Options for every block that knows them and does not give them itself, each as its words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Defaults { get; private init; } = [];

    /// <summary>The line of the file on which the defaults stand.</summary>
    public int DefaultsLine { get; private init; }

    /// <summary>Whether blocks show their command lines.</summary>
    public bool Echo { get; private init; } = true;

    /// <summary>Reads it.</summary>
    /// <param name="lines">The lines between the hyphens.</param>
    /// <param name="firstLine">The line of the file on which the first of them stands.</param>
    /// <param name="tell">Told what is wrong, and on which line.</param>
    public static FrontMatter Read(IReadOnlyList<string> lines, int firstLine, Action<int, Complaint> tell)
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
                tell(firstLine + i, new Complaint($"found '{line}' in the front matter", "expected name: value, on one line"));
            else if (!Names.Contains(name))
                tell(
                    firstLine + i,
                    new Complaint(
                        $"found '{name}' in the front matter",
                        $"expected one of {string.Join(", ", Names)}",
                        Nearest.Suggestion(name, Names)));
            else if (!seen.Add(name))
                tell(firstLine + i, new Complaint($"found '{name}' twice in the front matter", "expected it once"));
            else
                front = front.With(name, Unquoted(line[(colon + 1)..].Trim()), firstLine + i, problem => tell(firstLine + i, problem));
        }
        return front;
    }

    private FrontMatter With(string name, string value, int line, Action<Complaint> tell)
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
                    tell(new Complaint($"found a level that cannot be used: {problem}", "expected one such as 0.95"));
                return this with { Defaults = [.. Defaults, ["--level", value]] };
            case "echo":
                if (value is not ("true" or "false"))
                    tell(new Complaint($"found echo: {value}", "expected true or false"));
                return this with { Echo = value != "false" };
            default:
                var options = OptionsIn(ShellWords.Split(value));
                if (ShellWords.HasUnclosedQuote(value))
                    tell(new Complaint("found a quote among the defaults that is never closed", "expected another of its kind behind it"));
                if (options.FirstOrDefault(option => !option[0].StartsWith("--", StringComparison.Ordinal)) is { } stray)
                    tell(new Complaint($"found '{stray[0]}' among the defaults", "expected options, as in --na 8,9 --digits 2"));
                return this with { Defaults = [.. Defaults, .. options], DefaultsLine = line };
        }
    }

    /// <summary>Each option with the words up to the next.</summary>
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
