using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Identifications;

/// <summary>A count that prints an estimate, and a method that prints its limits or one of them.</summary>
/// <param name="Proportion">The count.</param>
/// <param name="Method">The method; nothing where no limits were given.</param>
/// <param name="Interval">The interval of the method around the count.</param>
/// <param name="Match">How much of the figure they print.</param>
public sealed record Candidate(Proportion Proportion, IntervalMethod? Method, ConfidenceInterval? Interval, Match Match);
