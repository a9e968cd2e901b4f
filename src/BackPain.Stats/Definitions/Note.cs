namespace BackPain.Stats.Definitions;

/// <summary>Something that the reader of a result must know: a stable code for scripts and a sentence for people.</summary>
/// <param name="Code">A stable, hyphenated code, as shown in the output column <c>notes</c>.</param>
/// <param name="Wording">The note as one or more sentences.</param>
public sealed record Note(string Code, Wording Wording)
{
    /// <summary>Nobody in the stratum has a known answer.</summary>
    public static readonly Note NoDenominator = new(
        "no-denominator",
        "Nobody in this stratum has a known answer, so there is nothing to estimate.");

    /// <summary>Everybody with a known answer in the stratum has zero weight.</summary>
    public static readonly Note NoWeight = new(
        "no-weight",
        "Everybody in this stratum with a known answer has zero weight, so there is nothing to estimate.");

    /// <summary>The design gives no positive variance although the proportion is neither 0 nor 1.</summary>
    public static readonly Note NoVariance = new(
        "no-variance",
        "The PSUs show no variance in this stratum, for example because all of it lies in one PSU; "
        + "this does not mean certainty, so there is no interval.");

    /// <summary>The design leaves no degrees of freedom for an interval.</summary>
    public static readonly Note NoDegreesOfFreedom = new(
        "no-degrees-of-freedom",
        $"The design leaves no degrees of freedom for this stratum of the table, for example because it has no more PSUs than design "
        + $"strata, so there is no interval; {Settings.DegreesOfFreedom} sets them.");

    /// <summary>The rank of the replicate weights, and so the degrees of freedom, are unknown.</summary>
    public static readonly Note UnknownRank = new(
        "unknown-rank",
        $"The rank of the replicate weights, which gives the degrees of freedom, cannot be determined from sums of several sources, "
        + $"so there is no interval; {Settings.DegreesOfFreedom} sets them.");

    /// <summary>The rank of the replicate weights is known only for the whole design.</summary>
    public static readonly Note RankOfDesign = new(
        "rank-of-design",
        "Saved sums do not reveal the rank of the replicate weights in this stratum of the table; "
        + "the degrees of freedom are those of the whole design, which may be too many.");

    /// <summary>All units were sampled, and the sampling of persons within them is unknown.</summary>
    public static readonly Note NoVarianceInsidePsus = new(
        "no-variance-inside-psus",
        $"According to the finite populations all units were sampled, so all variance comes from sampling the persons within them, "
        + $"which the design does not describe: there is no standard error and no interval. "
        + $"If only PSUs are named, {Settings.Ssu} and a second column of {Settings.Fpc} describe it; "
        + $"without {Settings.Fpc} there is an interval that is too wide rather than too narrow.");

    /// <summary>Some units were certain to be sampled, and the sampling of persons within them is unknown.</summary>
    public static readonly Note VarianceInsidePsusMissing = new(
        "variance-inside-psus-missing",
        $"According to the finite populations some PSUs, or SSUs within them, were certain to be sampled; the variance among the persons "
        + $"within these is missing, so the standard error and the interval are too small. If only PSUs are named, "
        + $"{Settings.Ssu} and a second column of {Settings.Fpc} describe how the persons were sampled; "
        + $"without {Settings.Fpc} both are too large rather than too small.");

    /// <summary>Everybody in the population was sampled.</summary>
    public static readonly Note Census = new(
        "census",
        "According to the finite populations everybody was sampled, so there is no sampling error.");

    /// <summary>The proportion is 0 or 1, where the estimated variance is zero; n is used as the effective sample size.</summary>
    public static readonly Note EdgeOfDesign = new(
        "edge-of-design",
        "At 0 and 1 the data show no variance; the number of persons is used as the effective sample size (NCHS).");

    /// <summary>The method has no interval at 0 and 1, and the Korn–Graubard limits are given.</summary>
    public static readonly Note KornGraubardAtEdge = new(
        "korn-graubard-at-edge",
        "The method has no interval at 0 and 1; the Korn–Graubard limits are given.");

    /// <summary>Some replicate weights are zero for everybody in the stratum.</summary>
    public static readonly Note SilentReplicates = new(
        "silent-replicates",
        "Some replicate weights are zero for everybody in this stratum; these replicates are left out of its variance, "
        + "which may be too small.");

    /// <summary>In every stratum of a standard population nobody or everybody is a case, although not so in all of them together.</summary>
    public static readonly Note NoVarianceInStrata = new(
        "no-variance-in-strata",
        "In each stratum of the standard nobody or everybody is a case, so the data show no variance; "
        + "this does not mean certainty, so there is no interval.");

    /// <summary>A stratum of the standard has a single person.</summary>
    public static readonly Note OnePersonStratum = new(
        "one-person-stratum",
        "A stratum of the standard has a single person here, who shows no variance, so the standard error and the interval are too small; "
        + "use wider strata.");

    /// <summary>Strata of the standard without persons were left out.</summary>
    public static readonly Note StandardRenormalized = new(
        "standard-renormalized",
        "Strata of the standard have no persons here and were left out; the others were made to add up to 1, "
        + "so the row is standardized to another population than rows that have all strata.");

    /// <summary>There are no observed cases, and a ratio of 0 has no logarithm.</summary>
    public static readonly Note RatioAtEdge = new(
        "ratio-at-edge",
        "A ratio of 0 has no interval on the log scale, nor is there one where everybody is a case; "
        + "the Korn–Graubard limits of the proportion are given, over what was expected.");

    /// <summary>A person cannot be expected to be a case, so that there is no ratio.</summary>
    public static readonly Note NothingExpected = new(
        "nothing-expected",
        "The reference has no cases in the strata of these persons, so none are expected and there is no ratio.");

    /// <summary>The cases come from a model rather than a count, so there is no interval.</summary>
    public static readonly Note ModelledCounts = new(
        "modelled-counts",
        "The cases were modelled rather than counted, so a binomial interval would be meaningless; none is given.");

    /// <summary>The logit of 0 and 1 is undefined, and the Clopper–Pearson limits are given.</summary>
    public static readonly Note LogitUndefined = new(
        "logit-undefined",
        "The logit is undefined at 0 and n; the Clopper–Pearson limits are given.");

    /// <summary>The Wald interval has zero width at x = 0 and x = n.</summary>
    public static readonly Note DegenerateInterval = new(
        "degenerate-interval",
        "The Wald interval has zero width at 0 and n, which does not mean certainty; use another method.");

    /// <summary>The note with neutral names of settings.</summary>
    public string Text => Wording.ToString();
}
