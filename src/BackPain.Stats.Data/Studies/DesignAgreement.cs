using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Studies;

/// <summary>Whether files that are to be one study have one sampling design, and strata enough PSUs.</summary>
internal static class DesignAgreement
{
    /// <summary>Refuses files of different designs.</summary>
    /// <exception cref="RequestException">They do not have the same design.</exception>
    public static void Require(IReadOnlyList<Tabulation> parts)
    {
        var first = DesignOf(parts[0]);
        if (parts.Select(DesignOf).FirstOrDefault(design => design != first) is { } other)
        {
            throw new RequestException(
                $"the files have different sampling designs ({first}; {other}), so they are not one study; "
                + $"name the same columns for all of them, or read them one by one.");
        }
    }

    /// <summary>Refuses finite populations that do not fit the sample, and lists lonely units where oddities are sought.</summary>
    /// <param name="whole">All files together.</param>
    /// <param name="file">The file of which lonely units are told.</param>
    /// <param name="placeOf">Returns where something wrong is.</param>
    /// <param name="log">Where problems go.</param>
    /// <exception cref="DataException">The finite populations do not fit the sample.</exception>
    public static void RequireFrame(
        Tabulation whole, string file, Func<SamplingDesignException, (string File, long Line)> placeOf, ProblemLog log)
    {
        var seeksLonely = log.SeeksOddities && whole.HasDesign && whole.Weighting is not { Replicates.Count: > 0 };
        if (!seeksLonely && whole.Columns.Find(KeyRole.Fpc) is null)
            return;
        try
        {
            var frame = new SamplingFrame(whole);
            if (seeksLonely)
                TellLonely(frame, file, log);
        }
        catch (SamplingDesignException error)
        {
            var (wrongFile, line) = placeOf(error);
            log.Add(new Problem(wrongFile, line, ProblemCodes.BadFpc, error.Found, error.Expected));
            log.ThrowIfErrors();
        }
    }

    /// <summary>Lists the strata with a single PSU, and the PSUs with a single unit of the second stage.</summary>
    private static void TellLonely(SamplingFrame frame, string file, ProblemLog log)
    {
        foreach (var stratum in frame.Strata.Where(stratum => stratum.IsLonely))
            Tell($"found a single {(frame.HasPsus ? "PSU" : "person")}{(frame.HasStrata ? $" in stratum '{stratum.Name}'" : "")}");
        foreach (var psu in frame.Second?.Lonely ?? [])
            Tell($"found a single {(frame.Second!.HasSsus ? "SSU" : "person")} in {psu}");

        void Tell(string found) => log.Add(new Problem(file, 1, ProblemCodes.LonelyPsu, found, "expected two or more"));
    }

    private static string DesignOf(Tabulation part) =>
        !part.HasDesign ? "none"
        : string.Join(
            ", ",
            part.Columns.Design.Select(entry => TabulationFormat.HeaderOf(entry.Key))
                .Append(TabulationFormat.HeadersOf(part.Weighting).SumW)
                .Concat((part.Weighting?.Replicates ?? []).Select(TabulationFormat.HeaderOf)));
}
