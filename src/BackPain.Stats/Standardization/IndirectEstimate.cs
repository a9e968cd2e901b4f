using BackPain.Stats.Definitions;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Standardization;

/// <summary>A stratum of indirect standardization: the rate of the reference, and what follows from it.</summary>
/// <param name="Name">The name of the stratum.</param>
/// <param name="Rate">The prevalence in the reference, as a proportion.</param>
/// <param name="Persons">The persons of the row in the stratum, weighted if there are weights.</param>
public sealed record ExpectedStratum(string Name, double Rate, double Persons)
{
    /// <summary>The cases expected among them.</summary>
    public double Expected => Rate * Persons;
}

/// <summary>The ratio of observed cases to those expected by the rates of a reference population, SPR = O/E.</summary>
/// <remarks>
/// The standardized prevalence is SPR times the crude prevalence of the reference. Without a sampling design O is binomial among the n
/// persons; with one, O and E are weighted, and the score of a person on the log scale is y/O − r/E, r the rate of the reference.
/// </remarks>
public sealed record IndirectEstimate
{
    /// <summary>Estimates from a simple random sample.</summary>
    /// <param name="strata">The strata.</param>
    /// <param name="cases">O.</param>
    /// <param name="persons">n.</param>
    /// <param name="crudeReference">The crude prevalence of the reference.</param>
    public IndirectEstimate(IReadOnlyList<ExpectedStratum> strata, long cases, long persons, double crudeReference)
    {
        (Strata, Observed, Cases, Persons, CrudeReference) = (strata, cases, cases, persons, crudeReference);
        if (cases > 0 && cases < persons && Expected > 0)
            StandardError = Math.Sqrt((double)cases / persons * (persons - cases)) / Expected * CrudeReference;
    }

    /// <summary>Estimates from a sampling design.</summary>
    /// <param name="strata">The strata, whose persons are weighted.</param>
    /// <param name="crude">The crude prevalence of the row.</param>
    /// <param name="crudeReference">The crude prevalence of the reference.</param>
    /// <param name="logRatio">ln O/E; null if O or E is 0.</param>
    /// <param name="variance">The variance estimator.</param>
    /// <param name="choices">What was chosen.</param>
    public IndirectEstimate(
        IReadOnlyList<ExpectedStratum> strata,
        DesignEstimate crude,
        double crudeReference,
        LinearizedStatistic? logRatio,
        SurveyVariance variance,
        SurveyChoices choices)
    {
        (Strata, Crude, CrudeReference, LogRatio) = (strata, crude, crudeReference, logRatio);
        (Observed, Persons) = (crude.Domain.WeightOfCases, crude.Domain.Persons);
        if (logRatio is null)
            return;
        DegreesOfFreedom = choices.DegreesOfFreedom.ApplyTo(logRatio, variance);
        if (crude.IsCensus)
            StandardErrorOfLog = 0;
        else if (!crude.IsAtEdge && variance.Variance(logRatio) is var v && double.IsFinite(v) && v > 1e-20)
            StandardErrorOfLog = Math.Sqrt(v);
        StandardError = StandardErrorOfLog * Prevalence;
    }

    /// <summary>The strata.</summary>
    public IReadOnlyList<ExpectedStratum> Strata { get; }

    /// <summary>The crude prevalence of the row by the design; null without one.</summary>
    public DesignEstimate? Crude { get; }

    /// <summary>ln SPR with its scores, of which differences can be made; null without a design and for a ratio of 0.</summary>
    public LinearizedStatistic? LogRatio { get; }

    /// <summary>O, weighted if there are weights.</summary>
    public double Observed { get; }

    /// <summary>The unweighted number of cases; 0 with a design, where it is not used.</summary>
    public long Cases { get; }

    /// <summary>n, the unweighted number of persons.</summary>
    public long Persons { get; }

    /// <summary>E, weighted if there are weights.</summary>
    public double Expected => Strata.Sum(stratum => stratum.Expected);

    /// <summary>The crude prevalence of the reference, as a proportion.</summary>
    public double CrudeReference { get; }

    /// <summary>SPR; null if E is 0.</summary>
    public double? Ratio => Expected > 0 ? Observed / Expected : null;

    /// <summary>SPR times the crude prevalence of the reference; null if E is 0.</summary>
    public double? Prevalence => Ratio * CrudeReference;

    /// <summary>The standard error of ln SPR by the design; null if there is none.</summary>
    public double? StandardErrorOfLog { get; }

    /// <summary>The standard error of the standardized prevalence; null if there is none.</summary>
    public double? StandardError { get; }

    /// <summary>The degrees of freedom of the design; null if there are none.</summary>
    public double? DegreesOfFreedom { get; }

    /// <summary>Whether there is a sampling design.</summary>
    public bool HasDesign => Crude is not null;

    /// <summary>Why there can be no interval; null if there can be one.</summary>
    public Note? Obstacle =>
        Ratio is null ? Note.NothingExpected
        : Crude is not { IsCensus: false, IsAtEdge: false } ? null
        : StandardErrorOfLog is null ? Crude.Obstacle ?? Note.NoVariance
        : DegreesOfFreedom is > 0 ? null
        : DegreesOfFreedom is null ? Note.UnknownRank : Note.NoDegreesOfFreedom;
}
