using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Populations;

namespace BackPain.Stats.Cli.Runs;

/// <summary>The sentences in which a refusal is reported to the user.</summary>
internal static class RefusalText
{
    /// <summary>The lines for standard error.</summary>
    public static IEnumerable<string> LinesOf(RefusalException refusal) => refusal switch
    {
        DataException data => LinesOf(data.Log),
        TooManyStrataException strata =>
            [string.Create(
                CultureInfo.InvariantCulture,
                $"{Tool.Name}: {strata.Wording.InOptions()}, more than the {TooManyStrataException.Most:N0} that are shown; "
                    + $"leave out the empty ones with --no-empty, or use bands.")],
        _ => [$"{Tool.Name}: {SentenceOf(refusal)}"],
    };

    /// <summary>The exit code of a run that ends with it.</summary>
    public static int ExitCodeOf(RefusalException refusal) => refusal.Refusal switch
    {
        Refusal.Request => ExitCode.Usage,
        Refusal.Data => ExitCode.Data,
        Refusal.Unreachable => ExitCode.Unreachable,
    };

    /// <summary>One sentence for a larger message: the first of several problems, and how many more there are.</summary>
    public static string SentenceOf(RefusalException refusal) =>
        refusal is DataException { Log: var log } && log.Errors - log.ErrorsKept[0].Count is > 0 and var more
            ? string.Create(CultureInfo.InvariantCulture, $"{FirstOf(refusal).TrimEnd('.')} (and {more} more)")
            : FirstOf(refusal);

    /// <summary>One sentence; of several problems, the first.</summary>
    public static string FirstOf(RefusalException refusal) => refusal switch
    {
        DataException data => LineOf(data.Log.ErrorsKept[0]),
        LonelyPsuException lonely => SentenceOf(lonely),
        StandardizationException standard => SentenceOf(standard),
        _ => refusal.Wording.InOptions(),
    };

    private static string SentenceOf(LonelyPsuException lonely)
    {
        var (code, strata) = (ProblemCodes.LonelyPsu, lonely.Strata.Count > 0);
        var units = strata ? [.. lonely.Strata.Select(name => name.Length == 0 ? "the only stratum" : $"'{name}'")] : lonely.Psus;
        var more = units.Count > ProblemLog.Shown
            ? string.Create(CultureInfo.InvariantCulture, $" and {units.Count - ProblemLog.Shown} more")
            : "";
        var found = strata ? $"a single PSU in {(units.Count == 1 ? "stratum" : "strata")}" : "a single unit of the second stage in";
        var names = string.Join(", ", units.Take(ProblemLog.Shown));
        return $"{code.Name}: found {found} {names}{more}; expected two or more. {code.Remedy.InOptions()}";
    }

    private static string SentenceOf(StandardizationException standard)
    {
        var code = standard.Fault switch
        {
            StandardizationFault.CutGroup => ProblemCodes.CutStandardGroup,
            StandardizationFault.OutsideStandard => ProblemCodes.OutsideStandard,
            StandardizationFault.MissingStrata => ProblemCodes.MissingStandardStrata,
            StandardizationFault.NoReferenceRate => ProblemCodes.NoReferenceRate,
        };
        return $"{code.Name}: {standard.Wording.InOptions()} {code.Remedy.InOptions()}";
    }

    private static string LineOf(Problem problem) => $"{problem.Place}: {problem.Code.Name}: {problem.Wording.InOptions()}";

    private static IEnumerable<string> LinesOf(ProblemLog log)
    {
        var shown = log.ErrorsKept;
        foreach (var problem in shown)
            yield return LineOf(problem);
        if (log.UntoldErrors > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"and {log.UntoldErrors} more; '{Tool.Name} check' shows all.");
    }
}
