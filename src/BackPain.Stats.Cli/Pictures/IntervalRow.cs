namespace BackPain.Stats.Cli.Pictures;

/// <summary>A line of a picture of intervals: a heading, or a mark and what names it.</summary>
/// <param name="Label">What stands at its left.</param>
/// <param name="Depth">How far that is set in.</param>
/// <param name="Mark">The mark; nothing for a heading.</param>
internal sealed record IntervalRow(string Label, int Depth, Mark? Mark)
{
    /// <summary>The lines for marks: outcomes and breakdowns as headings, each once.</summary>
    public static IReadOnlyList<IntervalRow> For(IReadOnlyList<Mark> marks)
    {
        var rows = new List<IntervalRow>();
        var depth = marks.Any(mark => mark.Outcome != marks[0].Outcome) ? 1 : 0;
        Mark? last = null;
        foreach (var mark in marks)
        {
            var isNewOutcome = mark.Outcome != last?.Outcome;
            if (isNewOutcome && depth > 0)
                rows.Add(new IntervalRow(mark.Outcome, 0, null));
            if (mark.By.Length > 0 && (isNewOutcome || mark.By != last?.By))
                rows.Add(new IntervalRow(mark.By, depth, null));
            var isSameStratum = !isNewOutcome && last!.By == mark.By && last.Stratum.SequenceEqual(mark.Stratum);
            rows.Add(new IntervalRow(isSameStratum ? "" : mark.Who, depth + (mark.By.Length > 0 ? 1 : 0), mark));
            last = mark;
        }
        return rows;
    }
}
