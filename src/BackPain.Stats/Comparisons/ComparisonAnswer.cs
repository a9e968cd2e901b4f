using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>The comparisons that answer a question, and who is not included in them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Sets">The groups that were compared, by outcome and stratum.</param>
/// <param name="Rows">The comparisons and tests, in the order of the sets.</param>
/// <param name="Counted">Who is in which group, and who is in none.</param>
/// <param name="Design">The sampling design; null for a simple random sample.</param>
public sealed record ComparisonAnswer(
    ComparisonQuestion Question,
    IReadOnlyList<GroupSet> Sets,
    IReadOnlyList<ComparisonRow> Rows,
    DomainAnswer Counted,
    DesignSummary? Design)
    : ISurveyAnswer
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; } = [.. Rows.SelectMany(row => row.Notes).Distinct()];

    /// <summary>Compares the groups of a tabulation.</summary>
    /// <exception cref="UnknownReferenceException">No group is the reference.</exception>
    /// <exception cref="TooManyStrataException">There are too many groups or strata.</exception>
    /// <exception cref="LonelyPsuException">A design stratum has a single PSU, and no policy for such strata was chosen.</exception>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    public static ComparisonAnswer To(ComparisonQuestion question, Tabulation tabulation)
    {
        tabulation = InferredWeights.In(tabulation);
        var variance = tabulation.HasDesign ? SurveyVariance.Of(tabulation, question.Survey) : null;
        var counted = DomainAnswer.To(question with { Overall = false, EmptyStrata = true }, tabulation);
        var sets = GroupSet.In(counted, question);
        var adjuster = question.Adjustment is null ? null : new Adjuster(question, tabulation);
        if (adjuster is not null)
            counted = counted with { Attrition = [.. counted.Attrition, .. adjuster.Attrition] };
        var rows = variance is null
            ? RowsWithoutDesign(question, sets, adjuster)
            : sets.SelectMany(new DesignComparer(question, tabulation, variance).Compare);
        return new ComparisonAnswer(
            question, sets, [.. rows], counted, variance is null ? null : new DesignSummary(tabulation, variance, question.Survey));
    }

    private static IEnumerable<ComparisonRow> RowsWithoutDesign(
        ComparisonQuestion question, IReadOnlyList<GroupSet> sets, Adjuster? adjuster)
    {
        var (crude, trend) = (new SimpleComparer(question), new TrendComparer(question));
        return sets.SelectMany(set => crude.Compare(set)
            .Concat(adjuster?.Compare(set) ?? [])
            .Concat(question.Scores is null ? [] : trend.Compare(set)));
    }
}
