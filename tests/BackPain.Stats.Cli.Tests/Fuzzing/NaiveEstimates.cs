using System.Globalization;
using System.Text.Json;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>Estimates from what the persons of a survey are known to be, by the formulas of the books and nothing else.</summary>
/// <param name="survey">The survey.</param>
/// <param name="design">Its design.</param>
internal sealed class NaiveEstimates(FuzzedSurvey survey, FuzzedDesign design)
{
    private const double Digits = 1e-9;

    private static readonly string[] Outcomes = ["now", "year", "ever"];

    /// <summary>How the answer of the program differs; null if it does not.</summary>
    public string? Difference(FuzzedRun run)
    {
        if (run.ExitCode != ExitCode.Done)
            return run.Error;
        var shown = run.Estimates.Select(row => row.GetProperty("strata").TryGetProperty("group", out var level) ? level.GetString() : null).ToHashSet();
        var absent = survey.Persons.Where(IsAsked).Select(person => person.Group).FirstOrDefault(level => level is not null && !shown.Contains(level));
        return absent is null ? run.Estimates.Select(Difference).FirstOrDefault(difference => difference is not null) : $"no row for '{absent}'";
    }

    private string? Difference(JsonElement row)
    {
        var outcome = Array.IndexOf(Outcomes, row.GetProperty("outcome").GetString());
        var strata = row.GetProperty("strata").EnumerateObject().ToDictionary(level => level.Name, level => level.Value.GetString(), StringComparer.Ordinal);
        var domain = survey.Persons.Where(IsAsked).Where(person => strata.All(level => LevelOf(person, level.Key) == level.Value)).ToList();
        var answered = domain.Where(person => person.Answers[outcome] is not null).ToHashSet(ReferenceEqualityComparer.Instance);
        var cases = domain.Count(person => person.Answers[outcome] == true);
        var counted = $"{row.GetProperty("cases")}/{row.GetProperty("n")}, {row.GetProperty("missing")} missing";
        var expected = string.Create(CultureInfo.InvariantCulture, $"{cases}/{answered.Count}, {domain.Count - answered.Count} missing");
        if (counted != expected)
            return $"{row.GetProperty("outcome")} {row.GetProperty("strata")}: {counted} is not {expected}";
        if (answered.Count == 0)
            return null;
        double Share(Func<FuzzedPerson, double> weight) => survey.Persons.Where(answered.Contains).Sum(person => person.Answers[outcome] == true ? weight(person) : 0) / survey.Persons.Where(answered.Contains).Sum(weight);
        var p = Share(person => person.Weight);
        if (!IsNear(p, row.GetProperty("prevalence")))
            return $"{row.GetProperty("outcome")} {row.GetProperty("strata")}: {row.GetProperty("prevalence")} is not {p}";
        // Of a share of 0 or 1 no variance can be estimated.
        if (design == FuzzedDesign.None || cases == 0 || cases == answered.Count)
            return null;
        var se = Math.Sqrt(design == FuzzedDesign.Replicates ? ByReplicates(p, Share) : Linearized(p, outcome, answered));
        // Where every unit says the same, nothing is estimated but the rounding.
        var isKnown = se > 1e-12 || row.GetProperty("se").ValueKind == JsonValueKind.Number;
        return !isKnown || IsNear(se, row.GetProperty("se")) ? null : $"{row.GetProperty("outcome")} {row.GetProperty("strata")}: se {row.GetProperty("se")} is not {se}";
    }

    private bool IsAsked(FuzzedPerson person) => !survey.OnlyAdults || person.Age >= 18;

    private static string? LevelOf(FuzzedPerson person, string column) => column == "group" ? person.Group : person.Age is { } age ? FuzzedSurvey.BandOf(age) : null;

    /// <summary>JK1, about the estimate itself (Wolter 2007, section 4.2); a replicate that has nobody of the domain says nothing.</summary>
    private double ByReplicates(double p, Func<Func<FuzzedPerson, double>, double> share)
    {
        var count = survey.Persons[0].Replicates.Count;
        var estimates = Enumerable.Range(0, count).Select(r => share(person => person.Replicates[r])).Where(estimate => !double.IsNaN(estimate));
        return (count - 1d) / count * estimates.Sum(estimate => (estimate - p) * (estimate - p));
    }

    /// <summary>The ratio linearized, between PSUs within strata, with the finite population correction of the first stage (Särndal, Swensson and Wretman 1992, section 5.7; Wolter 2007, section 6.5).</summary>
    private double Linearized(double p, int outcome, HashSet<object?> answered)
    {
        var total = survey.Persons.Where(answered.Contains).Sum(person => person.Weight);
        var hasSizes = survey.Columns.Contains("N");
        return survey.Persons.GroupBy(person => person.Area, StringComparer.Ordinal).Sum(stratum =>
        {
            var scores = stratum.GroupBy(person => person.Psu).Select(psu => psu.Where(answered.Contains).Sum(person => person.Weight * ((person.Answers[outcome] == true ? 1 : 0) - p) / total)).ToList();
            var mean = scores.Average();
            return (hasSizes ? 1 - ((double)scores.Count / survey.Sizes[stratum.Key]) : 1) * scores.Count / (scores.Count - 1d) * scores.Sum(score => (score - mean) * (score - mean));
        });
    }

    private static bool IsNear(double expected, JsonElement found) =>
        found.ValueKind == JsonValueKind.Number && Math.Abs(found.GetDouble() - expected) <= (Digits * expected) + 1e-15;
}
