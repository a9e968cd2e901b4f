using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Identifications;

/// <summary>A search for the counts and interval methods that reproduce a published figure.</summary>
public sealed record Identification
{
    /// <summary>The published figure.</summary>
    public required PrintedFigure Figure { get; init; }

    /// <summary>The possible numbers of persons, at least 1.</summary>
    public required CountRange Persons { get; init; }

    /// <summary>The number of cases; null if unknown.</summary>
    public long? Cases { get; init; }

    /// <summary>The confidence level of the interval.</summary>
    public ConfidenceLevel Level { get; init; } = ConfidenceLevel.Default;

    /// <summary>The number of counts that reproduce the estimate.</summary>
    public long Counts => Persons.All.Sum(persons => CasesAmong(persons).Count);

    /// <summary>The counts that reproduce the estimate, ordered by persons and then by cases.</summary>
    public IEnumerable<Proportion> Proportions =>
        from persons in Persons.All
        from cases in CasesAmong(persons).All
        select new Proportion(cases, persons);

    /// <summary>
    /// The candidates that reproduce the figure: counts if it has no limits, otherwise each count with every method that reproduces a
    /// limit, in the order of counts and then of the catalogue.
    /// </summary>
    public IEnumerable<Candidate> Candidates => Figure.Interval is { } printed
        ? from proportion in Proportions
          from method in IntervalMethods.All
          where printed.MayBePrintedBy(method, proportion, Level)
          let interval = method.Around(proportion, Level)
          let match = printed.MatchOf(interval)
          where match is not null && !SaysNothing(match.Value, proportion)
          select new Candidate(proportion, method, interval, match.Value)
        : Proportions.Select(proportion => new Candidate(proportion, null, null, Match.Estimate));

    /// <summary>
    /// Returns whether only a limit of 0 without cases, or of 1 without non-cases, is reproduced. Every method has these limits, so they
    /// do not identify one.
    /// </summary>
    private static bool SaysNothing(Match match, Proportion proportion) =>
        (match == Match.Lower && proportion.Cases == 0) || (match == Match.Upper && proportion.Cases == proportion.Persons);

    private CountRange CasesAmong(long persons)
    {
        var printing = Figure.Estimate.CasesAmong(persons);
        return Cases is { } cases ? printing.Within(new CountRange(cases, cases)) : printing;
    }
}
