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

    /// <summary>Lists the strata with a single PSU, and the PSUs with a single unit of the second stage.</summary>
    public static void TellLonely(SamplingFrame frame, string file, ProblemLog log)
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
