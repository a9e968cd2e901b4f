using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>The unit of a span of time, by its ISO 8601 letter.</summary>
public enum SpanUnit
{
    /// <summary>Days, D.</summary>
    Days,

    /// <summary>Weeks, W.</summary>
    Weeks,

    /// <summary>Months, M.</summary>
    Months,

    /// <summary>Years, Y.</summary>
    Years,
}

/// <summary>How far back a question about a period looks: three months, one year.</summary>
/// <param name="Count">How many units, at least 1.</param>
/// <param name="Unit">Days, weeks, months or years.</param>
public readonly record struct RecallSpan(int Count, SpanUnit Unit)
{
    private const double DaysInYear = 365.25;

    /// <summary>The length in days; a month is a twelfth of 365.25 days. Only for putting spans in order.</summary>
    public double Days => Unit switch
    {
        SpanUnit.Days => Count,
        SpanUnit.Weeks => 7d * Count,
        SpanUnit.Months => DaysInYear * Count / 12,
        _ => DaysInYear * Count,
    };

    /// <summary>The span in words, before a noun: "3-month".</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Count}-{Unit.ToString().ToLowerInvariant()[..^1]}");

    /// <summary>Reads 7d, 4w, 3m, 12m, 1y, or the ISO 8601 forms P7D, P4W, P3M, P1Y.</summary>
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

    /// <summary>The span as ISO 8601 writes it, in the unit it was given in: P3M, P12M, P1Y.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P{Count}{"DWMY"[(int)Unit]}");
}
