using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>A row of a picture of intervals: a heading, or a mark with its label.</summary>
/// <param name="Label">The label at its left.</param>
/// <param name="Depth">The indentation of the label.</param>
/// <param name="Mark">The mark; null for a heading.</param>
internal sealed record IntervalRow(string Label, int Depth, Mark? Mark)
{
    /// <summary>The rows for marks, with outcomes and breakdowns as headings.</summary>
    public static IReadOnlyList<IntervalRow> For(Chart chart)
    {
        var rows = new List<IntervalRow>();
        var depth = chart.HasSubjects ? 1 : 0;
        Mark? last = null;
        foreach (var mark in chart.Marks)
        {
            var isNewSubject = mark.Subject != last?.Subject;
            if (isNewSubject && depth > 0)
                rows.Add(new IntervalRow(mark.Subject, 0, null));
            if (mark.By.Length > 0 && (isNewSubject || mark.By != last?.By))
                rows.Add(new IntervalRow(mark.By, depth, null));
            var isSameStratum = !isNewSubject && last!.By == mark.By && last.Stratum.SequenceEqual(mark.Stratum);
            rows.Add(new IntervalRow(isSameStratum ? "" : mark.Who, depth + (mark.By.Length > 0 ? 1 : 0), mark));
            last = mark;
        }
        return rows;
    }
}
