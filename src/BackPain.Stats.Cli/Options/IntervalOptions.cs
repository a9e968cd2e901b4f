using System.CommandLine;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that choose intervals.</summary>
internal sealed class IntervalOptions
{
    private readonly CliOption<List<IReadOnlyList<IntervalMethod>>> method = CliOption
        .Many<IReadOnlyList<IntervalMethod>>(
            "--method",
            "NAME[,NAME…]|all",
            $"Interval methods; 'backpain methods' lists them. Default: {IntervalMethods.Default.Name}; "
                + $"with a sampling design {IntervalMethods.DefaultOfDesign.Name}.",
            TryMethods)
        .Offering(IntervalMethods.All.Select(known => known.Name).Append("all"))
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<ConfidenceLevel?> level = CliOption
        .Once<ConfidenceLevel>("--level", "LEVEL", $"Confidence level, as 0.95, 95 or 95%. Default: {ConfidenceLevel.Default}.", TryLevel)
        .WithEffect(ReadingEffect.None);

    public Option Method => method;

    public CliOption<ConfidenceLevel?> Level => level;

    /// <summary>The methods requested, each once; empty if none were requested.</summary>
    public IReadOnlyList<IntervalMethod> MethodsIn(ParseResult parsed) => [.. parsed.GetValue(method)!.SelectMany(list => list).Distinct()];

    /// <summary>The level requested, or the default.</summary>
    public ConfidenceLevel LevelIn(ParseResult parsed) => parsed.GetValue(level) ?? ConfidenceLevel.Default;

    /// <summary>One method by its name.</summary>
    public static bool TryMethod(string text, out IntervalMethod? value, out string? problem)
    {
        value = IntervalMethods.Find(text);
        problem =
            $"'{text}' is not an interval "
                + $"method.{Nearest.Suggestion(text, IntervalMethods.All.SelectMany(IntervalMethods.NamesOf))} 'backpain methods' lists "
                + "them";
        return value is not null;
    }

    private static bool TryMethods(string text, out IReadOnlyList<IntervalMethod>? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (text.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            value = IntervalMethods.All;
            return true;
        }
        var methods = new List<IntervalMethod>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TryMethod(name, out var one, out problem))
                return false;
            methods.Add(one!);
        }
        value = methods;
        return true;
    }

    private static bool TryLevel(string text, out ConfidenceLevel? value, out string? problem) =>
        ConfidenceLevel.TryParse(text, out value, out problem);
}
