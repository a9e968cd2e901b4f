using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Identifications;

/// <summary>A count that reproduces a printed estimate, and a method that reproduces one or both of its limits.</summary>
/// <param name="Proportion">The cases and persons.</param>
/// <param name="Method">The method; null if no limits were given.</param>
/// <param name="Interval">The interval that the method gives for the count; null if no limits were given.</param>
/// <param name="Match">The parts of the figure that are reproduced.</param>
public sealed record Candidate(Proportion Proportion, IntervalMethod? Method, ConfidenceInterval? Interval, Match Match);
