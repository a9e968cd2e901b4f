using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>The standardized prevalence of one outcome in one stratum of a table, beside the crude one of the same persons.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Stratum">The level of each column of the breakdown; empty for everybody.</param>
/// <param name="Crude">The crude prevalence of the persons in the figure.</param>
/// <param name="Direct">Direct standardization; null for indirect, and if nobody has a known answer.</param>
/// <param name="Indirect">Indirect standardization; null for direct, and if nobody has a known answer.</param>
/// <param name="Intervals">The intervals, one for each method.</param>
/// <param name="Total">The number of cases in the population; null if it was not requested.</param>
public sealed record StandardizedEstimate(
    KeyColumn Outcome,
    IReadOnlyList<StratumLevel> Stratum,
    PrevalenceEstimate Crude,
    DirectEstimate? Direct,
    IndirectEstimate? Indirect,
    IReadOnlyList<StandardizedInterval> Intervals,
    TotalEstimate? Total)
{
    /// <summary>The standardized prevalence as a proportion; null if there is none.</summary>
    public double? Prevalence => Direct?.P ?? Indirect?.Prevalence;

    /// <summary>The standard error of the standardized prevalence; null if there is none.</summary>
    public double? StandardError => Direct is { } direct ? direct.StandardError : Indirect?.StandardError;

    /// <summary>The degrees of freedom of the standard error, if there is a sampling design.</summary>
    public double? DegreesOfFreedom =>
        Crude.Design is null ? null : Direct is { } direct ? direct.DegreesOfFreedom : Indirect?.DegreesOfFreedom;
}

/// <summary>The limits computed by one method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Interval">The limits of the standardized prevalence, as proportions; null if there are none.</param>
/// <param name="Ratio">With indirect standardization the limits of the ratio of observed to expected cases.</param>
/// <param name="Crude">The limits of the crude prevalence, by the same method if it is one for a proportion.</param>
/// <param name="Notes">The notes on the interval.</param>
public sealed record StandardizedInterval(
    CitedMethod Method, ConfidenceInterval? Interval, ConfidenceInterval? Ratio, ConfidenceInterval? Crude, IReadOnlyList<Note> Notes);
