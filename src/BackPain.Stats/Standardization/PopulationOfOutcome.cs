using BackPain.Stats.Domains;
using BackPain.Stats.Populations;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>The standard or reference population as it matches the persons who have a known answer to one outcome.</summary>
internal sealed class PopulationOfOutcome
{
    private readonly int columns;
    private readonly Func<IEnumerable<StratumLevel>, int> find;

    /// <param name="tabulation">The tabulation.</param>
    /// <param name="question">The question.</param>
    /// <param name="domains">
    /// The domains of the outcome in every breakdown crossed with the columns of the standard; all have persons.
    /// </param>
    /// <exception cref="StandardizationException">The data and the population do not go together.</exception>
    public PopulationOfOutcome(Tabulation tabulation, StandardizationQuestion question, IReadOnlyList<Domain> domains)
    {
        columns = question.Over.Count;
        var own = domains.Where(domain => domain.Stratum.Count == columns).ToList();
        IReadOnlyList<IReadOnlyList<string>> levels =
        [
            .. Enumerable.Range(0, columns)
                .Select(i => own.Select(domain => domain.Stratum[i].Level).Distinct(StringComparer.Ordinal).ToList()),
        ];
        switch (question.Target)
        {
            case DirectStandardization(var standard):
                var matched = new MatchedPopulation<StandardGroup>(
                    standard.Name, question.Over, levels, question.Limits, standard.Groups, group => group.Levels);
                (Part, Names, find) = (StandardPart.Of(standard, matched), matched.Names, matched.StratumOf);
                break;
            case IndirectStandardization(var rates):
                try
                {
                    Reference = new MatchedPopulation<ReferenceGroup>(
                        question.Target.Name, question.Over, levels, question.Limits,
                        rates?.Groups ?? [.. own.Select(domain => RateOf(tabulation, domain))], group => group.Levels);
                    (Names, find) = (Reference.Names, Reference.StratumOf);
                }
                catch (StandardizationException error) when (error.Fault == StandardizationFault.OutsideStandard)
                {
                    throw error.As(StandardizationFault.NoReferenceRate);
                }
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(question), question.Target, "Unknown target.");
        }
    }

    /// <summary>The part of the standard; null for indirect standardization.</summary>
    public StandardPart? Part { get; }

    /// <summary>The reference; null for direct standardization.</summary>
    public MatchedPopulation<ReferenceGroup>? Reference { get; }

    /// <summary>The names of the strata.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Returns the stratum of a domain; null for one without known answers, whose level the population may not have.</summary>
    /// <exception cref="StandardizationException">The population has no such group.</exception>
    public int? StratumOf(Domain domain)
    {
        if (domain.Margin is { Persons: 0, ZeroWeight: 0 })
            return null;
        try
        {
            return find(domain.Stratum.Skip(domain.Stratum.Count - columns));
        }
        catch (StandardizationException error) when (error.Fault == StandardizationFault.OutsideStandard)
        {
            if (domain.Margin.Persons == 0)
                return null;
            throw Reference is null ? error : error.As(StandardizationFault.NoReferenceRate);
        }
    }

    private static ReferenceGroup RateOf(Tabulation tabulation, Domain domain)
    {
        IReadOnlyList<string> levels = [.. domain.Stratum.Select(level => level.Level)];
        if (!tabulation.HasDesign)
            return new ReferenceGroup(levels, domain.Margin.Cases, domain.Margin.Persons);
        var proportion = new DomainProportion(tabulation, domain.Margin.Cells);
        return new ReferenceGroup(levels, proportion.WeightOfCases, proportion.Weight);
    }
}
