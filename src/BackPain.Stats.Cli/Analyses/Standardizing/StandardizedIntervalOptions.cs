using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>The options that choose the intervals of standardized prevalences.</summary>
internal sealed class StandardizedIntervalOptions
{
    private const string LogRatioInstead = "indirect standardization with a sampling design has the method log-ratio.";

    private readonly IntervalOptions usual = new();
    private readonly CliOption<List<IReadOnlyList<string>>> method = CliOption
        .Many<IReadOnlyList<string>>(
            "--method",
            "NAME[,NAME…]|all",
            "Interval methods: those of prevalence, around the standardized prevalence; "
                + $"{string.Join(", ", StandardizationMethods.Rare.Select(known => known.Name))} (see --rare); with --indirect also "
                + $"{string.Join(", ", StandardizationMethods.OfRatios.Select(known => known.Name))}. "
                + "Default: wilson; with a sampling design logit, with --indirect log-ratio.",
            TryNames)
        .Offering([
            .. IntervalMethods.All.Select(known => known.Name),
            .. StandardizationMethods.All.Select(known => known.Name),
            "all",
        ])
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> rare = CliOption
        .Switch("--rare", "For few cases of a rare condition, without a sampling design: the gamma interval of Fay and Feuer (fay-feuer).")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<string?> errors = CliOption
        .Once<string>(
            "--standard-errors",
            "nchs",
            "Compute the effective size of the Korn–Graubard interval as the macro of NCHS does: n over the design effect among "
                + "the strata of the standard. It is too large where sample and standard differ.",
            TryErrors)
        .Offering("nchs")
        .WithEffect(ReadingEffect.None);

    /// <summary>The options of intervals.</summary>
    public IReadOnlyList<Option> Options => [method, usual.Level, rare];

    /// <summary>The option of standard errors.</summary>
    public Option Errors => errors;

    /// <summary>The confidence level.</summary>
    public ConfidenceLevel LevelIn(ParseResult parsed) => usual.LevelIn(parsed);

    /// <summary>Whether effective sizes are those of the NCHS macro.</summary>
    /// <exception cref="RequestException">They do not apply.</exception>
    public bool ByNchsIn(ParseResult parsed, bool isDirect, bool hasDesign)
    {
        if (parsed.GetValue(errors) is null)
            return false;
        if (!isDirect || !hasDesign)
            throw new RequestException("--standard-errors nchs is for direct standardization with a sampling design.");
        return IntervalsIn(parsed, isDirect, hasDesign).Methods.FirstOrDefault(known => known.HasQuantile) is { } other
            ? throw new RequestException(
                "--standard-errors nchs changes the effective size of clopper-pearson (Korn–Graubard) and its like; "
                    + $"{other.Name} is computed from the standard error.")
            : true;
    }

    /// <summary>The methods requested: those for one proportion, and those of standardization alone; none for the default.</summary>
    /// <exception cref="RequestException">A method does not apply.</exception>
    public (IReadOnlyList<IntervalMethod> Methods, IReadOnlyList<StandardizationMethod> Own) IntervalsIn(
        ParseResult parsed, bool isDirect, bool hasDesign)
    {
        var typed = parsed.GetValue(method)!.SelectMany(list => list).ToList();
        List<string> names = parsed.GetValue(rare) && typed.Count == 0 ? [StandardizationMethods.Rare[0].Name] : typed;
        if (names.Contains("all", StringComparer.OrdinalIgnoreCase))
            return (isDirect || !hasDesign ? IntervalMethods.All : [], isDirect
                ? (hasDesign ? [] : StandardizationMethods.Rare)
                : hasDesign ? [new LogRatio()] : StandardizationMethods.OfRatios);
        if (parsed.GetValue(rare) && names.FirstOrDefault(name => !IsRare(name)) is { } common)
            throw new RequestException($"--rare takes cases for Poisson counts, and {common} does not; leave one of them out.");
        List<StandardizationMethod> own = [.. names.Select(StandardizationMethods.Find).OfType<StandardizationMethod>().Distinct()];
        List<IntervalMethod> methods = [.. names.Select(IntervalMethods.Find).OfType<IntervalMethod>().Distinct()];
        foreach (var known in own)
            Refuse(known, isDirect, hasDesign);
        if (!isDirect && hasDesign && methods is [var first, ..])
            throw new RequestException($"{first.Name} is for counts; {LogRatioInstead}");
        return (methods, own);
    }

    private static bool IsRare(string name) => StandardizationMethods.Find(name) is WeightedRateMethod;

    private static void Refuse(StandardizationMethod method, bool isDirect, bool hasDesign)
    {
        var problem = method switch
        {
            WeightedRateMethod when !isDirect => $"{method.Name} is for direct standardization; with --indirect there is poisson-exact.",
            WeightedRateMethod when hasDesign => $"{method.Name} takes cases for Poisson counts, which those of a sampling design "
                + "are not; for rare conditions there is clopper-pearson (Korn–Graubard).",
            PoissonCountMethod when isDirect => $"{method.Name} is for --indirect; for rare conditions direct standardization has --rare.",
            PoissonCountMethod when hasDesign => $"{method.Name} is for counts; {LogRatioInstead}",
            LogRatio when isDirect || !hasDesign => $"{method.Name} is for --indirect with a sampling design.",
            _ => null,
        };
        if (problem is not null)
            throw new RequestException(problem);
    }

    private static bool TryNames(string text, out IReadOnlyList<string>? value, out string? problem)
    {
        (value, problem) = (text.Split(',', StringSplitOptions.TrimEntries), null);
        foreach (var name in value)
        {
            if (text.Equals("all", StringComparison.OrdinalIgnoreCase) || StandardizationMethods.Find(name) is not null)
                continue;
            if (IntervalMethods.Find(name) is not null)
                continue;
            var known = IntervalMethods.All.SelectMany(IntervalMethods.NamesOf)
                .Concat(StandardizationMethods.All.Select(method => method.Name));
            problem = $"'{name}' is not an interval method.{Nearest.Suggestion(name, known)} 'backpain methods' lists them";
            return false;
        }
        return true;
    }

    private static bool TryErrors(string text, out string? value, out string? problem)
    {
        (value, problem) = (text, $"'{text}' is not a way to standard errors; there is nchs");
        return text == "nchs";
    }
}
