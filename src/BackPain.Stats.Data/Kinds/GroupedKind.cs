using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a stratum, with columns of cases and persons.</summary>
internal sealed class GroupedKind : RowKind
{
    /// <inheritdoc/>
    public override bool HasDesign => false;

    /// <inheritdoc/>
    public override ReadingPlan Complete(ReadingPlan plan, StudyRequest request) =>
        plan with { Counts = request.Counts.CompletedBy(plan.Codebook.Counts) };

    /// <inheritdoc/>
    public override Wording? ObjectionTo(ReadingPlan plan, StudyRequest request, bool isAlone) => plan.Counts switch
    {
        _ when isAlone && !request.Persons.IsEmpty =>
            (Wording)$"its rows are counts; {Settings.Id}, {Settings.Repeats} and {Settings.Frequency} are for individual data.",
        _ when !request.Design.IsEmpty || request.MissingWeight is not null =>
            $"its rows are counts; a sampling design needs individual data, or sums that 'backpain tabulate' made of them.",
        _ when request.Outcomes.Count > 0 =>
            $"its rows are counts; {Settings.Point}, {Settings.Period} and {Settings.Lifetime} are for individual data, {Settings.Recall} "
                + $"says what grouped data are about.",
        { Cases: null } or { NamesPersons: false } =>
            $"grouped data need {Settings.Cases}, and {Settings.Persons} or {Settings.NonCases}.",
        { Persons: not null, NonCases: not null } =>
            $"persons are the cases and the non-cases; give {Settings.Persons} or {Settings.NonCases}, not both.",
        { NamesRecall: false } =>
            $"say what the counts are about, with {Settings.Recall} point, {Settings.Recall} lifetime, {Settings.Recall} 3m or the like, "
                + $"or {Settings.RecallColumn}.",
        _ => null,
    };

    /// <inheritdoc/>
    public override RowSource CounterOf(DataRows rows, ReadingPlan plan, DesignLedger ledger, ProblemLog log) =>
        new GroupedSource(rows, plan, ledger, log) { Heads = ledger.Heads };
}
