using System.CommandLine;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that decide which rows an analysis shows.</summary>
internal sealed class RowOptions
{
    private readonly CliOption<UnknownStratum?> missing = CliOption
        .Once<UnknownStratum?>(
            "--missing",
            "drop|level",
            "Persons whose stratum is unknown: exclude them from that breakdown and count them (drop), or make them a stratum (level). "
                + "Default: drop.",
            TryMissing)
        .Offering("drop", "level")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> noOverall = CliOption.Switch("--no-overall", "Omit the overall row.")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> noEmpty = CliOption.Switch("--no-empty", "Omit rows for strata with n = 0.")
        .WithEffect(ReadingEffect.None);

    public OptionGroup Group => new("Rows", [missing, noOverall, noEmpty]);

    /// <summary>How to treat persons whose stratum is unknown.</summary>
    public UnknownStratum UnknownIn(ParseResult parsed) => parsed.GetValue(missing) ?? UnknownStratum.Drop;

    /// <summary>Whether the overall row is shown.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="study">What was read.</param>
    /// <param name="isBrokenDown">Whether there are other rows.</param>
    /// <exception cref="RequestException">Then there would be no rows.</exception>
    public bool OverallIn(ParseResult parsed, Study study, bool isBrokenDown)
    {
        var overall = study.OverallMeansSomething && !parsed.GetValue(noOverall);
        return overall || isBrokenDown ? overall : throw new RequestException("without --by, --no-overall leaves no rows to show.");
    }

    /// <summary>Whether rows without anybody are shown.</summary>
    public bool EmptyIn(ParseResult parsed, Study study) => study.EmptyStrataMeanSomething && !parsed.GetValue(noEmpty);

    private static bool TryMissing(string text, out UnknownStratum? value, out string? problem)
    {
        (value, problem) = (
            text switch { "drop" => UnknownStratum.Drop, "level" => UnknownStratum.Level, _ => null },
            $"'{text}' is neither drop nor level");
        return value is not null;
    }
}
