using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Identifications;

/// <summary>The search for the counts and the interval methods that print a published figure.</summary>
public sealed record Identification
{
    /// <summary>The figure.</summary>
    public required PrintedFigure Figure { get; init; }

    /// <summary>How many persons there may have been, at least 1.</summary>
    public required CountRange Persons { get; init; }

    /// <summary>The number of cases, where it is known.</summary>
    public long? Cases { get; init; }

    /// <summary>The confidence level of the interval.</summary>
    public ConfidenceLevel Level { get; init; } = ConfidenceLevel.Default;

    /// <summary>How many counts print the estimate.</summary>
    public long Counts => Persons.All.Sum(persons => CasesAmong(persons).Count);

    /// <summary>The counts that print the estimate, by persons and then by cases.</summary>
    public IEnumerable<Proportion> Proportions =>
        from persons in Persons.All
        from cases in CasesAmong(persons).All
        select new Proportion(cases, persons);

    /// <summary>What prints the figure: the counts if it has no limits, otherwise each count with every method that prints a limit, by counts and then in the order of the catalogue.</summary>
    public IEnumerable<Candidate> Candidates => Figure.Interval is { } printed
        ? from proportion in Proportions
          from method in IntervalMethods.All
          where printed.MayBePrintedBy(method, proportion, Level)
          let interval = method.Around(proportion, Level)
          let match = printed.MatchOf(interval)
          where match is not null && !SaysNothing(match.Value, proportion)
          select new Candidate(proportion, method, interval, match.Value)
        : Proportions.Select(proportion => new Candidate(proportion, null, null, Match.Estimate));

    /// <summary>Every method starts at 0 without cases and ends at 1 without non-cases, so that to print this limit alone says nothing of the method.</summary>
    private static bool SaysNothing(Match match, Proportion proportion) =>
        (match == Match.Lower && proportion.Cases == 0) || (match == Match.Upper && proportion.Cases == proportion.Persons);

    private CountRange CasesAmong(long persons)
    {
        var printing = Figure.Estimate.CasesAmong(persons);
        return Cases is { } cases ? printing.Within(new CountRange(cases, cases)) : printing;
    }
}
