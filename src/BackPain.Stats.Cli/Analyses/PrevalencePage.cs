using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Estimation;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>
/// Estimates for people: outcomes and breakdowns as headings, strata under them, and footnotes that account for everybody.
/// </summary>
/// <param name="answer">What was estimated.</param>
/// <param name="provenance">The provenance.</param>
/// <param name="per">The number of persons that prevalence is reported per: 100 for percent.</param>
internal sealed class PrevalencePage(PrevalenceAnswer answer, Provenance provenance, int per)
{
    private readonly SharedFootnotes footnotes = new(answer, provenance);

    private bool IsWeighted => answer.Design is not null;

    private bool ManyMethods => answer.Methods.Count > 1;

    /// <summary>Arranges the answer.</summary>
    public Table Arrange()
    {
        var rows = new EstimateRows<PrevalenceEstimate>(answer.Estimates, estimate => estimate.Outcome, estimate => estimate.Stratum);
        return new Table
        {
            Name = "estimates",
            Title = rows.Title,
            Columns = [.. Columns()],
            Rows = [.. rows.With(estimate => estimate.Intervals.Select(interval => CellsOf(estimate, interval)))],
            Footnotes = [.. Footnotes()],
        };
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
        if (answer.Question.Totals)
            yield return TotalColumns.ForPeople(answer.Question.Level.InPercent);
        if (answer.Question.ByNchsStandard)
            yield return new Column("n_star", ColumnKind.Ratio, Heading: "n*");
        if (answer.Question.ByNchsStandard)
            yield return new Column("action", ColumnKind.Text, Heading: "NCHS");
        if (answer.Notes.Count > 0)
            yield return new Column("note", ColumnKind.Text, Heading: "");
    }

    private IEnumerable<object?> CellsOf(PrevalenceEstimate estimate, MethodInterval interval)
    {
        var first = interval == estimate.Intervals[0];
        yield return first ? EstimateRows<PrevalenceEstimate>.LabelOf(estimate.Stratum) : null;
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
        if (answer.Question.Totals)
            yield return first ? TotalColumns.CellOf(estimate.Total) : "";
        if (answer.Question.ByNchsStandard)
            yield return first ? estimate.Presentation!.Size : "";
        if (answer.Question.ByNchsStandard)
            yield return first ? TextOf(estimate.Presentation!) : null;
        if (answer.Notes.Count > 0)
            yield return footnotes.MarksOf(interval.Notes);
    }

    private static string TextOf(Presentation presentation) =>
        presentation.Action.ToString().ToLowerInvariant() + (presentation.Reason.Length == 0 ? "" : $" ({presentation.Reason})");

    private IEnumerable<string> Footnotes()
    {
        var titles = string.Join("; ", answer.Methods.Select(method => ManyMethods ? $"{method.Name}: {method.Title}" : method.Title));
        if (!answer.Question.Modelled)
            yield return $"CI: {answer.Question.Level.InPercent}% confidence interval, {titles}.";
        foreach (var sentence in footnotes.OnDesign)
            yield return sentence;
        if (answer.Question.ByNchsStandard)
            yield return "NCHS: what the data presentation standards for proportions (Parker et al. 2017, Vital Health Stat 2(175)) "
                + "would do with the row. The width assessed is that of the 95% Korn–Graubard interval, with n* (at most n) "
                + "and the degrees of freedom of the design, whichever interval is shown. No row is omitted.";
        foreach (var sentence in footnotes.Last)
            yield return sentence;
    }
}
