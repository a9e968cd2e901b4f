namespace BackPain.Stats.Definitions;

/// <summary>The time a prevalence is about: a point, a period that ends now, or a life so far (Porta, A Dictionary of Epidemiology, 6th ed., "prevalence").</summary>
public sealed record RecallPeriod
{
    private RecallPeriod(string type, RecallSpan? span) => (Type, Span) = (type, span);

    /// <summary>Ill now: point prevalence.</summary>
    public static RecallPeriod Point { get; } = new("point", null);

    /// <summary>Ever ill: lifetime prevalence.</summary>
    public static RecallPeriod Lifetime { get; } = new("lifetime", null);

    /// <summary>"point", "period" or "lifetime".</summary>
    public string Type { get; }

    /// <summary>How long the period is; nothing for point and lifetime.</summary>
    public RecallSpan? Span { get; }

    /// <summary>The ISO 8601 span of a period; empty for point and lifetime.</summary>
    public string Iso => Span?.ToString() ?? "";

    /// <summary>In words: "point", "3-month period", "lifetime".</summary>
    public string InWords => Span is { } span ? $"{span.InWords} period" : Type;

    /// <summary>Longer recall can only add cases: point before every period, periods by length, lifetime last.</summary>
    public double Reach => this == Point ? 0 : Span?.Days ?? double.PositiveInfinity;

    /// <summary>Ill at any time in the span that ends now: period prevalence.</summary>
    public static RecallPeriod Period(RecallSpan span) => new("period", span);

    /// <summary>Reads "point", "lifetime" or a span.</summary>
    public static bool TryParse(string text, out RecallPeriod? recall)
    {
        recall = text.Trim().ToLowerInvariant() switch
        {
            "point" => Point,
            "lifetime" => Lifetime,
            _ => RecallSpan.TryParse(text, out var span) ? Period(span) : null,
        };
        return recall is not null;
    }

    /// <summary>As it is typed and read back: "point", "P3M", "lifetime".</summary>
    public override string ToString() => Span?.ToString() ?? Type;
}
