using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>Estimates the proportion in a domain and its intervals, either for a simple random sample or for a sampling design.</summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="question">The question.</param>
/// <param name="methods">The interval methods.</param>
/// <param name="variance">The variance estimator of the design; null for a simple random sample.</param>
internal sealed class StratumEstimator(
    Tabulation tabulation, PrevalenceQuestion question, IReadOnlyList<IntervalMethod> methods, SurveyVariance? variance)
{
    /// <summary>Computes the estimate for a domain.</summary>
    public PrevalenceEstimate Of(Domain domain)
    {
        var counts = domain.Margin;
        var design = variance is null || counts.Persons == 0
            ? null
            : DesignEstimate.Of(new DomainProportion(tabulation, counts.Cells), variance, question.Survey);
        return new PrevalenceEstimate(
            domain.Outcome,
            domain.Stratum,
            counts.Cases,
            counts.Persons,
            counts.Missing,
            design,
            question.ByNchsStandard ? PresentationOf(counts, design) : null,
            [.. methods.Select(method => IntervalBy(method, counts, design))])
        {
            Total = question.Totals && design is not null
                ? TotalEstimate.Of(tabulation, counts, variance!, question.Survey, question.Level)
                : null,
        };
    }

    private MethodInterval IntervalBy(IntervalMethod method, Margin counts, DesignEstimate? design) =>
        counts.Persons == 0 ? new MethodInterval(method, null, [counts.ZeroWeight > 0 ? Note.NoWeight : Note.NoDenominator])
        : question.Modelled ? new MethodInterval(method, null, [Note.ModelledCounts])
        : design is null ? Around(method, EffectiveSample.Of(new Proportion(counts.Cases, counts.Persons)), [])
        : ByDesign(method, design);

    private MethodInterval ByDesign(IntervalMethod method, DesignEstimate design)
    {
        if (design.IsCensus)
            return new MethodInterval(method, new ConfidenceInterval(design.P, design.P), [Note.Census]);
        if (design.Obstacle is { } obstacle)
            return new MethodInterval(method, null, [obstacle, .. NotesOn(design).Where(note => note != Note.VarianceInsidePsusMissing)]);
        if (!design.IsAtEdge)
            return new MethodInterval(method, design.IntervalBy(method, question.Level), [.. NotesOn(design)]);
        if (method.HasEdges)
            return new MethodInterval(method, design.IntervalBy(method, question.Level), [Note.EdgeOfDesign]);
        var standIn = design.IntervalBy(IntervalMethods.KornGraubard, question.Level);
        return new MethodInterval(method, standIn, [Note.EdgeOfDesign, Note.KornGraubardAtEdge]);
    }

    private IEnumerable<Note> NotesOn(DesignEstimate design)
    {
        if (variance is ReplicateVariance replicates && replicates.SilentReplicates(design.Domain) > 0)
            yield return Note.SilentReplicates;
        if (design.Completeness == Completeness.AllPsus)
            yield return Note.VarianceInsidePsusMissing;
        if (variance is ReplicateVariance && question.Survey.DegreesOfFreedom == DegreesOfFreedomRule.OfDomain
            && design.DegreesOfFreedom is not null && variance.DegreesOfFreedomIn(design.Domain) is null)
        {
            yield return Note.RankOfDesign;
        }
    }

    private MethodInterval Around(IntervalMethod method, EffectiveSample sample, IReadOnlyList<Note> notes) =>
        new(method, method.Around(sample, question.Level), method.NoteOn(sample) is { } note ? [.. notes, note] : notes);

    /// <summary>
    /// Applies the standard, which always refers to the 95 % Korn–Graubard interval with the effective sample size capped at n and the
    /// degrees of freedom of the design, regardless of the intervals that are shown.
    /// </summary>
    private Presentation PresentationOf(Margin counts, DesignEstimate? design)
    {
        var standard = IntervalMethods.KornGraubard;
        if (counts.Persons == 0)
            return NchsStandard.Judge(new NchsEvidence(null, 0, null, null, null, null));
        if (design is null)
        {
            var sample = EffectiveSample.Of(new Proportion(counts.Cases, counts.Persons));
            var interval = standard.Around(sample, ConfidenceLevel.Default);
            return NchsStandard.Judge(
                new NchsEvidence(sample.Estimate, counts.Persons, counts.Persons, counts.Persons, double.PositiveInfinity, interval));
        }
        var own = design.ByItsOwnDesign(variance!);
        if (design.IsCensus)
        {
            var exact = new ConfidenceInterval(design.P, design.P);
            return NchsStandard.Judge(new NchsEvidence(design.P, counts.Persons, null, null, double.PositiveInfinity, exact));
        }
        var isKnown = own.Obstacle is null;
        return NchsStandard.Judge(new NchsEvidence(
            design.P,
            counts.Persons,
            design.EffectiveSize,
            isKnown ? own.KornGraubardSize(ConfidenceLevel.Default) : null,
            variance!.DegreesOfFreedomIn(design.Domain),
            isKnown ? own.IntervalBy(standard, ConfidenceLevel.Default) : null)
        {
            LacksVarianceInsidePsus = design.Completeness == Completeness.AllPsus,
        });
    }
}
