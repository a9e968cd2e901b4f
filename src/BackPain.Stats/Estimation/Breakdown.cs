using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>One outcome broken down in one way: the margin of the tabulation over the columns of the breakdown.</summary>
internal sealed class Breakdown
{
    private const string MissingLevel = "(missing)";

    private readonly PrevalenceQuestion question;
    private readonly Stratification stratification;
    private readonly KeyColumn outcome;
    private readonly List<IReadOnlyList<string>> axes = [];
    private readonly Dictionary<StratumKey, Counts> margin = [];
    private readonly Dictionary<(AttritionStep Step, string Column, string Reason), long> missing = [];

    public Breakdown(Tabulation tabulation, int outcomePlace, Stratification stratification, PrevalenceQuestion question)
    {
        (this.question, this.stratification, outcome) = (question, stratification, tabulation.Columns[outcomePlace]);
        var places = stratification.Columns.Select(column => tabulation.PlaceOf(KeyRole.By, column)).ToArray();
        var seen = places.Select(_ => new HashSet<Level>()).ToArray();
        foreach (var cell in tabulation.Cells)
        {
            if (tabulation.LevelOf(cell, outcomePlace) is { } answer)
                Count(cell.Sums.N, answer, [.. places.Select(place => tabulation.LevelOf(cell, place)!.Value)], seen);
            else if (tabulation.IsInside(cell))
                AddTo(AttritionStep.NotAsked, outcome.Name, "other outcomes", cell.Sums.N);
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
        var strata = axes.Aggregate(1d, (product, axis) => product * axis.Count);
        if (question.EmptyStrata && strata > TooManyStrataException.Most)
            throw new TooManyStrataException(stratification, strata);
        return question.EmptyStrata ? Grid().Select(EstimateOf) : margin.Keys.Where(key => margin[key].Persons > 0).Order(new ByAxes(axes)).Select(EstimateOf);
    }

    /// <summary>Who is not in these figures. What does not depend on the breakdown is told once, with the overall figure.</summary>
    public IEnumerable<Attrition> Attrition() =>
        from entry in missing
        where entry.Value > 0 && (entry.Key.Step == AttritionStep.StratumMissing || !IsSplit)
        orderby entry.Key.Step, entry.Key.Column, entry.Key.Reason
        select new Attrition(entry.Key.Step, outcome, IsSplit ? stratification : null, entry.Key.Column, entry.Key.Reason, entry.Value);

    private string NameOf(Level level) => level.Kind == LevelKind.Missing ? MissingLevel : level.Text;

    private void Count(long persons, Level answer, Level[] stratum, HashSet<Level>[] seen)
    {
        var unknown = question.UnknownStratum == UnknownStratum.Drop ? Array.FindIndex(stratum, level => level.Kind == LevelKind.Missing) : -1;
        if (answer.Kind == LevelKind.Missing)
            AddTo(AttritionStep.OutcomeMissing, outcome.Name, answer.Text, persons);
        else if (unknown >= 0)
            AddTo(AttritionStep.StratumMissing, stratification.Columns[unknown], stratum[unknown].Text, persons);
        if (unknown >= 0)
            return;
        for (var i = 0; i < stratum.Length; i++)
            seen[i].Add(stratum[i]);
        var key = new StratumKey([.. stratum.Select(NameOf)]);
        margin[key] = margin.GetValueOrDefault(key).Plus(answer.Kind, persons);
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
