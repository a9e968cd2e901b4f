using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Standardization;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>Standardized prevalences for people: the crude and the standardized one side by side, and what was standardized to.</summary>
/// <param name="answer">What was found.</param>
/// <param name="provenance">The provenance.</param>
/// <param name="per">The number of persons that prevalence is reported per: 100 for percent.</param>
internal sealed class StandardizedPage(StandardizedAnswer answer, Provenance provenance, int per)
{
    private bool HasDesign => answer.Design is not null;

    private bool ManyMethods => answer.Methods.Count > 1;

    private bool IsIndirect => answer.Question.Target is IndirectStandardization;

    private string Limits => answer.Question.Modelled ? "" : $" ({answer.Question.Level.InPercent}% CI)";

    /// <summary>Arranges the answer.</summary>
    public Table Arrange()
    {
        var outcomes = answer.Estimates.Select(estimate => estimate.Outcome).Distinct().ToList();
        var depth = outcomes.Count > 1 ? 1 : 0;
        return new Table
        {
            Name = "standardized",
            Title = $"{(outcomes is [var only] ? PrevalenceChart.TitleOf(only) : "Prevalence")}, standardized by "
                + $"{string.Join(", ", answer.Question.Over)} to {answer.Question.Target.Name}",
            Columns = [.. Columns()],
            Rows = [.. outcomes.SelectMany(outcome =>
                RowsOf(outcome, depth).Prepend(Row.Heading(PrevalenceChart.TitleOf(outcome), 0)).Skip(1 - depth))],
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

    private IEnumerable<object?> CellsOf(StandardizedEstimate estimate, StandardizedInterval interval)
    {
        var first = interval == estimate.Intervals[0];
        var name = estimate.Stratum.Count == 0 ? "Overall" : string.Join(", ", estimate.Stratum.Select(level => level.Level));
        yield return first ? name : null;
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
            yield return string.Join(' ', interval.Notes.Select(MarkOf));
    }

    private static IntervalCell? Cell(double? estimate, double? lower, double? upper) =>
        estimate is { } known ? new IntervalCell(known, lower, upper) : null;

    private string MarkOf(Note note) => ((char)('a' + answer.Notes.ToList().IndexOf(note))).ToString();

    private IEnumerable<string> Footnotes()
    {
        var titles = string.Join("; ", answer.Methods.Select(method => ManyMethods ? $"{method.Name}: {method.Title}" : method.Title));
        if (!answer.Question.Modelled)
            yield return $"CI: {answer.Question.Level.InPercent}% confidence interval, {titles}.";
        foreach (var sentence in StandardSentences.On(answer))
            yield return sentence;
        if (answer.Design is { } design)
        {
            foreach (var sentence in DesignSentences.On(design))
                yield return sentence;
        }
        foreach (var note in answer.Notes)
            yield return $"{MarkOf(note)}: {note.Wording.InOptions()}";
        foreach (var sentence in new CountedSentences(provenance, answer).All)
            yield return sentence;
        foreach (var warning in provenance.Warnings)
            yield return warning.Wording.InOptions();
    }
}
