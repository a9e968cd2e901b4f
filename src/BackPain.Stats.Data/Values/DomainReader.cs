using System.Diagnostics;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>
/// Decides whether a row belongs to the subpopulation, and if not, why. Where that depends on how codes are compared, it is decided once
/// all rows have been read.
/// </summary>
internal sealed class DomainReader
{
    /// <summary>The row belongs to it.</summary>
    public const int Inside = Tabulation.NoLevel;

    private readonly List<ConditionTest> tests;
    private readonly OpenConditions open;

    /// <param name="find">The index of a column in the file.</param>
    /// <param name="plan">The conditions.</param>
    /// <param name="values">How values are compared with codes.</param>
    /// <param name="builder">What the reasons are for.</param>
    /// <param name="holdsLabels">Whether the file holds labels rather than codes.</param>
    public DomainReader(Func<string, int> find, ReadingPlan plan, CodedColumns values, TabulationBuilder builder, bool holdsLabels = false)
    {
        open = new OpenConditions(builder);
        tests = [.. plan.Where.Select(condition => TestOf(condition, find(condition.Column)))];

        ConditionTest TestOf(Condition condition, int column)
        {
            var (name, codes) = (condition.Column, plan.CodesOf(condition.Column));
            // Labels are those of bands, of numbers that were read before.
            var (isQuantity, isFloored) = (plan.IsQuantity(name) && !holdsLabels, plan.Floored.Contains(name) && !holdsLabels);
            var inDoubt = (isQuantity || condition is NumberCondition) && TellsDoubts(condition, plan) ? new NumbersInDoubt(codes) : null;
            return condition switch
            {
                ValueCondition value => new ValueTest(value, column, codes, Coded(), open, holdsLabels, isQuantity, isFloored)
                {
                    InDoubt = inDoubt,
                },
                NumberCondition number => new NumberTest(number, column, codes, open, isFloored) { InDoubt = inDoubt },
                _ => throw new UnreachableException($"There is no test of {condition}."),
            };

            CodedColumn Coded() => isFloored ? values.OfNumbers(name) : values.Of(name, column);
        }
    }

    /// <summary>The tests, one for each condition.</summary>
    public IReadOnlyList<ConditionTest> Tests => tests;

    /// <summary>Inside, the code of the first reason why not, or <see cref="KeyReader.Refused"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="mayBeInside">Whether the row is to be counted as if it were inside, in case it is.</param>
    public int Read(DataRows row, ProblemLog log, out bool mayBeInside)
    {
        var state = OpenConditions.NoneOpen;
        var code = Inside;
        foreach (var test in tests)
        {
            code = test.Read(row, log);
            if (code == Inside)
                continue;
            if (code is >= 0 or KeyReader.Refused)
                break;
            (state, code) = (open.After(state, code), Inside);
        }
        mayBeInside = code == Inside;
        return state == OpenConditions.NoneOpen || code == KeyReader.Refused ? code : open.End(state, code, out mayBeInside);
    }

    /// <summary>
    /// Whether a condition is the one to tell of doubtful numbers: the first comparison, or else the first condition unless bands tell.
    /// </summary>
    private static bool TellsDoubts(Condition condition, ReadingPlan plan)
    {
        var those = plan.Where.Where(other => other.Column == condition.Column).ToList();
        var teller = those.Find(other => other is NumberCondition) ?? (plan.IsBanded(condition.Column) ? null : those[0]);
        return ReferenceEquals(condition, teller);
    }
}
