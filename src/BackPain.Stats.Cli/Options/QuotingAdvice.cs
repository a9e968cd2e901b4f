using System.Text.RegularExpressions;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>What a message about an unreadable text adds where a name or value in it needs double quotes.</summary>
internal static partial class QuotingAdvice
{
    /// <summary>Advice for one name; the text itself is the name.</summary>
    public static string ForName(string text) => For(text, "", QuotedName.Quote(text.Trim()), inList: false);

    /// <summary>Advice for a comma-separated list of names.</summary>
    public static string ForNames(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries).Select(ForName).FirstOrDefault(advice => advice.Length > 0, "");

    /// <summary>Advice for codes, with or without a column before them.</summary>
    public static string ForCodes(string text) =>
        text.Contains('=', StringComparison.Ordinal) ? For(text, "=", "agecat=\"<20\"") : ForNames(text);

    /// <summary>Advice for bands of a column.</summary>
    public static string ForBands(string text) => For(text, "=", "\"age/years\"=10");

    /// <summary>Advice for an outcome with its codes.</summary>
    public static string ForOutcome(string text) => For(text, "=/", "pain=\"yes/often\"/no");

    /// <summary>Advice for a condition: for the empty value, too.</summary>
    public static string ForCondition(string text) =>
        EndsInNothing().IsMatch(text) ? $"; the empty value stands in double quotes, as in '{text.TrimEnd()}\"\"'"
        : For(text, Operator().Match(text).Value, ConditionLike(text));

    private static string For(string text, string form, string example, bool inList = true) => HasStray(text, form, inList)
        ? $"; a name or value that holds one of {string.Join(' ', QuotedName.SpecialCharacters.ToCharArray())} "
            + $"stands in double quotes, as in '{example}'"
        : "";

    /// <summary>Whether a special character other than those of the form, in their order, stands outside quotes.</summary>
    private static bool HasStray(string text, string form, bool inList)
    {
        foreach (var character in Quoted().Replace(text, "").Where(character => QuotedName.SpecialCharacters.Contains(character)))
        {
            if (character == ',' && inList)
                continue;
            if (!form.StartsWith(character))
                return true;
            form = form[1..];
        }
        return false;
    }

    /// <summary>The condition that may have been meant: on a column that holds signs of comparison, or with a value that does.</summary>
    private static string ConditionLike(string text)
    {
        if (Operator().Matches(text) is not [var first, ..] signs || text.Contains('"', StringComparison.Ordinal))
            return "agecat=\"<20\"";
        var isInColumn = text[..first.Index].Contains('/', StringComparison.Ordinal) || first.Value is not ("=" or "!=");
        var sign = isInColumn ? signs[^1] : first;
        var (column, value) = (text[..sign.Index].Trim(), text[(sign.Index + sign.Length)..].Trim());
        return $"{QuotedName.Quote(column)}{sign.Value}{(isInColumn ? value : QuotedName.Quote(value))}";
    }

    // As in many languages, == is taken for one sign.
    [GeneratedRegex("==|[!<>]?=|[<>]", RegexOptions.CultureInvariant)]
    private static partial Regex Operator();

    [GeneratedRegex(@"(?<![<>])=\s*$|=.*,\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInNothing();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
