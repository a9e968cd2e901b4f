using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>The prevalence of one outcome in one stratum, self-contained.</summary>
/// <param name="Outcome">The outcome that is estimated.</param>
/// <param name="Stratum">The level of each column of the breakdown; empty for everybody.</param>
/// <param name="Cases">x, the unweighted number of cases.</param>
/// <param name="Persons">n, the unweighted number of persons with a known answer and a positive weight.</param>
/// <param name="Missing">The number of persons in the stratum whose answer is unknown.</param>
/// <param name="Design">The design-based estimate; null for a simple random sample or if n = 0.</param>
/// <param name="Presentation">The verdict of a presentation standard; null if none was requested.</param>
/// <param name="Intervals">The intervals, one for each method requested.</param>
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
    /// <summary>The number of cases in the population; null if it was not requested or n = 0.</summary>
    public TotalEstimate? Total { get; init; }

    /// <summary>The prevalence as a proportion: weighted if there are weights, otherwise x/n; null if n = 0.</summary>
    public double? Prevalence => Design?.P ?? (Persons == 0 ? null : new Proportion(Cases, Persons).Value);
}

/// <summary>The interval computed by one method.</summary>
/// <param name="Method">The method requested.</param>
/// <param name="Interval">The limits as proportions; null if no interval can be given.</param>
/// <param name="Notes">The notes that accompany this interval.</param>
public sealed record MethodInterval(IntervalMethod Method, ConfidenceInterval? Interval, IReadOnlyList<Note> Notes);
