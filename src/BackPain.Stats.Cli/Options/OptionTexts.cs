using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>Parsers for the values of options.</summary>
internal static class OptionTexts
{
    private const string OutcomeForm = "write COL, COL=CASES or COL=CASES/NONCASES, as in pain=1/2";

    /// <summary>Any text that is not empty.</summary>
    public static bool Any(string text, out string? value, out string? problem)
    {
        (value, problem) = (text, "a name is missing");
        return text.Length > 0;
    }

    /// <summary>The name of a column.</summary>
    public static bool TryColumn(string text, out string? value, out string? problem)
    {
        var isQuoted = text.AsSpan().TrimStart() is ['"', ..];
        problem = text.Trim().Length == 0 ? "a name is missing"
            : isQuoted ? $"'{text}' is not a name; expected a closing quote, and nothing after it"
            : $"'{text}' is not a name{QuotingAdvice.ForName(text)}";
        value = QuotedName.TryTake(text, out var name, out var after) && after.Length == 0 ? name : null;
        return value?.Length > 0;
    }

    /// <summary>One of several objects, by its displayed name.</summary>
    public static TryParse<T> OneOf<T>(IReadOnlyList<T> all)
        where T : class => (string text, out T? value, out string? problem) =>
    {
        value = all.FirstOrDefault(known => known.ToString() == text);
        problem = $"'{text}' is none of {string.Join(", ", all)}";
        return value is not null;
    };

    /// <summary>A whole number, 0 or more.</summary>
    public static bool TryCount(string text, out long? value, out string? problem)
    {
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        problem = value is null && text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? $"'{text}' is too large; the largest number is {long.MaxValue}"
            : $"'{text}' is not a whole number, 0 or more";
        return value is not null;
    }

    /// <summary>point, lifetime or a span.</summary>
    public static bool TryRecall(string text, out RecallPeriod? value, out string? problem)
    {
        problem = $"'{text}' is neither point, lifetime nor a span such as 7d, 4w, 3m or 1y";
        return RecallPeriod.TryParse(text, out value);
    }

    /// <summary>COL[=CASES[/NONCASES]] for a recall period.</summary>
    public static TryParse<CaseDefinition> TryOutcomeOf(RecallPeriod recall) =>
        (string text, out CaseDefinition? value, out string? problem) => TryOutcome(text, recall, out value, out problem);

    /// <summary>SPAN:COL[=CASES[/NONCASES]].</summary>
    public static bool TryPeriodOutcome(string text, out CaseDefinition? value, out string? problem)
    {
        value = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        problem = $"'{text}' does not begin with a span and a colon, as in 3m:pain=1/2";
        if (colon <= 0)
            return false;
        problem = $"'{text[..colon]}' is not a span such as 7d, 4w, 3m, 12m, 1y or P3M";
        return RecallSpan.TryParse(text[..colon], out var span)
            && TryOutcome(text[(colon + 1)..], RecallPeriod.Period(span), out value, out problem);
    }

    /// <summary>COL[,COL…].</summary>
    public static bool TryStratification(string text, out Stratification? value, out string? problem)
    {
        problem = $"'{text}' is not a column or different columns with commas between them{QuotingAdvice.ForNames(text)}";
        value = QuotedName.List(text) is { } columns && columns.Distinct(StringComparer.Ordinal).Count() == columns.Count
            ? new Stratification(columns)
            : null;
        return value is not null;
    }

    /// <summary>COL=VALUE and the like.</summary>
    public static bool TryCondition(string text, out Condition? value, out string? problem)
    {
        problem = $"'{text}' is not a condition; write COL=VALUE[,VALUE], COL!=VALUE[,VALUE], COL>=N, COL>N, COL<=N or COL<N"
            + QuotingAdvice.ForCondition(text);
        return Condition.TryParse(text, out value);
    }

    /// <summary>Keeps an unknown option from being taken for data.</summary>
    public static Action<ArgumentResult> RefuseUnknownOptions(Command command) => result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value is ['-', _, ..] && token.Type == TokenType.Argument))
            result.AddError(UnknownOption(token.Value, command));
    };

    /// <summary>The sentence that reports an unknown option.</summary>
    public static string UnknownOption(string typed, Command command)
    {
        var known = command.Options.Where(option => !option.Hidden).Select(option => option.Name);
        return $"'{typed}' is not an option of '{command.Name}'.{Nearest.Suggestion(typed.Split('=')[0], known)}";
    }

    private static bool TryOutcome(string text, RecallPeriod recall, out CaseDefinition? value, out string? problem)
    {
        (value, problem) = (null, $"'{text}' does not name an outcome; {OutcomeForm}{QuotingAdvice.ForOutcome(text)}");
        if (!QuotedName.TryTake(text, out var column, out var rest, '=') || column.Length == 0)
            return false;
        if (rest.Length == 0)
        {
            value = new CaseDefinition(column, recall);
            return true;
        }
        if (!QuotedName.TryList(rest[1..], out var cases, out rest, '/'))
            return false;
        // A quoted asterisk is a code.
        var allOthers = rest.StartsWith('/') && rest[1..].Trim() == "*";
        IReadOnlyList<string>? nonCases = null;
        if (!allOthers && rest.Length > 0 && (!QuotedName.TryList(rest[1..], out nonCases, out rest) || rest.Length > 0))
            return false;
        problem = $"'{text}' calls the same code a case and a non-case";
        if (nonCases is not null && cases.Intersect(nonCases, StringComparer.Ordinal).Any())
            return false;
        value = new CaseDefinition(
            column,
            recall,
            allOthers ? OutcomeCodes.AgainstAllOthers(cases)
                : nonCases is null ? OutcomeCodes.Of(cases)
                : OutcomeCodes.Of(cases, nonCases));
        return true;
    }
}
