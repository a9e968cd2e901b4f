using System.Text.RegularExpressions;

namespace BackPain.Stats.Cli.Markup;

/// <summary>
/// HTML by the author of a report. It is kept if it consists of well-formed tags with elements and attributes that only show text;
/// anything else could run scripts or access a network, and is refused.
/// </summary>
internal static partial class RawMarkup
{
    // A comment, or a tag with its attributes; stricter than HTML, so that every browser recognizes the same tags.
    private const string Pattern =
        $"""<!--(?!-?>)(?:(?!--)[\s\S])*-->|</?(?<name>[A-Za-z][A-Za-z0-9]*)(?:\s+{Name}(?:\s*=\s*{Value})?)*\s*/?>""";

    private const string Name = "[A-Za-z][A-Za-z0-9-]*";

    private const string Value = """(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+)""";

    private static readonly HashSet<string> Elements = Words(
        "a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption " +
        "figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nobr ol p picture pre q rp rt ruby s samp section small span " +
        "strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr");

    private static readonly HashSet<string> Attributes = Words(
        "align alt border cellpadding cellspacing cite class color colspan datetime dir headers height href id lang name open " +
        "rel reversed role rowspan rules scope size span src start style summary target title type valign value width");

    /// <summary>Returns what is wrong with a piece of HTML; null if nothing is.</summary>
    public static Complaint? ObjectionTo(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at))
        {
            // Only a letter or one of these characters after it starts a tag.
            if (at + 1 == html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            {
                at++;
                continue;
            }
            if (At().Match(html, at) is not { Success: true } match)
                return new Complaint($"found '{Start(html[at..])}' in HTML", "expected whole tags, with values of attributes in quotes");
            if (match.Groups["name"].Success && ObjectionToTag(match) is { } objection)
                return objection;
            at += match.Length;
        }
        return null;
    }

    /// <summary>Replaces the addresses of images.</summary>
    /// <param name="html">The HTML, to which there is no objection.</param>
    /// <param name="rewrite">Maps an old address to the new one.</param>
    public static string WithImages(string html, Func<string, string> rewrite)
    {
        return CommentOrTag().Replace(html, tag => IsElement(tag, "img") ? Attribute().Replace(tag.Value, Rewritten) : tag.Value);

        string Rewritten(Match attribute) => NameOf(attribute) == "src" ? $" src=\"{rewrite(ValueOf(attribute))}\"" : attribute.Value;
    }

    /// <summary>The ids that it defines in the page.</summary>
    public static IEnumerable<string> AnchorsIn(string html) =>
        CommentOrTag().Matches(html).Where(tag => tag.Groups["name"].Success)
            .SelectMany(tag => Attribute().Matches(tag.Value))
            .Where(attribute => NameOf(attribute) == "id")
            .Select(ValueOf);

    private static Complaint? ObjectionToTag(Match tag)
    {
        var element = tag.Groups["name"].Value;
        if (!Elements.Contains(element))
            return new Complaint($"found <{element}> in HTML", "expected elements that only show text and images");
        foreach (Match attribute in Attribute().Matches(tag.Value))
        {
            var (name, value) = (NameOf(attribute), ValueOf(attribute));
            if (!Attributes.Contains(name) && !name.StartsWith("aria-", StringComparison.Ordinal))
                return new Complaint($"found the attribute '{name}' of <{element}>", "expected attributes that affect only its appearance");
            if (name == "src" && !IsElement(tag, "img"))
                return new Complaint($"found the attribute 'src' of <{element}>", "expected it of <img>");
            if (name is "href" or "src" or "cite" && !IsSafe(value))
                return new Complaint($"found the address '{Start(value)}' in HTML", Address.Expected);
            if (name is "style" && !Style().IsMatch(value))
                return new Complaint($"found style=\"{Start(value)}\"", "expected plain values, without functions");
            if (name is "id" && !Anchor().IsMatch(value))
                return new Complaint($"found id=\"{Start(value)}\"", "expected letters, digits and hyphens");
        }
        return null;
    }

    /// <summary>Whether an address is safe as written: a character reference could hide its scheme.</summary>
    private static bool IsSafe(string address) =>
        !Reference().IsMatch(address.Replace("&amp;", "", StringComparison.OrdinalIgnoreCase))
            && (Address.IsSafe(address) || Address.IsImageData(address));

    private static bool IsElement(Match tag, string name) => tag.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(Match attribute) => attribute.Groups["name"].Value.ToLowerInvariant();

    private static string ValueOf(Match attribute) =>
        attribute.Groups["value"].Value is ['"' or '\'', .. var inner, _] ? inner : attribute.Groups["value"].Value;

    private static string Start(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\G(?:" + Pattern + ")", RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex CommentOrTag();

    [GeneratedRegex($@"\s+(?<name>{Name})(?:\s*=\s*(?<value>{Value}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"&(?:#|\w+;)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[\w\s:;.,#%!+-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Style();

    [GeneratedRegex(@"^[\w-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
