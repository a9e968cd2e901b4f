using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Designs;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options for estimation under a sampling design.</summary>
internal sealed class SurveyOptions
{
    private readonly CliOption<DegreesOfFreedomRule?> df = CliOption
        .Once<DegreesOfFreedomRule>(
            "--df",
            "domain|design|inf|N",
            "Degrees of freedom: PSUs minus strata, counted where the row has persons (domain) or overall (design), infinite, "
                + "or a number. With replicates, the rank of the weights of these persons minus 1. Default: domain.",
            TryRule)
        .Offering("domain", "design", "inf");
    private readonly CliOption<LonelyPsuPolicy?> lonely = CliOption
        .Once<LonelyPsuPolicy>(
            "--lonely-psu",
            "fail|certainty|adjust|average",
            "Strata with one PSU, and PSUs with one unit of the second stage: refuse (fail), add no variance (certainty), "
                + "use the distance from the mean of all (adjust), or the average of the others (average). Default: fail.",
            OptionTexts.OneOf(LonelyPsuPolicy.All))
        .Offering(LonelyPsuPolicy.All.Select(policy => policy.Name));
    private readonly CliOption<ReplicateCentre?> centre = CliOption
        .Once<ReplicateCentre>(
            "--replicate-centre",
            "estimate|mean",
            "Centre of the replicate deviations: the estimate with the full weight, or the mean of the replicates. Default: estimate.",
            OptionTexts.OneOf(ReplicateCentre.All))
        .Offering(ReplicateCentre.All.Select(known => known.Name));
    private readonly CliOption<EffectiveSizeCap?> cap = CliOption
        .Once<EffectiveSizeCap>(
            "--kg-cap",
            "n|none",
            "Whether the effective size of clopper-pearson (Korn–Graubard), mid-p, jeffreys and blaker is capped at n. Default: n.",
            OptionTexts.OneOf(EffectiveSizeCap.All))
        .Offering(EffectiveSizeCap.All.Select(known => known.Name));
    private readonly CliOption<string?> standard = CliOption
        .Once<string>(
            "--standard",
            "nchs",
            "Show for each row what a presentation standard would do with it: present, footnote, review or suppress. No row is omitted.",
            TryStandard)
        .Offering("nchs");

    /// <summary>The options, with others that concern designs; the presentation standard comes after those of variances.</summary>
    public OptionGroup GroupWith(params IReadOnlyList<Option> others) =>
        new("Estimates of a sampling design", [df, lonely, centre, cap, standard, .. others]);

    /// <summary>The options without the presentation standard, which is one for proportions that are not standardized.</summary>
    public OptionGroup GroupWithoutStandard(params IReadOnlyList<Option> others) =>
        new("Estimates of a sampling design", [df, lonely, centre, cap, .. others]);

    /// <summary>The options that concern variances, not intervals of proportions.</summary>
    public OptionGroup GroupOfVariances => new("Estimates of a sampling design", [df, lonely, centre]);

    /// <summary>Whether the NCHS presentation standards are requested.</summary>
    public bool ByNchsIn(ParseResult parsed) => parsed.GetValue(standard) is not null;

    /// <summary>What was chosen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="tabulation">What was counted.</param>
    /// <param name="methods">The interval methods requested; empty for the default.</param>
    /// <exception cref="RequestException">An option does not apply to the data.</exception>
    public SurveyChoices ChoicesIn(ParseResult parsed, Tabulation tabulation, IReadOnlyList<IntervalMethod> methods)
    {
        var byReplicates = tabulation.Weighting is { Replicates.Count: > 0 };
        foreach (var option in new Option[] { df, lonely, centre, cap }.Where(option => parsed.GetResult(option) is not null))
        {
            if (!tabulation.HasDesign)
                throw new RequestException(
                    $"{option.Name} applies only to a sampling design, and none is given; name its columns with --weight, --strata, "
                        + "--psu, --fpc or --replicates.");
            if ((option == lonely && byReplicates) || (option == centre && !byReplicates))
                throw new RequestException(
                    $"{option.Name} is for variances from {(byReplicates ? "strata and PSUs" : "replicate weights")}, "
                        + $"and these come from {(byReplicates ? "replicate weights" : "strata and PSUs")}.");
        }
        if (parsed.GetResult(cap) is not null && methods.All(method => method.HasQuantile))
            throw new RequestException("--kg-cap is for the methods "
                + $"{string.Join(", ", IntervalMethods.All.Where(method => !method.HasQuantile).Select(method => method.Name))}; "
                + "none of them is asked for with --method.");
        var usual = new SurveyChoices();
        return new SurveyChoices
        {
            DegreesOfFreedom = parsed.GetValue(df) ?? usual.DegreesOfFreedom,
            LonelyPsu = parsed.GetValue(lonely) ?? usual.LonelyPsu,
            ReplicateCentre = parsed.GetValue(centre) ?? usual.ReplicateCentre,
            EffectiveSizeCap = parsed.GetValue(cap) ?? usual.EffectiveSizeCap,
        };
    }

    private static bool TryRule(string text, out DegreesOfFreedomRule? value, out string? problem)
    {
        problem = $"'{text}' is none of domain, design, inf and a number above 0";
        value = text switch
        {
            "domain" => DegreesOfFreedomRule.OfDomain,
            "design" => DegreesOfFreedomRule.OfDesign,
            "inf" => DegreesOfFreedomRule.Of(double.PositiveInfinity),
            _ when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 =>
                DegreesOfFreedomRule.Of(number),
            _ => null,
        };
        return value is not null;
    }

    private static bool TryStandard(string text, out string? value, out string? problem)
    {
        (value, problem) = (text, $"'{text}' is not a presentation standard; there is nchs");
        return text == "nchs";
    }
}
