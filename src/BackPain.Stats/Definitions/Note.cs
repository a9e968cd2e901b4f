namespace BackPain.Stats.Definitions;

/// <summary>Something a reader of one result has to know: a stable code for scripts and a sentence for people.</summary>
/// <param name="Code">A stable word with hyphens, as it stands in the output column <c>notes</c>.</param>
/// <param name="Text">The same as a sentence.</param>
public sealed record Note(string Code, string Text)
{
    /// <summary>Nobody was counted, so nothing can be estimated.</summary>
    public static readonly Note NoDenominator = new("no-denominator", "Nobody with a known answer is in this stratum, so there is nothing to estimate.");

    /// <summary>Nobody counted the cases, so there is no sampling error to give an interval for.</summary>
    public static readonly Note ModelledCounts = new("modelled-counts", "The cases were modelled and not counted, so a binomial interval would be a fiction; there is none.");

    /// <summary>The logit of 0 or 1 does not exist; the Clopper–Pearson interval stands in.</summary>
    public static readonly Note LogitUndefined = new("logit-undefined", "The logit is undefined at 0 and at n; the limits are those of Clopper and Pearson.");

    /// <summary>The Wald interval has no width at 0 and n.</summary>
    public static readonly Note DegenerateInterval = new("degenerate-interval", "The Wald interval has no width at 0 and at n, which is not certainty; use another method.");
}
