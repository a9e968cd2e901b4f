using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// A row is all persons with the same values in the columns that are asked about, as an engine grouped them. Its values mean what they mean
/// in a row of one person.
/// </summary>
internal sealed class RawSumsSource(DataRows table, ReadingPlan plan, DesignLedger ledger, ProblemLog log)
    : IndividualSource(table, plan, ledger, log)
{
    protected override IReadOnlyList<string> ReplicateNames => [.. RawSumsFormat.ColumnsIn(Table.Header)];

    protected override PersonsReader ReaderOf(IReadOnlyList<Replicate> replicates, TabulationBuilder builder) =>
        new RawDesignReader(Table, Plan, Values, replicates, builder, Ledger);

    /// <summary>
    /// Whoever grouped the rows grouped them by the columns that are asked about, and looked there whether the others exist.
    /// </summary>
    protected override void FindDeclared(string column)
    {
    }
}
