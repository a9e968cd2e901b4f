using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Attributes written as name=value, name="value" or name='value'.</summary>
internal sealed partial class Attributes
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private Attributes()
    {
    }

    /// <summary>The value of an attribute; null if it is not given.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Parses attributes, or reports what is wrong with them.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">The names allowed.</param>
    /// <param name="attributes">The attributes.</param>
    /// <param name="problem">What is wrong with them.</param>
    public static bool TryParse(string text, IReadOnlyList<string> known, out Attributes attributes, out Complaint? problem)
    {
        (attributes, problem) = (new Attributes(), null);
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            if (Attribute().Match(rest) is not { Success: true } match)
                problem = new Complaint(
                    $"found '{rest}'", "expected attributes as name=value or name=\"several words\", separated by spaces");
            else if (!known.Contains(match.Groups["name"].Value))
                problem = new Complaint(
                    $"found the attribute '{match.Groups["name"].Value}'",
                    $"expected one of {string.Join(", ", known)}",
                    Nearest.Suggestion(match.Groups["name"].Value, known));
            else if (!attributes.values.TryAdd(match.Groups["name"].Value, Unquoted(match.Groups["value"].Value)))
                problem = new Complaint($"found the attribute '{match.Groups["name"].Value}' twice", "expected it once");
            else
                rest = rest[match.Length..].TrimStart();
            if (problem is not null)
                return false;
        }
        return true;
    }

    private static string Unquoted(string value) => value is ['"' or '\'', ..] ? value[1..^1] : value;

    [GeneratedRegex("""^(?<name>[A-Za-z-]+)=(?<value>"[^"]*"|'[^']*'|[^\s"']+)(?=\s|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
