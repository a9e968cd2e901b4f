using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>Standardized prevalences for people: the crude and the standardized one side by side, and what was standardized to.</summary>
/// <param name="answer">What was found.</param>
/// <param name="provenance">The provenance.</param>
/// <param name="per">The number of persons that prevalence is reported per: 100 for percent.</param>
internal sealed class StandardizedPage(StandardizedAnswer answer, Provenance provenance, int per)
{
    private readonly SharedFootnotes footnotes = new(answer, provenance);

    private bool HasDesign => answer.Design is not null;

    private bool ManyMethods => answer.Methods.Count > 1;

    private bool IsIndirect => answer.Question.Target is IndirectStandardization;

    private string Limits => answer.Question.Modelled ? "" : $" ({answer.Question.Level.InPercent}% CI)";

    /// <summary>Arranges the answer.</summary>
    public Table Arrange()
    {
        var rows = new EstimateRows<StandardizedEstimate>(answer.Estimates, estimate => estimate.Outcome, estimate => estimate.Stratum);
        return new Table
        {
            Name = "standardized",
            Title = $"{rows.Title}, standardized by {string.Join(", ", answer.Question.Over)} to {answer.Question.Target.Name}",
            Columns = [.. Columns()],
            Rows = [.. rows.With(estimate => estimate.Intervals.Select(interval => CellsOf(estimate, interval)))],
            Footnotes = [.. Footnotes()],
        };
    }

    private IEnumerable<Column> Columns()
    {
        var unit = per == 100 ? "%" : string.Create(CultureInfo.InvariantCulture, $"per {per}");
        yield return new Column("stratum", ColumnKind.Text, Heading: "");
        yield return new Column("fraction", ColumnKind.Fraction, Heading: "cases/n");
        if (ManyMethods)
            yield return new Column("method", ColumnKind.Text);
        yield return new Column("crude", ColumnKind.Interval, Heading: $"crude {unit}{Limits}");
        yield return new Column("prevalence", ColumnKind.Interval, Heading: $"standardized {unit}{Limits}");
        if (IsIndirect)
            yield return new Column("spr", ColumnKind.RatioInterval, Heading: $"O/E{Limits}");
        if (HasDesign)
            yield return new Column("se", ColumnKind.Share, Heading: "SE");
        if (answer.Question.Totals)
            yield return TotalColumns.ForPeople(answer.Question.Level.InPercent);
        if (answer.Notes.Count > 0)
            yield return new Column("note", ColumnKind.Text, Heading: "");
    }

    private IEnumerable<object?> CellsOf(StandardizedEstimate estimate, StandardizedInterval interval)
    {
        var first = interval == estimate.Intervals[0];
        yield return first ? EstimateRows<StandardizedEstimate>.LabelOf(estimate.Stratum) : null;
        yield return first ? new Fraction(estimate.Crude.Cases, estimate.Crude.Persons) : null;
        if (ManyMethods)
            yield return interval.Method.Name;
        yield return Cell(estimate.Crude.Prevalence, interval.Crude?.Lower, interval.Crude?.Upper);
        yield return Cell(estimate.Prevalence, interval.Interval?.Lower, interval.Interval?.Upper);
        if (IsIndirect)
            yield return Cell(estimate.Indirect?.Ratio, interval.Ratio?.Lower, interval.Ratio?.Upper);
        if (HasDesign)
            yield return first ? estimate.StandardError : "";
        if (answer.Question.Totals)
            yield return first ? TotalColumns.CellOf(estimate.Total) : "";
        if (answer.Notes.Count > 0)
            yield return footnotes.MarksOf(interval.Notes);
    }

    private static IntervalCell? Cell(double? estimate, double? lower, double? upper) =>
        estimate is { } known ? new IntervalCell(known, lower, upper) : null;

    private IEnumerable<string> Footnotes()
    {
        var titles = string.Join("; ", answer.Methods.Select(method => ManyMethods ? $"{method.Name}: {method.Title}" : method.Title));
        if (!answer.Question.Modelled)
            yield return $"CI: {answer.Question.Level.InPercent}% confidence interval, {titles}.";
        foreach (var sentence in StandardSentences.On(answer))
            yield return sentence;
        foreach (var sentence in footnotes.OnDesign.Concat(footnotes.Last))
            yield return sentence;
    }
}
