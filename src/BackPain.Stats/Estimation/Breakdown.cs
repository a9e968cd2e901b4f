using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>One outcome broken down in one way: the margin of the tabulation over the columns of the breakdown.</summary>
internal sealed class Breakdown
{
    private readonly PrevalenceQuestion question;
    private readonly Stratification stratification;
    private readonly KeyColumn outcome;
    private readonly string missingLevel;
    private readonly List<IReadOnlyList<string>> axes = [];
    private readonly Dictionary<StratumKey, Counts> margin = [];
    private readonly Dictionary<(AttritionStep Step, string Column, string Reason), long> missing = [];

    public Breakdown(Tabulation tabulation, int outcomePlace, Stratification stratification, PrevalenceQuestion question)
    {
        (this.question, this.stratification, outcome) = (question, stratification, tabulation.Columns[outcomePlace]);
        var places = stratification.Columns.Select(column => tabulation.PlaceOf(KeyRole.By, column)).ToArray();
        missingLevel = MissingLevelAmong(places.SelectMany(place => tabulation.Levels[place]));
        var seen = places.Select(_ => new HashSet<Level>()).ToArray();
        foreach (var cell in tabulation.Cells)
        {
            if (!tabulation.IsInside(cell))
                continue;
            Level[] stratum = [.. places.Select(place => tabulation.LevelOf(cell, place)!.Value)];
            var unknown = question.UnknownStratum == UnknownStratum.Drop ? Array.FindIndex(stratum, level => level.Kind == LevelKind.Missing) : -1;
            for (var i = 0; i < stratum.Length && unknown < 0; i++)
                seen[i].Add(stratum[i]);
            Count(cell.Sums.N, tabulation.LevelOf(cell, outcomePlace), stratum, unknown);
        }
        for (var i = 0; i < places.Length; i++)
            axes.Add([.. tabulation.Levels[places[i]].Where(seen[i].Contains).Select(NameOf).Distinct()]);
    }

    /// <summary>Whether there are columns to break down by.</summary>
    public bool IsSplit => stratification.Columns.Count > 0;

    /// <summary>The outcome for everybody together.</summary>
    public static Breakdown OfAll(Tabulation tabulation, int outcomePlace, PrevalenceQuestion question) =>
        new(tabulation, outcomePlace, Stratification.Overall, question);

    /// <summary>An estimate for every combination of the levels seen, in order; without the empty ones where these are not wanted.</summary>
    public IEnumerable<Estimate> Estimates()
    {
        if (IsSplit && !question.EmptyStrata)
            return margin.Keys.Where(key => margin[key].Persons > 0).Order(new ByAxes(axes)).Select(EstimateOf);
        var strata = axes.Aggregate(1d, (product, axis) => product * axis.Count);
        return strata <= TooManyStrataException.Most ? Grid().Select(EstimateOf) : throw new TooManyStrataException(stratification, strata);
    }

    /// <summary>Who is not in these figures. What does not depend on the breakdown is told once, with the overall figure.</summary>
    public IEnumerable<Attrition> Attrition() =>
        from entry in missing
        where entry.Value > 0 && (entry.Key.Step == AttritionStep.StratumMissing || !IsSplit)
        orderby entry.Key.Step, entry.Key.Column, entry.Key.Reason
        select new Attrition(entry.Key.Step, outcome, IsSplit ? stratification : null, entry.Key.Column, entry.Key.Reason, entry.Value);

    /// <summary>"(missing)", in as many brackets as it takes to differ from every value.</summary>
    private static string MissingLevelAmong(IEnumerable<Level> levels)
    {
        var values = levels.Where(level => level.Kind == LevelKind.Value).Select(level => level.Text).ToHashSet(StringComparer.Ordinal);
        var name = "(missing)";
        while (values.Contains(name))
            name = $"({name})";
        return name;
    }

    private string NameOf(Level level) => level.Kind == LevelKind.Missing ? missingLevel : level.Text;

    /// <param name="persons">The persons of a cell.</param>
    /// <param name="answer">Their answer; nothing where they were not asked.</param>
    /// <param name="stratum">Their stratum.</param>
    /// <param name="unknown">The column that keeps them out of this breakdown, or −1.</param>
    private void Count(long persons, Level? answer, Level[] stratum, int unknown)
    {
        if (answer is null)
            AddTo(AttritionStep.NotAsked, outcome.Name, "other outcomes", persons);
        else if (answer.Value.Kind == LevelKind.Missing)
            AddTo(AttritionStep.OutcomeMissing, outcome.Name, answer.Value.Text, persons);
        else if (unknown >= 0)
            AddTo(AttritionStep.StratumMissing, stratification.Columns[unknown], stratum[unknown].Text, persons);
        if (unknown >= 0 || answer is null)
            return;
        var key = new StratumKey([.. stratum.Select(NameOf)]);
        margin[key] = margin.GetValueOrDefault(key).Plus(answer.Value.Kind, persons);
    }

    private void AddTo(AttritionStep step, string column, string reason, long persons)
    {
        var key = (step, column, reason);
        missing[key] = missing.GetValueOrDefault(key) + persons;
    }

    private IEnumerable<StratumKey> Grid()
    {
        IEnumerable<IReadOnlyList<string>> rows = [[]];
        foreach (var axis in axes)
            rows = rows.SelectMany(row => axis.Select(level => (IReadOnlyList<string>)[.. row, level]));
        return rows.Select(row => new StratumKey(row));
    }

    private Estimate EstimateOf(StratumKey key)
    {
        var counts = margin.GetValueOrDefault(key);
        return new Estimate(
            outcome,
            [.. stratification.Columns.Zip(key.Levels, (column, level) => new StratumLevel(column, level))],
            counts.Cases,
            counts.Persons,
            counts.Missing,
            [.. question.Methods.Select(method => IntervalBy(method, counts))]);
    }

    private MethodInterval IntervalBy(IntervalMethod method, Counts counts)
    {
        if (counts.Persons == 0)
            return new MethodInterval(method, null, [Note.NoDenominator]);
        if (question.Modelled)
            return new MethodInterval(method, null, [Note.ModelledCounts]);
        var sample = EffectiveSample.Of(new Proportion(counts.Cases, counts.Persons));
        return new MethodInterval(method, method.Around(sample, question.Level), method.NoteOn(sample) is { } note ? [note] : []);
    }

    private readonly record struct Counts(long Cases, long NonCases, long Missing)
    {
        public long Persons => Cases + NonCases;

        public Counts Plus(LevelKind answer, long persons) => answer switch
        {
            LevelKind.Case => this with { Cases = Cases + persons },
            LevelKind.NonCase => this with { NonCases = NonCases + persons },
            _ => this with { Missing = Missing + persons },
        };
    }

    /// <summary>Strata in the order of the axes.</summary>
    private sealed class ByAxes(List<IReadOnlyList<string>> axes) : IComparer<StratumKey>
    {
        private readonly List<Dictionary<string, int>> places =
            axes.ConvertAll(axis => axis.Select((level, place) => (level, place)).ToDictionary(pair => pair.level, pair => pair.place, StringComparer.Ordinal));

        public int Compare(StratumKey? x, StratumKey? y)
        {
            for (var i = 0; i < places.Count; i++)
            {
                if (places[i][x!.Levels[i]].CompareTo(places[i][y!.Levels[i]]) is var order && order != 0)
                    return order;
            }
            return 0;
        }
    }
}
