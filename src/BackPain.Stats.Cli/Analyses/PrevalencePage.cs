using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>
/// Estimates for people: outcomes and breakdowns as headings, strata under them, and footnotes that account for everybody.
/// </summary>
/// <param name="answer">What was estimated.</param>
/// <param name="provenance">The provenance.</param>
/// <param name="per">The number of persons that prevalence is reported per: 100 for percent.</param>
internal sealed class PrevalencePage(PrevalenceAnswer answer, Provenance provenance, int per)
{
    private bool IsWeighted => answer.Design is not null;

    private bool ManyMethods => answer.Methods.Count > 1;

    /// <summary>Arranges the answer.</summary>
    public Table Arrange()
    {
        var outcomes = answer.Estimates.Select(estimate => estimate.Outcome).Distinct().ToList();
        var depth = outcomes.Count > 1 ? 1 : 0;
        return new Table
        {
            Name = "estimates",
            Title = outcomes is [var only] ? PrevalenceChart.TitleOf(only) : "Prevalence",
            Columns = [.. Columns()],
            Rows = [.. outcomes.SelectMany(outcome =>
                RowsOf(outcome, depth).Prepend(Row.Heading(PrevalenceChart.TitleOf(outcome), 0)).Skip(1 - depth))],
            Footnotes = [.. Footnotes()],
        };
    }

    private static string LabelOf(PrevalenceEstimate estimate) =>
        estimate.Stratum.Count == 0 ? "Overall" : string.Join(", ", estimate.Stratum.Select(level => level.Level));

    private string Persons(long count, string kind) => $"{provenance.Unit.Of(count)} {kind}";

    private string Everybody()
    {
        var names = string.Join(", ", provenance.Inputs.Select(input => input.Name));
        return provenance.Overlaps
            ? $"{CountedUnit.Row.Of(provenance.Inputs.Sum(input => input.Rows))} in {names}, of populations that overlap: "
                + "their persons are not added up."
            : Persons(answer.Counted.Persons, $"in {names}.");
    }

    private IEnumerable<Column> Columns()
    {
        yield return new Column("stratum", ColumnKind.Text, Heading: "");
        yield return new Column("fraction", ColumnKind.Fraction, Heading: "cases/n");
        if (ManyMethods)
            yield return new Column("method", ColumnKind.Text);
        yield return new Column(
            "prevalence",
            ColumnKind.Interval,
            Heading: (answer.Design is { Weight: not null } or { HasInferredWeights: true } ? "weighted " : "")
                + (per == 100 ? "%" : string.Create(CultureInfo.InvariantCulture, $"per {per}"))
                + (answer.Question.Modelled ? "" : $" ({answer.Question.Level.InPercent}% CI)"));
        if (IsWeighted)
        {
            yield return new Column("se", ColumnKind.Share, Heading: "SE");
            yield return new Column("deff", ColumnKind.Ratio);
        }
        if (answer.Question.ByNchsStandard)
            yield return new Column("n_star", ColumnKind.Ratio, Heading: "n*");
        if (answer.Question.ByNchsStandard)
            yield return new Column("action", ColumnKind.Text, Heading: "NCHS");
        if (answer.Notes.Count > 0)
            yield return new Column("note", ColumnKind.Text, Heading: "");
    }

    private IEnumerable<Row> RowsOf(KeyColumn outcome, int depth)
    {
        var lastBy = "";
        foreach (var estimate in answer.Estimates.Where(estimate => estimate.Outcome == outcome))
        {
            var by = string.Join(" × ", estimate.Stratum.Select(level => level.Column));
            if (by != lastBy)
                yield return Row.Heading(by, depth);
            lastBy = by;
            foreach (var interval in estimate.Intervals)
                yield return new Row([.. CellsOf(estimate, interval)], depth + (by.Length > 0 ? 1 : 0));
        }
    }

    private IEnumerable<object?> CellsOf(PrevalenceEstimate estimate, MethodInterval interval)
    {
        var first = interval == estimate.Intervals[0];
        yield return first ? LabelOf(estimate) : null;
        yield return first ? new Fraction(estimate.Cases, estimate.Persons) : null;
        if (ManyMethods)
            yield return interval.Method.Name;
        yield return estimate.Prevalence is { } prevalence
            ? new IntervalCell(prevalence, interval.Interval?.Lower, interval.Interval?.Upper)
            : null;
        if (IsWeighted)
        {
            yield return first ? estimate.Design?.StandardError : "";
            yield return first ? estimate.Design?.DesignEffect : "";
        }
        if (answer.Question.ByNchsStandard)
            yield return first ? estimate.Presentation!.Size : "";
        if (answer.Question.ByNchsStandard)
            yield return first ? TextOf(estimate.Presentation!) : null;
        if (answer.Notes.Count > 0)
            yield return string.Join(' ', interval.Notes.Select(MarkOf));
    }

    private static string TextOf(Presentation presentation) =>
        presentation.Action.ToString().ToLowerInvariant() + (presentation.Reason.Length == 0 ? "" : $" ({presentation.Reason})");

    private string MarkOf(Note note) => ((char)('a' + answer.Notes.ToList().IndexOf(note))).ToString();

    private IEnumerable<string> Footnotes()
    {
        var titles = string.Join("; ", answer.Methods.Select(method => ManyMethods ? $"{method.Name}: {method.Title}" : method.Title));
        if (!answer.Question.Modelled)
            yield return $"CI: {answer.Question.Level.InPercent}% confidence interval, {titles}.";
        if (answer.Design is { } design)
        {
            foreach (var sentence in DesignSentences.On(design))
                yield return sentence;
        }
        if (answer.Question.ByNchsStandard)
            yield return "NCHS: what the data presentation standards for proportions (Parker et al. 2017, Vital Health Stat 2(175)) "
                + "would do with the row. The width assessed is that of the 95% Korn–Graubard interval, with n* (at most n) "
                + "and the degrees of freedom of the design, whichever interval is shown. No row is omitted.";
        foreach (var note in answer.Notes)
            yield return $"{MarkOf(note)}: {note.Wording.InOptions()}";
        yield return Everybody();
        foreach (var group in answer.Counted.Attrition.GroupBy(entry => (entry.Step, entry.Outcome, entry.Stratification)))
            yield return provenance.Overlaps && group.Key.Step == AttritionStep.Outside
                ? $"Not in these figures: {string.Join(", ", group.Select(entry => entry.Reason))}."
                : Persons(
                    group.Sum(entry => entry.Persons),
                    $"{WhyOf(group.Key.Step, group.Key.Outcome, group.Key.Stratification)}{ReasonsOf(group.Key.Step, group)}.");
        foreach (var warning in provenance.Warnings)
            yield return warning.Wording.InOptions();
    }

    private bool HasManyOutcomes => answer.Estimates.Select(estimate => estimate.Outcome).Distinct().Skip(1).Any();

    private string WhyOf(AttritionStep step, KeyColumn? outcome, Stratification? stratification) => step switch
    {
        AttritionStep.Outside => "not in these figures",
        AttritionStep.NotAsked => $"not asked about {outcome!.Name} ({outcome.Recall!.InWords})",
        AttritionStep.ZeroWeight => $"of weight 0 ({answer.Design!.Weight}): part of the design, but in no figure",
        AttritionStep.OutcomeMissing => $"without a known answer to {outcome!.Name}",
        AttritionStep.StratumMissing =>
            $"left out of {stratification}{(HasManyOutcomes ? $" for {outcome!.Name}" : "")}, stratum unknown",
    };

    private static string ReasonsOf(AttritionStep step, IEnumerable<Attrition> entries) =>
        step is AttritionStep.NotAsked or AttritionStep.ZeroWeight ? "" : $": {string.Join(", ", entries.Select(ReasonOf))}";

    private static string ReasonOf(Attrition entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(entry.Step == AttritionStep.StratumMissing ? $"{entry.Column} " : "")}{entry.Reason} ({entry.Persons})");
}
