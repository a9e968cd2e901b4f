using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>Who was read and who is not in the figures, in words, for footnotes.</summary>
/// <param name="provenance">The provenance.</param>
/// <param name="answer">What an analysis found.</param>
internal sealed class CountedSentences(Provenance provenance, ISurveyAnswer answer)
{
    private readonly bool hasManyOutcomes =
        answer.Counted.Domains.Select(domain => domain.Outcome).Distinct().Skip(1).Any();

    /// <summary>A sentence on everybody, and one for each group of persons who are left out.</summary>
    public IEnumerable<string> All
    {
        get
        {
            yield return Everybody();
            foreach (var group in answer.Counted.Attrition.GroupBy(entry => (entry.Step, entry.Outcome, entry.Stratification)))
                yield return provenance.Overlaps && group.Key.Step == AttritionStep.Outside
                    ? $"Not in these figures: {string.Join(", ", group.Select(entry => entry.Reason))}."
                    : Persons(
                        group.Sum(entry => entry.Persons),
                        $"{WhyOf(group.Key.Step, group.Key.Outcome, group.Key.Stratification)}{ReasonsOf(group.Key.Step, group)}.");
        }
    }

    private static string ReasonsOf(AttritionStep step, IEnumerable<Attrition> entries) =>
        step is AttritionStep.NotAsked or AttritionStep.ZeroWeight ? "" : $": {string.Join(", ", entries.Select(ReasonOf))}";

    private static string ReasonOf(Attrition entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(entry.Step == AttritionStep.StratumMissing ? $"{entry.Column} " : "")}{entry.Reason} ({entry.Persons})");

    private string Persons(long count, string kind) => $"{provenance.Unit.Of(count)} {kind}";

    private string Everybody()
    {
        var names = string.Join(", ", provenance.Inputs.Select(input => input.Name));
        return provenance.Overlaps
            ? $"{CountedUnit.Row.Of(provenance.Inputs.Sum(input => input.Rows))} in {names}, of populations that overlap: "
                + "their persons are not added up."
            : Persons(answer.Counted.Persons, $"in {names}.");
    }

    private string WhyOf(AttritionStep step, KeyColumn? outcome, Stratification? stratification) => step switch
    {
        AttritionStep.Outside => "not in these figures",
        AttritionStep.NotAsked => $"not asked about {outcome!.Name} ({outcome.Recall!.InWords})",
        AttritionStep.ZeroWeight => $"of weight 0 ({answer.Design!.Weight}): part of the design, but in no figure",
        AttritionStep.OutcomeMissing => $"without a known answer to {outcome!.Name}",
        AttritionStep.StratumMissing =>
            $"left out of {stratification}{(hasManyOutcomes ? $" for {outcome!.Name}" : "")}, stratum unknown",
    };
}
