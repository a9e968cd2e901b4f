using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that describe how persons were sampled, shared by every command that reads data.</summary>
internal sealed class DesignOptions
{
    private readonly CliOption<string?> weight = CliOption.Once<string>(
        "--weight", "COL", "For how many persons one stands.", OptionTexts.TryColumn);
    private readonly CliOption<string?> strata = CliOption.Once<string>(
        "--strata", "COL", "The strata in which persons, or clusters of them, were sampled.", OptionTexts.TryColumn);
    private readonly CliOption<string?> psu = CliOption.Once<string>(
        "--psu", "COL", "The primary sampling units (clusters) of the first stage.", OptionTexts.TryColumn);
    private readonly CliOption<string?> ssu = CliOption.Once<string>(
        "--ssu", "COL", "The units sampled inside the PSUs, at the second stage.", OptionTexts.TryColumn);
    private readonly CliOption<FpcColumns?> fpc = CliOption.Once<FpcColumns>(
        "--fpc",
        "COL[,COL]",
        "Finite populations: how many PSUs (persons, where there are no PSUs) the stratum has in the population, "
            + "or the fraction sampled; and how many SSUs (persons, without --ssu) the PSU has.",
        FpcColumns.TryParse);

    private readonly CliOption<bool> nest = CliOption.Switch("--nest", "PSUs are numbered anew in each stratum. This is the default.");
    private readonly CliOption<bool> noNest = CliOption.Switch(
        "--no-nest", "Each PSU has a number of its own; one that occurs in two strata is an error.");
    private readonly CliOption<string?> replicates = CliOption.Once<string>(
        "--replicates", "PATTERN", "The columns of replicate weights, as in 'rw*'; whole weights, not factors.", OptionTexts.TryColumn);
    private readonly CliOption<ReplicateType?> replicateType = CliOption
        .Once<ReplicateType>("--replicate-type", "brr|fay:RHO|jk1|jkn|bootstrap|sdr", "How the replicate weights were made.", TryType)
        .Offering(ReplicateType.Names);
    private readonly CliOption<ReplicateScales?> replicateScales = CliOption.Once<ReplicateScales>(
        "--replicate-scales", "FILE|NUMBER",
        "What the squared deviation of each replicate counts for: a CSV file with the columns replicate and scale, "
            + "or one number for all. jkn needs it.",
        TryScales);
    private readonly CliOption<MissingWeight?> missingWeight = CliOption
        .Once<MissingWeight?>(
            "--missing-weight",
            "fail|drop",
            "Persons without a weight: an error (fail), or left out and counted (drop). Default: fail.",
            TryMissingWeight)
        .Offering("fail", "drop");
    private readonly CliOption<bool> unweighted = CliOption.Switch(
        "--unweighted", "Every person counts once, whatever the codebook says of a design.");

    public OptionGroup Group =>
        new(
            "Sampling design",
            [weight, strata, psu, ssu, fpc, nest, noNest, replicates, replicateType, replicateScales, missingWeight, unweighted]);

    /// <summary>Adds the design that the options describe to a request.</summary>
    /// <exception cref="RequestException">They contradict each other.</exception>
    public StudyRequest AddTo(StudyRequest request, ParseResult parsed)
    {
        var (isNested, isNotNested) = (parsed.GetValue(nest), parsed.GetValue(noNest));
        if (isNested && isNotNested)
            throw new RequestException("--nest and --no-nest contradict each other.");
        var (pattern, type, scales) = (parsed.GetValue(replicates), parsed.GetValue(replicateType), parsed.GetValue(replicateScales));
        if (pattern is null && (type is not null || scales is not null))
            throw new RequestException("--replicate-type and --replicate-scales need --replicates.");
        var design = new DesignColumns
        {
            Weight = parsed.GetValue(weight),
            Strata = parsed.GetValue(strata),
            Psu = parsed.GetValue(psu),
            Ssu = parsed.GetValue(ssu),
            Fpc = parsed.GetValue(fpc)?.First,
            SecondFpc = parsed.GetValue(fpc)?.Second,
            Nested = isNested ? true : isNotNested ? false : null,
            Replicates = pattern is null ? null : new ReplicateColumns(pattern, type, scales),
        };
        if (parsed.GetValue(unweighted) && (!design.IsEmpty || parsed.GetValue(missingWeight) is not null))
            throw new RequestException(
                "--unweighted leaves out the sampling design; the other options that say what it is make no sense beside it.");
        return request with { Design = design, Unweighted = parsed.GetValue(unweighted), MissingWeight = parsed.GetValue(missingWeight) };
    }

    private static bool TryType(string text, out ReplicateType? value, out string? problem)
    {
        problem = $"'{text}' is not a way to make replicate weights; there are {ReplicateType.Choices}, as in fay:0.3";
        return ReplicateType.TryParse(text, out value);
    }

    private static bool TryScales(string text, out ReplicateScales? value, out string? problem)
    {
        value = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new ReplicateScales(null, [number])
            : new ReplicateScales(text, []);
        problem = text.Length == 0 ? "a file or a number is missing" : $"'{text}' is not a scale; it is 0 or more";
        return text.Length > 0 && value.Numbers.All(scale => scale >= 0 && double.IsFinite(scale));
    }

    private static bool TryMissingWeight(string text, out MissingWeight? value, out string? problem)
    {
        (value, problem) = (
            text switch { "fail" => MissingWeight.Fail, "drop" => MissingWeight.Drop, _ => null }, $"'{text}' is neither fail nor drop");
        return value is not null;
    }
}
