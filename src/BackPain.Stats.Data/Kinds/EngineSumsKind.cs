using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is all persons with the same values in the columns that were asked about, as an engine grouped them.</summary>
internal sealed class EngineSumsKind : IndividualKind
{
    /// <inheritdoc/>
    public override bool CountsInAnyOrder => false;

    /// <inheritdoc/>
    public override bool HasEveryColumn => false;

    /// <inheritdoc/>
    public override ReadingPlan Complete(ReadingPlan plan, StudyRequest request)
    {
        var completed = base.Complete(plan, request);
        // An engine has grouped the rows without the primary key of a codebook.
        return completed with { Persons = completed.Persons with { Id = request.Persons.Id } };
    }

    /// <inheritdoc/>
    public override RowSource CounterOf(DataRows rows, ReadingPlan plan, DesignLedger ledger, ProblemLog log) =>
        new RawSumsSource(rows, plan, ledger, log) { Heads = ledger.Heads };

    /// <inheritdoc/>
    protected override Wording? ObjectionToRows(ReadingPlan plan, StudyRequest request) =>
        request.Persons.Id.Count > 0 || plan.Persons.Frequency is not null
            ? (Wording)$"its rows are sums that an engine made; {Settings.Id} and {Settings.Frequency} need the rows themselves."
            : null;
}
