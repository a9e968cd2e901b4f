using System.Globalization;
using BackPain.Stats.Populations;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>What was standardized to, in words, for footnotes.</summary>
internal static class StandardSentences
{
    private const int MostStrata = 24;

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> On(StandardizedAnswer answer)
    {
        yield return "Crude: of the same persons, without standardization.";
        if (answer.Question.Target is DirectStandardization(var standard))
        {
            var title = standard.Title.Length == 0 ? "" : $" ({standard.Title})";
            foreach (var shares in answer.Parts.Values.Select(SharesOf).Distinct(StringComparer.Ordinal))
                yield return $"Standard: {standard.Name}{title}, with {shares}.";
            if (answer.Question.ByNchsStandardErrors)
                yield return "The effective size is n over the design effect among the strata of the standard, as the macro of NCHS "
                    + "computes it.";
            yield break;
        }
        var name = answer.Question.Target.Name;
        yield return "O/E: observed cases over those expected if every stratum had the prevalence of the reference "
            + $"({(name == IndirectStandardization.Overall ? "everybody in the data" : name)}); "
            + "standardized: O/E times the crude prevalence of the reference.";
    }

    private static string SharesOf(StandardPart part)
    {
        var shown = part.Strata.Take(MostStrata).Select(stratum =>
            string.Create(CultureInfo.InvariantCulture, $"{stratum.Name} {100 * stratum.Share:0.0} %"));
        var more = part.Strata.Count - MostStrata;
        return string.Join("; ", shown) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {more} more") : "");
    }
}
