using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>The unit of a span of time.</summary>
public enum SpanUnit
{
    /// <summary>Days, ISO 8601 designator D.</summary>
    Days,

    /// <summary>Weeks, ISO 8601 designator W.</summary>
    Weeks,

    /// <summary>Months, ISO 8601 designator M.</summary>
    Months,

    /// <summary>Years, ISO 8601 designator Y.</summary>
    Years,
}

/// <summary>The length of a recall period, such as three months or one year.</summary>
/// <param name="Count">The number of units, at least 1.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct RecallSpan(int Count, SpanUnit Unit)
{
    private const double DaysInYear = 365.25;

    /// <summary>The approximate length in days, used only to order spans; a month is a twelfth of 365.25 days.</summary>
    public double Days => Unit switch
    {
        SpanUnit.Days => Count,
        SpanUnit.Weeks => 7d * Count,
        SpanUnit.Months => DaysInYear * Count / 12,
        SpanUnit.Years => DaysInYear * Count,
    };

    /// <summary>The span as an adjective: "3-month".</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Count}-{Unit.ToString().ToLowerInvariant()[..^1]}");

    /// <summary>Parses 7d, 4w, 3m, 12m, 1y, or the ISO 8601 forms P7D, P4W, P3M, P1Y.</summary>
    public static bool TryParse(string text, out RecallSpan span)
    {
        span = default;
        var body = text.AsSpan().Trim();
        if (body.Length > 0 && body[0] is 'P' or 'p')
            body = body[1..];
        if (body.Length < 2 || !int.TryParse(body[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            return false;
        var unit = "dwmy".IndexOf(char.ToLowerInvariant(body[^1]), StringComparison.Ordinal);
        span = new RecallSpan(count, (SpanUnit)unit);
        return unit >= 0;
    }

    /// <summary>Returns the span in ISO 8601 format and in its own unit: P3M, P12M, P1Y.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P{Count}{"DWMY"[(int)Unit]}");
}
