using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>One outcome broken down in one way: the margins of the tabulation over the columns of the breakdown.</summary>
internal sealed class Breakdown
{
    private readonly Tabulation tabulation;
    private readonly DomainQuestion question;
    private readonly Stratification stratification;
    private readonly KeyColumn outcome;
    private readonly Axis[] axes;
    private readonly LevelKind[] answers;
    private readonly MarginsByStratum margins;
    private readonly Dictionary<(AttritionStep Step, string Column, string Reason), long> missing = [];

    /// <exception cref="TooManyStrataException">There are too many combinations of levels to be shown.</exception>
    public Breakdown(Tabulation tabulation, int outcomeIndex, Stratification stratification, DomainQuestion question)
    {
        (this.tabulation, this.question, this.stratification) = (tabulation, question, stratification);
        outcome = tabulation.Columns[outcomeIndex];
        answers = [.. tabulation.Levels[outcomeIndex].Select(level => level.Kind)];
        axes =
        [
            .. stratification.Columns
                .Select(column => new Axis(
                    tabulation, tabulation.Columns.IndexOf(KeyColumn.By(column)), question.UnknownStratumOf(column))),
        ];
        foreach (var cell in IsSplit ? tabulation.Cells : [])
        {
            if (!tabulation.IsInside(cell) || UnknownAxis(cell) is not null)
                continue;
            foreach (var axis in axes)
                axis.See(cell);
        }
        Strata = axes.Aggregate(1d, (product, axis) => product * axis.Names.Count);
        if (Strata > TooManyStrataException.Most && (question.EmptyStrata || Strata > (double)UInt128.MaxValue))
            throw new TooManyStrataException(stratification, Strata);
        margins = new MarginsByStratum(Strata, keepCells: tabulation.HasDesign);
        for (var i = 0; i < tabulation.Cells.Count; i++)
        {
            if (tabulation.IsInside(tabulation.Cells[i]))
                Count(i, tabulation.Cells[i], outcomeIndex);
        }
    }

    /// <summary>Whether there are columns to break down by.</summary>
    public bool IsSplit => axes.Length > 0;

    private double Strata { get; }

    /// <summary>Creates the breakdown of an outcome without columns.</summary>
    public static Breakdown OfAll(Tabulation tabulation, int outcomeIndex, DomainQuestion question) =>
        new(tabulation, outcomeIndex, Stratification.Overall, question);

    /// <summary>
    /// Returns a domain for every combination of the levels seen, in order, without empty ones unless they are requested.
    /// </summary>
    public IEnumerable<Domain> Domains()
    {
        var keys = IsSplit && !question.EmptyStrata
            ? margins.NotEmpty
            : Enumerable.Range(0, (int)Strata).Select(key => (UInt128)key);
        return keys.Select(key => new Domain(outcome, LevelsOf(key), margins.Of(key)));
    }

    /// <summary>
    /// Returns who is not in these figures. Reasons that do not depend on the breakdown are reported only with the overall figure.
    /// </summary>
    public IEnumerable<Attrition> Attrition() =>
        from entry in missing
        where entry.Value > 0 && (entry.Key.Step == AttritionStep.StratumMissing || !IsSplit)
        orderby entry.Key.Step, entry.Key.Column, entry.Key.Reason
        select new Attrition(entry.Key.Step, outcome, IsSplit ? stratification : null, entry.Key.Column, entry.Key.Reason, entry.Value);

    /// <summary>Returns the first axis that excludes a cell from this breakdown, or null if none does.</summary>
    private Axis? UnknownAxis(Cell cell)
    {
        foreach (var axis in axes)
        {
            if (axis.IsUnknown(cell))
                return axis;
        }
        return null;
    }

    private void Count(int index, Cell cell, int outcomeIndex)
    {
        var (persons, code, unknown) = (cell.Sums.N, cell.CodeOf(outcomeIndex), UnknownAxis(cell));
        LevelKind? answer = code == Tabulation.NoLevel ? null : AnswerIn(cell, answers[code]);
        if (answer is null)
            AddTo(AttritionStep.NotAsked, outcome.Name, "other outcomes", persons);
        else if (answer is LevelKind.ZeroWeight or LevelKind.ZeroWeightCase or LevelKind.ZeroWeightNonCase)
            AddTo(AttritionStep.ZeroWeight, tabulation.Weighting?.Name ?? "", "0", persons);
        else if (answer == LevelKind.Missing)
            AddTo(AttritionStep.OutcomeMissing, outcome.Name, tabulation.Levels[outcomeIndex][code].Text, persons);
        else if (unknown is not null)
            AddTo(AttritionStep.StratumMissing, unknown.Column, unknown.LevelOf(cell), persons);
        if (unknown is not null || answer is null)
            return;
        // A mixed-radix number whose digits are the indexes on the axes, so that keys are unique and sort in display order.
        UInt128 key = 0;
        foreach (var axis in axes)
            key = (key * (UInt128)axis.Names.Count) + (UInt128)axis.IndexOf(cell);
        margins.Of(key).Add(index, persons, answer.Value);
    }

    /// <summary>
    /// Treats an answer with a weighted sum of 0, which sums from other sources may contain, as the answer of persons with zero weight.
    /// </summary>
    private static LevelKind AnswerIn(Cell cell, LevelKind answer) =>
        cell.Sums.W.Value != 0 ? answer
        : answer == LevelKind.Case ? LevelKind.ZeroWeightCase
        : answer == LevelKind.NonCase ? LevelKind.ZeroWeightNonCase
        : answer;

    private void AddTo(AttritionStep step, string column, string reason, long persons)
    {
        var key = (step, column, reason);
        missing[key] = missing.GetValueOrDefault(key) + persons;
    }

    private StratumLevel[] LevelsOf(UInt128 key)
    {
        var levels = new StratumLevel[axes.Length];
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            var size = (UInt128)axes[i].Names.Count;
            levels[i] = new StratumLevel(axes[i].Column, axes[i].Names[(int)(key % size)]);
            key /= size;
        }
        return levels;
    }
}
