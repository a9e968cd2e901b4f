using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Populations;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>Makes the rows of an answer from the domains of a breakdown and those of the breakdown crossed with the standard.</summary>
internal sealed class StandardizedRows
{
    private readonly Tabulation tabulation;
    private readonly StandardizationQuestion question;
    private readonly SurveyVariance? variance;
    private readonly Dictionary<KeyColumn, PopulationOfOutcome> populations;
    private readonly ILookup<(KeyColumn Outcome, string Row), Domain> strata;
    private readonly RowLimits limits;

    /// <param name="tabulation">The tabulation.</param>
    /// <param name="question">The question.</param>
    /// <param name="strata">The domains of every breakdown crossed with the columns of the standard.</param>
    /// <param name="variance">The variance estimator of the design; null for a simple random sample.</param>
    public StandardizedRows(Tabulation tabulation, StandardizationQuestion question, IReadOnlyList<Domain> strata, SurveyVariance? variance)
    {
        (this.tabulation, this.question, this.variance) = (tabulation, question, variance);
        limits = new RowLimits(tabulation, question, variance);
        var known = strata.Where(domain => domain.Margin.Persons > 0).ToList();
        this.strata = strata.ToLookup(domain => (domain.Outcome, KeyOf(domain.Stratum.SkipLast(question.Over.Count))));
        populations = known.GroupBy(domain => domain.Outcome)
            .ToDictionary(domains => domains.Key, domains => new PopulationOfOutcome(tabulation, question, [.. domains]));
    }

    /// <summary>The methods used.</summary>
    public IReadOnlyList<CitedMethod> Methods => limits.Methods;

    /// <summary>The ways to limits.</summary>
    public RowLimits Limits => limits;

    /// <summary>The part of the standard that each outcome is standardized to.</summary>
    public IReadOnlyDictionary<KeyColumn, StandardPart> Parts =>
        populations.Where(known => known.Value.Part is not null).ToDictionary(known => known.Key, known => known.Value.Part!);

    /// <summary>Makes the rows of domains.</summary>
    /// <exception cref="StandardizationException">Strata of the standard have no persons.</exception>
    public IReadOnlyList<StandardizedEstimate> Of(IReadOnlyList<Domain> rows)
    {
        var counted = rows.Select(row => (Row: row, Margins: MarginsOf(row))).ToList();
        if (question is { Target: DirectStandardization, MissingStrata: MissingStrata.Fail })
            RefuseMissing(counted);
        if (question is { Target: DirectStandardization, MissingStrata: MissingStrata.RenormalizeInCommon })
            KeepCommon(counted);
        return counted.ConvertAll(row => EstimateOf(row.Row, row.Margins));
    }

    private static string KeyOf(IEnumerable<StratumLevel> levels) =>
        QuotedName.Join([.. levels.SelectMany(level => new[] { level.Column, level.Level })]);

    private static bool HasPersons(Margin? margin) => margin is { Persons: > 0 };

    /// <summary>Returns the counts of a row in each stratum of the population of its outcome.</summary>
    private Margin?[] MarginsOf(Domain row)
    {
        if (!populations.TryGetValue(row.Outcome, out var population))
            return [];
        var margins = new List<Margin>?[population.Names.Count];
        foreach (var domain in strata[(row.Outcome, KeyOf(row.Stratum))])
        {
            if (population.StratumOf(domain) is { } stratum)
                (margins[stratum] ??= []).Add(domain.Margin);
        }
        return [.. margins.Select(found => found is null ? null : Margin.SumOf(found))];
    }

    private StandardizedEstimate EstimateOf(Domain row, Margin?[] margins)
    {
        var whole = Margin.SumOf([.. margins.OfType<Margin>()]);
        var crude = limits.Crude(row with { Margin = whole });
        var isKnown = whole.Persons > 0;
        var population = isKnown ? populations[row.Outcome] : null;
        var direct = population?.Part is { } part ? new DirectEstimator(tabulation, question, variance).Of(part, margins) : null;
        var indirect = population?.Reference is { } reference
            ? new IndirectEstimator(tabulation, question, variance).Of(reference, margins, whole, crude.Design)
            : null;
        var isShort = direct is not null && margins.Any(margin => !HasPersons(margin));
        return new StandardizedEstimate(
            row.Outcome,
            row.Stratum,
            crude,
            direct,
            indirect,
            limits.Of(crude, direct, indirect, isShort),
            question.Totals && isKnown && variance is not null
                ? TotalEstimate.Of(tabulation, whole, variance, question.Survey, question.Level)
                : null);
    }

    private void RefuseMissing(List<(Domain Row, Margin?[] Margins)> rows)
    {
        var missing = rows
            .Where(row => row.Margins.Any(HasPersons))
            .Select(row => (row.Row, Names: row.Margins
                .Select((margin, k) => HasPersons(margin) ? null : populations[row.Row.Outcome].Names[k])
                .OfType<string>()
                .ToList()))
            .Where(row => row.Names.Count > 0)
            .ToList();
        if (missing.Count == 0)
            return;
        var many = rows.Select(row => row.Row.Outcome).Distinct().Skip(1).Any();
        throw new StandardizationException(
            StandardizationFault.MissingStrata,
            $"found nobody in strata of {question.Target.Name}: "
                + string.Join("; ", missing.Select(row => $"{WhoIn(row.Row, many)}: {string.Join(" | ", row.Names)}")),
            "expected persons with a known answer in every stratum");
    }

    private static string WhoIn(Domain row, bool many) =>
        (many ? $"{row.Outcome.Name}, " : "")
        + (row.IsOverall ? "overall" : string.Join(", ", row.Stratum.Select(level => $"{level.Column} {level.Level}")));

    private static void KeepCommon(List<(Domain Row, Margin?[] Margins)> rows)
    {
        foreach (var breakdown in rows.Where(row => row.Margins.Any(HasPersons)).GroupBy(row => (
            row.Row.Outcome, string.Join('\n', row.Row.Stratum.Select(level => level.Column)))))
        {
            for (var k = 0; k < breakdown.First().Margins.Length; k++)
            {
                if (breakdown.All(row => HasPersons(row.Margins[k])))
                    continue;
                foreach (var (_, margins) in breakdown)
                    margins[k] = null;
            }
        }
    }
}
