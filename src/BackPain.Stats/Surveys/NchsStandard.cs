using BackPain.Stats.Intervals;

namespace BackPain.Stats.Surveys;

/// <summary>What to do with a proportion according to the presentation standard.</summary>
public enum PresentationAction
{
    /// <summary>Present it.</summary>
    Present,

    /// <summary>Present it, with a footnote that its complement is unreliable.</summary>
    Footnote,

    /// <summary>A statistician must review it first.</summary>
    Review,

    /// <summary>Do not publish it.</summary>
    Suppress,
}

/// <summary>The verdict of the standard on one proportion. The row is shown in any case.</summary>
/// <param name="Width">The width of the 95 % interval of Korn and Graubard, as a proportion; null if there is none.</param>
/// <param name="RelativeWidth">That width divided by the proportion; null at 0.</param>
/// <param name="Action">What to do.</param>
/// <param name="Reason">Why, as a code; empty if it can be presented.</param>
/// <param name="Size">n*, the size of the sample behind that interval; null if there is no interval, and in a census.</param>
public sealed record Presentation(double? Width, double? RelativeWidth, PresentationAction Action, string Reason, double? Size = null);

/// <summary>The evidence by which the standard judges a proportion.</summary>
/// <param name="P">The proportion, from 0 to 1; null if there is none.</param>
/// <param name="Persons">n, the unweighted number of persons.</param>
/// <param name="EffectiveSize">n_eff; null if unknown.</param>
/// <param name="Size">n*, at most n; null if unknown.</param>
/// <param name="DegreesOfFreedom">Those of the design in the domain; infinite for a simple random sample, null if unknown.</param>
/// <param name="Interval">The 95 % interval of Korn and Graubard; null if there is none.</param>
public sealed record NchsEvidence(
    double? P,
    long Persons,
    double? EffectiveSize,
    double? Size,
    double? DegreesOfFreedom,
    ConfidenceInterval? Interval)
{
    /// <summary>Whether the variance inside PSUs is missing from that interval, so that it is too narrow.</summary>
    public bool LacksVarianceInsidePsus { get; init; }

    /// <summary>The width of the interval, as a proportion.</summary>
    public double? Width => Interval is { } interval ? interval.Upper - interval.Lower : null;
}

/// <summary>The NCHS data presentation standards for proportions.</summary>
/// <remarks>
/// Parker JD et al. (2017). National Center for Health Statistics data presentation standards for proportions. Vital Health Stat 2(175).
/// </remarks>
public static class NchsStandard
{
    private const double FewestPersons = 30;
    private const double WidestInterval = 0.30;
    private const double NarrowInterval = 0.05;
    private const double WidestRelatively = 1.30;
    private const double FewestDegreesOfFreedom = 8;

    /// <summary>Judges a proportion. The rules are applied in this order.</summary>
    public static Presentation Judge(NchsEvidence evidence)
    {
        var (p, width) = (evidence.P, evidence.Width);
        var relative = p > 0 ? width / p : null;
        var (action, reason) = (p, width) switch
        {
            _ when evidence.Persons < FewestPersons || evidence.EffectiveSize < FewestPersons =>
                (PresentationAction.Suppress, "sample-size"),
            (null, _) or (_, null) => (PresentationAction.Suppress, "no-interval"),
            (_, >= WidestInterval) => (PresentationAction.Suppress, "ci-width"),
            (_, > NarrowInterval) when relative > WidestRelatively => (PresentationAction.Suppress, "relative-width"),
            (0 or 1, _) => (PresentationAction.Review, "zero-or-all"),
            _ when evidence.DegreesOfFreedom is null or < FewestDegreesOfFreedom => (PresentationAction.Review, "degrees-of-freedom"),
            _ when evidence.LacksVarianceInsidePsus => (PresentationAction.Review, "variance-inside-psus"),
            (_, > NarrowInterval) when width / (1 - p) > WidestRelatively => (PresentationAction.Footnote, "complement-relative-width"),
            _ => (PresentationAction.Present, ""),
        };
        return new Presentation(width, relative, action, reason, evidence.Size);
    }
}
