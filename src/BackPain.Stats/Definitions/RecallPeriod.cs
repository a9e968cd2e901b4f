namespace BackPain.Stats.Definitions;

/// <summary>
/// The time that a prevalence refers to: a point in time, a period that ends now, or the lifetime so far (Porta, A Dictionary of
/// Epidemiology, 6th ed., "prevalence").
/// </summary>
public sealed record RecallPeriod
{
    private RecallPeriod(string type, RecallSpan? span) => (Type, Span) = (type, span);

    /// <summary>Point prevalence: the condition is present now.</summary>
    public static RecallPeriod Point { get; } = new("point", null);

    /// <summary>Lifetime prevalence: the condition has ever been present.</summary>
    public static RecallPeriod Lifetime { get; } = new("lifetime", null);

    /// <summary>"point", "period" or "lifetime".</summary>
    public string Type { get; }

    /// <summary>The length of the period; null for point and lifetime.</summary>
    public RecallSpan? Span { get; }

    /// <summary>The length of the period in ISO 8601 format; empty for point and lifetime.</summary>
    public string Iso => Span?.ToString() ?? "";

    /// <summary>The recall period in words: "point", "3-month period", "lifetime".</summary>
    public string InWords => Span is { } span ? $"{span.InWords} period" : Type;

    /// <summary>
    /// A sort key by which longer recall, which can only add cases, comes later: 0 for point, days for a period, infinity for lifetime.
    /// </summary>
    public double Reach => this == Point ? 0 : Span?.Days ?? double.PositiveInfinity;

    /// <summary>Creates a period prevalence: the condition was present at any time in the span that ends now.</summary>
    public static RecallPeriod Period(RecallSpan span) => new("period", span);

    /// <summary>Parses "point", "lifetime" or a span such as 3m or P3M.</summary>
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

    /// <summary>Returns a form that <see cref="TryParse"/> accepts: "point", "P3M", "lifetime".</summary>
    public override string ToString() => Span?.ToString() ?? Type;
}
