using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>Computes the limits of the rows by every method requested, of the standardized and of the crude prevalence.</summary>
internal sealed class RowLimits
{
    private readonly StandardizationQuestion question;
    private readonly SurveyVariance? variance;
    private readonly StratumEstimator crude;
    private readonly IntervalMethod ofCrude;

    public RowLimits(Tabulation tabulation, StandardizationQuestion question, SurveyVariance? variance)
    {
        (this.question, this.variance) = (question, variance);
        ofCrude = variance is null ? IntervalMethods.Default : IntervalMethods.DefaultOfDesign;
        var isDirect = question.Target is DirectStandardization;
        var proportions = question.Methods.Count + question.OwnMethods.Count > 0 ? question.Methods
            : question.ByNchsStandardErrors ? [IntervalMethods.KornGraubard]
            : isDirect || variance is null ? [ofCrude]
            : [];
        Direct = !isDirect ? [] :
            [
                .. proportions.Select(method => new EffectiveSampleLimits(method)),
                .. question.OwnMethods.OfType<WeightedRateMethod>().Select(method => new WeightedRateLimits(method)),
            ];
        Indirect = isDirect ? []
            : variance is not null ? [new LogRatioLimits()]
            :
            [
                .. proportions.Select(method => new ScaledProportionLimits(method)),
                .. question.OwnMethods.OfType<PoissonCountMethod>().Select(method => new PoissonCountLimits(method)),
            ];
        var prevalence = new PrevalenceQuestion { Survey = question.Survey, Level = question.Level, Modelled = question.Modelled };
        crude = new StratumEstimator(tabulation, prevalence, [ofCrude, .. proportions.Where(method => method != ofCrude)], variance);
    }

    /// <summary>The ways to limits around a directly standardized prevalence.</summary>
    public IReadOnlyList<DirectLimits> Direct { get; }

    /// <summary>The ways to limits around a ratio of observed to expected cases.</summary>
    public IReadOnlyList<IndirectLimits> Indirect { get; }

    /// <summary>The methods, in order.</summary>
    public IReadOnlyList<CitedMethod> Methods => [.. Direct.Select(limits => limits.Method), .. Indirect.Select(limits => limits.Method)];

    /// <summary>Estimates the crude prevalence of a row.</summary>
    public PrevalenceEstimate Crude(Domain row) => crude.Of(row);

    /// <summary>Computes the limits of a row.</summary>
    /// <param name="raw">The crude prevalence.</param>
    /// <param name="direct">Direct standardization, if it is that.</param>
    /// <param name="indirect">Indirect standardization, if it is that.</param>
    /// <param name="isShort">Whether strata of the standard were left out of the row.</param>
    public IReadOnlyList<StandardizedInterval> Of(PrevalenceEstimate raw, DirectEstimate? direct, IndirectEstimate? indirect, bool isShort)
    {
        if (direct is null && indirect is null)
            return [.. Methods.Select(method => new StandardizedInterval(method, null, null, null, raw.Intervals[0].Notes))];
        List<Note> always = [.. isShort ? [Note.StandardRenormalized] : Array.Empty<Note>(), .. direct is null ? [] : NotesOn(direct)];
        return
        [
            .. Direct.Select(limits => By(limits, direct!, raw, always)),
            .. Indirect.Select(limits => By(limits, indirect!, raw, always)),
        ];
    }

    private StandardizedInterval By(DirectLimits limits, DirectEstimate direct, PrevalenceEstimate raw, IReadOnlyList<Note> always)
    {
        if (question.Modelled)
            return new StandardizedInterval(limits.Method, null, null, null, [.. always, Note.ModelledCounts]);
        var (interval, notes) = limits.Around(direct, question.Level);
        return new StandardizedInterval(limits.Method, interval, null, CrudeBy(limits.ForCrude, raw), [.. notes, .. always]);
    }

    private StandardizedInterval By(IndirectLimits limits, IndirectEstimate indirect, PrevalenceEstimate raw, IReadOnlyList<Note> always)
    {
        var shown = CrudeBy(limits.ForCrude, raw);
        if (question.Modelled)
            return new StandardizedInterval(limits.Method, null, null, null, [.. always, Note.ModelledCounts]);
        if (indirect.Ratio is null)
            return new StandardizedInterval(limits.Method, null, null, shown, [.. always, Note.NothingExpected]);
        var (ratio, notes) = limits.Around(indirect, question.Level);
        ConfidenceInterval? interval = ratio is { } known
            ? new ConfidenceInterval(known.Lower * indirect.CrudeReference, known.Upper * indirect.CrudeReference)
            : null;
        return new StandardizedInterval(limits.Method, interval, ratio, shown, [.. notes, .. always]);
    }

    private ConfidenceInterval? CrudeBy(IntervalMethod? method, PrevalenceEstimate raw) =>
        raw.Intervals.First(interval => interval.Method == (method ?? ofCrude)).Interval;

    private IEnumerable<Note> NotesOn(DirectEstimate direct)
    {
        if (direct is { IsAtEdge: false, IsCensus: false } && direct.Strata.Any(stratum => stratum.Persons == 1))
            yield return Note.OnePersonStratum;
        if (direct.Statistic is null || direct.IsAtEdge || direct.IsCensus)
            yield break;
        if (variance is ReplicateVariance replicates && replicates.SilentReplicates(direct.Statistic) > 0)
            yield return Note.SilentReplicates;
        if (direct.Completeness == Designs.Completeness.AllPsus && direct.Obstacle is null)
            yield return Note.VarianceInsidePsusMissing;
        if (variance is ReplicateVariance && question.Survey.DegreesOfFreedom == DegreesOfFreedomRule.OfDomain
            && direct.DegreesOfFreedom is not null && variance.DegreesOfFreedomIn(direct.Statistic) is null)
        {
            yield return Note.RankOfDesign;
        }
    }
}
