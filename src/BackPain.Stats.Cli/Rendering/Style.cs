using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>How numbers are written for people, and what the output allows.</summary>
/// <param name="Digits">The number of decimals of a share.</param>
/// <param name="Per">The number of persons that a share is reported per: 100 for percent.</param>
/// <param name="Width">The number of characters in a line, or 0 for no limit.</param>
/// <param name="Color">Whether colours may be used.</param>
/// <param name="StandsAlone">Whether the result is a file of its own.</param>
public sealed record Style(int Digits = 1, int Per = 100, int Width = 0, bool Color = false, bool StandsAlone = false)
{
    private const double LargestInDecimals = 1e15;
    private const string Nothing = "–";

    /// <summary>Formats a cell for people.</summary>
    public string Text(object? cell, ColumnKind kind) => (cell, kind) switch
    {
        (null, ColumnKind.Text or ColumnKind.Fraction) => "",
        (null, _) => Nothing,
        (double share, ColumnKind.Share) => Share(share),
        (double number, ColumnKind.Ratio) => Ratio(number),
        (double number, ColumnKind.Interval) => Share(number),
        (double number, ColumnKind.RatioInterval) => Ratio(number),
        (double number, ColumnKind.Total or ColumnKind.TotalInterval) => number.ToString("N0", CultureInfo.InvariantCulture),
        (double p, ColumnKind.PValue) => PValueText.Of(p),
        (IntervalCell { Lower: < 0 and var lower, Upper: { } upper } interval, _) =>
            $"{Text(interval.Estimate, kind)} ({Text(lower, kind)} to {Text(upper, kind)})",
        (IntervalCell { Lower: { } lower, Upper: { } upper } interval, _) =>
            $"{Text(interval.Estimate, kind)} ({Text(lower, kind)}–{Text(upper, kind)})",
        (MeasureCell { Interval: { } interval } measured, _) => Text(interval, measured.Kind),
        (MeasureCell, _) => Nothing,
        (IntervalCell interval, _) => Text(interval.Estimate, kind),
        (Fraction fraction, _) => string.Create(CultureInfo.InvariantCulture, $"{fraction.Cases}/{fraction.Persons}"),
        (IReadOnlyList<Note> notes, _) => string.Join("; ", notes.Select(note => note.Code)),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };

    /// <summary>The unit of a share: "%", or "per 1000".</summary>
    public string Unit => Per == 100 ? "%" : string.Create(CultureInfo.InvariantCulture, $"per {Per}");

    /// <summary>The heading of a column for people, with the unit of a share.</summary>
    public string Heading(Column column) => (column.Heading ?? column.Name) + (column.Kind == ColumnKind.Share ? $" {Unit}" : "");

    /// <summary>The heading for the values of a chart: "weighted % (95% CI)".</summary>
    public string Heading(Chart chart) =>
        chart.Measure.Prefix + (chart.Measure.IsProportion ? Unit : "") + (chart.HasIntervals ? $" ({chart.Level.InPercent}% CI)" : "");

    private static string Ratio(double number) =>
        double.IsPositiveInfinity(number) ? "∞" : number.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>Formats a share rounded to its digits and without any sign, to be compared with figures printed elsewhere.</summary>
    public string RoundedText(double share) => Fixed(Rounded(share));

    /// <summary>
    /// Formats a share for people. A value that would round to 0 or 100% without being equal to it is written as &lt;0.1 or &gt;99.9.
    /// </summary>
    private string Share(double share)
    {
        // A standard error has no upper bound, but decimal has.
        if (Math.Abs(share) > LargestInDecimals)
            return (share * Per).ToString("0.###e+0", CultureInfo.InvariantCulture);
        var (rounded, unit) = (Rounded(share), new decimal(1, 0, 0, false, (byte)Digits));
        if (rounded == 0 && share > 0)
            return $"<{Fixed(unit)}";
        return rounded == Per && share < 1 ? $">{Fixed(Per - unit)}" : Fixed(rounded);
    }

    /// <summary>Rounds halves away from zero, in decimal arithmetic.</summary>
    private decimal Rounded(double share) => Math.Round((decimal)share * Per, Digits, MidpointRounding.AwayFromZero);

    private string Fixed(decimal number) => number.ToString($"F{Digits}", CultureInfo.InvariantCulture);
}
