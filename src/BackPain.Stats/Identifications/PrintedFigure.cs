namespace BackPain.Stats.Identifications;

/// <summary>A published figure: an estimate as printed, with or without an interval.</summary>
public sealed record PrintedFigure
{
    private PrintedFigure(PrintedNumber estimate, PrintedInterval? interval) => (Estimate, Interval) = (estimate, interval);

    /// <summary>The estimate as printed.</summary>
    public PrintedNumber Estimate { get; }

    /// <summary>The interval, in the unit of the estimate; null if none was printed.</summary>
    public PrintedInterval? Interval { get; }

    /// <summary>Combines an estimate and an interval, interpreting the limits in the unit of the estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="interval">The interval, with each limit in the unit that it shows itself; null if none was printed.</param>
    /// <param name="figure">The figure, or null if the estimate and the interval are inconsistent.</param>
    /// <param name="problem">If they are inconsistent, why, as a sentence without a full stop; otherwise null.</param>
    public static bool TryMake(PrintedNumber estimate, PrintedInterval? interval, out PrintedFigure? figure, out string? problem)
    {
        (figure, problem) = (null, null);
        var limits = interval is null ? null : new PrintedInterval(
            interval.Lower with { IsPercent = estimate.IsPercent },
            interval.Upper with { IsPercent = estimate.IsPercent });
        if (interval is not null && !estimate.IsPercent && (interval.Lower.IsPercent || interval.Upper.IsPercent))
        {
            problem = $"{estimate} is a proportion, because it has no % sign and is not above 1, but {interval} are percentages; "
                + $"write {estimate.Text}%, or give the limits as proportions";
        }
        else if (limits is not null && limits.Lower.From >= limits.Upper.To)
            problem = $"the lower limit {limits.Lower} is above the upper limit {limits.Upper}";
        else if (limits is not null && (estimate.To <= limits.Lower.From || estimate.From >= limits.Upper.To))
            problem = $"{estimate} lies outside its limits, {limits}";
        else
            figure = new PrintedFigure(estimate, limits);
        return figure is not null;
    }

    /// <summary>Returns the figure as printed: 25.6 % (23.6–27.5).</summary>
    public override string ToString() => Interval is null ? $"{Estimate}" : $"{Estimate} ({Interval})";
}
