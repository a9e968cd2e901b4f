namespace BackPain.Stats.Surveys;

/// <summary>What the presentation standard says is to be done with a proportion.</summary>
public enum PresentationAction
{
    /// <summary>Present it.</summary>
    Present,

    /// <summary>Present it, with a footnote that its complement is unreliable.</summary>
    Footnote,

    /// <summary>A statistician has to look at it first.</summary>
    Review,

    /// <summary>Do not publish it.</summary>
    Suppress,
}

/// <summary>What the standard says of one proportion. The row stays, whatever it says.</summary>
/// <param name="Width">The width of the 95 % interval of Korn and Graubard, as a proportion; nothing where there is none.</param>
/// <param name="RelativeWidth">That width over the proportion; nothing at 0.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Reason">Why, as a code; empty where it can be presented.</param>
public sealed record Presentation(double? Width, double? RelativeWidth, PresentationAction Action, string Reason);

/// <summary>The NCHS data presentation standards for proportions.</summary>
/// <remarks>Parker JD et al. (2017). National Center for Health Statistics data presentation standards for proportions. Vital Health Stat 2(175).</remarks>
public static class NchsStandard
{
    private const double FewestPersons = 30;
    private const double WidestInterval = 0.30;
    private const double NarrowInterval = 0.05;
    private const double WidestRelatively = 1.30;
    private const double FewestDegreesOfFreedom = 8;

    /// <summary>Judges a proportion. The rules are asked in this order.</summary>
    /// <param name="p">The proportion, from 0 to 1; nothing where there is none.</param>
    /// <param name="n">Persons, unweighted.</param>
    /// <param name="effectiveSize">n_eff; nothing where it cannot be told.</param>
    /// <param name="degreesOfFreedom">Of its variance; infinite for a simple random sample, nothing where they cannot be told.</param>
    /// <param name="width">The width of the 95 % interval of Korn and Graubard; nothing where there is none.</param>
    public static Presentation Judge(double? p, long n, double? effectiveSize, double? degreesOfFreedom, double? width)
    {
        var relative = p > 0 ? width / p : null;
        var (action, reason) = (p, width) switch
        {
            _ when n < FewestPersons || effectiveSize < FewestPersons => (PresentationAction.Suppress, "sample-size"),
            (null, _) or (_, null) => (PresentationAction.Suppress, "no-interval"),
            (_, >= WidestInterval) => (PresentationAction.Suppress, "ci-width"),
            (_, > NarrowInterval) when relative > WidestRelatively => (PresentationAction.Suppress, "relative-width"),
            (0 or 1, _) => (PresentationAction.Review, "zero-or-all"),
            _ when degreesOfFreedom is null or < FewestDegreesOfFreedom => (PresentationAction.Review, "degrees-of-freedom"),
            (_, > NarrowInterval) when width / (1 - p) > WidestRelatively => (PresentationAction.Footnote, "complement-relative-width"),
            _ => (PresentationAction.Present, ""),
        };
        return new Presentation(width, relative, action, reason);
    }
}
