using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>The prevalence of one outcome in one stratum. It can be read alone.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Stratum">Who: the level of each column of the breakdown; empty for everybody.</param>
/// <param name="Cases">x, unweighted.</param>
/// <param name="Persons">n, the persons with a known answer and a weight, unweighted.</param>
/// <param name="Missing">The persons of the stratum whose answer is not known.</param>
/// <param name="Design">What the sampling design tells; nothing for a simple random sample, and where n = 0.</param>
/// <param name="Presentation">What a presentation standard says of it, where one was asked for.</param>
/// <param name="Intervals">One for each method asked for.</param>
public sealed record PrevalenceEstimate(
    KeyColumn Outcome,
    IReadOnlyList<StratumLevel> Stratum,
    long Cases,
    long Persons,
    long Missing,
    DesignEstimate? Design,
    Presentation? Presentation,
    IReadOnlyList<MethodInterval> Intervals)
{
    /// <summary>The prevalence, as a proportion: weighted where there are weights, else x/n; nothing where n = 0.</summary>
    public double? Prevalence => Design?.P ?? (Persons == 0 ? null : new Proportion(Cases, Persons).Value);
}

/// <summary>The interval that one method gives.</summary>
/// <param name="Method">The method asked for.</param>
/// <param name="Interval">The limits, as proportions; nothing where there is nothing to estimate.</param>
/// <param name="Notes">What a reader of this interval must know.</param>
public sealed record MethodInterval(IntervalMethod Method, ConfidenceInterval? Interval, IReadOnlyList<Note> Notes);
