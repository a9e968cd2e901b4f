using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>Turns what was counted of a stratum into a proportion and its intervals: those of a simple random sample, or those of a sampling design.</summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="question">What is asked.</param>
/// <param name="methods">The interval methods.</param>
/// <param name="variance">The variance of the design; nothing for a simple random sample.</param>
internal sealed class StratumEstimator(Tabulation tabulation, PrevalenceQuestion question, IReadOnlyList<IntervalMethod> methods, SurveyVariance? variance)
{
    /// <summary>The estimate for a stratum.</summary>
    public Estimate Of(KeyColumn outcome, IReadOnlyList<StratumLevel> stratum, Margin counts)
    {
        var design = variance is null || counts.Persons == 0 ? null : DesignEstimate.Of(new DomainProportion(tabulation, counts.Cells), variance, question.Survey);
        return new Estimate(outcome, stratum, counts.Cases, counts.Persons, counts.Missing, design, question.ByNchsStandard ? PresentationOf(counts, design) : null, [.. methods.Select(method => IntervalBy(method, counts, design))]);
    }

    private MethodInterval IntervalBy(IntervalMethod method, Margin counts, DesignEstimate? design) =>
        counts.Persons == 0 ? new MethodInterval(method, null, [counts.Weightless > 0 ? Note.NoWeight : Note.NoDenominator])
        : question.Modelled ? new MethodInterval(method, null, [Note.ModelledCounts])
        : design is null ? Around(method, EffectiveSample.Of(new Proportion(counts.Cases, counts.Persons)), [])
        : ByDesign(method, design);

    private MethodInterval ByDesign(IntervalMethod method, DesignEstimate design)
    {
        IReadOnlyList<Note> silent = variance is ReplicateVariance replicates && replicates.SilentReplicates(design.Domain) > 0 ? [Note.SilentReplicates] : [];
        if (design.IsCensus)
            return new MethodInterval(method, new ConfidenceInterval(design.P, design.P), [Note.Census]);
        if (design.Obstacle is { } obstacle)
            return new MethodInterval(method, null, [obstacle, .. silent]);
        if (!design.IsAtEdge)
            return Around(method, design.SampleFor(method, question.Level), silent);
        if (method.HasEdges)
            return Around(method, design.SampleFor(method, question.Level), [Note.EdgeOfDesign]);
        var standIn = IntervalMethods.KornGraubard;
        return new MethodInterval(method, standIn.Around(design.SampleFor(standIn, question.Level), question.Level), [Note.EdgeOfDesign, Note.KornGraubardAtEdge]);
    }

    private MethodInterval Around(IntervalMethod method, EffectiveSample sample, IReadOnlyList<Note> notes) =>
        new(method, method.Around(sample, question.Level), method.NoteOn(sample) is { } note ? [.. notes, note] : notes);

    /// <summary>The standard is about 95 % intervals of Korn and Graubard with the size held to n, whatever others are shown.</summary>
    private static Presentation PresentationOf(Margin counts, DesignEstimate? design)
    {
        if (counts.Persons == 0)
            return NchsStandard.Judge(null, 0, null, null, null);
        var sample = design is null ? EffectiveSample.Of(new Proportion(counts.Cases, counts.Persons))
            : design.Obstacle is null && !design.IsCensus ? (design with { Cap = EffectiveSizeCap.Persons }).SampleFor(IntervalMethods.KornGraubard, ConfidenceLevel.Default)
            : (EffectiveSample?)null;
        double? width = sample is null ? (design!.IsCensus ? 0 : null) : IntervalMethods.KornGraubard.Around(sample.Value, ConfidenceLevel.Default) is var interval ? interval.Upper - interval.Lower : null;
        return design is null
            ? NchsStandard.Judge((double)counts.Cases / counts.Persons, counts.Persons, counts.Persons, double.PositiveInfinity, width)
            : NchsStandard.Judge(design.P, counts.Persons, design.EffectiveSize, design.IsCensus ? double.PositiveInfinity : design.DegreesOfFreedom, width);
    }
}
