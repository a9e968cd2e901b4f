using System.Text.Unicode;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a cell of a tabulation that was saved before.</summary>
internal sealed class TabulationSource(DataRows table, ReadingPlan plan, DesignLedger ledger, ProblemLog log) : RowSource(table, plan, log)
{
    private static readonly Level[] Answers = [Level.Case, Level.NonCase, Level.ZeroWeight, Level.ZeroWeightCase, Level.ZeroWeightNonCase];

    private readonly List<(int Index, int MissingColumn, int OrderColumn, StratumReader Reader)> strata = [];
    private readonly Dictionary<int, SortedDictionary<long, string>> orders = [];
    private readonly List<(int Index, int Column, int MissingColumn)> outcomes = [];
    private TabulatedUnits? units;
    private int[] textColumns = [];
    private DistinctRows distinct = new([]);
    private int outsideColumn;
    private int droppedColumn;
    private TabulationSums? sums;
    private SavedReading? saved;

    /// <inheritdoc/>
    public override string? SavedRepeats => saved?.Repeats;

    /// <inheritdoc/>
    public override ReplicateRank SavedRank => sums?.ReplicateRank ?? ReplicateRank.Unknown;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyReader> Readers => strata.ConvertAll(stratum => (KeyReader)stratum.Reader);

    /// <inheritdoc/>
    protected override bool HoldsLabels => true;

    protected override TabulationBuilder Prepare()
    {
        if (TabulationFormat.Missing(Table.Header) is { } expected)
        {
            var found = $"found the columns {string.Join(", ", Table.Header.Take(20))}";
            Log.Add(new Problem(Table.File, 1, ProblemCodes.NotATabulation, found, $"expected {expected}"));
            return new TabulationBuilder([]);
        }
        if (UnpairedColumn.In(Table.Header) is { } unpaired)
        {
            Log.Add(new Problem(
                Table.File, 1, ProblemCodes.NotATabulation, $"found the column '{unpaired.Found}'", $"expected {unpaired.Expected}",
                "Write the file with 'backpain tabulate', or rename or remove the column."));
            return new TabulationBuilder([]);
        }
        var keys = Table.Header.Select(TabulationFormat.KeyOf).ToList();
        var outcomeKeys = OutcomesAmong(keys.Where(key => key?.Role == KeyRole.Outcome).Select(key => key!).ToList());
        var weighting = TabulationFormat.WeightingOf(Table.Header);
        var builder = new TabulationBuilder(
            [.. keys.OfType<KeyColumn>().Where(key => key.IsDesign), KeyColumn.Outside, .. Plan.ByKeys, .. outcomeKeys], weighting);
        units = new TabulatedUnits(Table.Header, Values, builder, ledger);
        ledger.HasSumsOnly |= weighting is { Replicates.Count: > 0 };
        Domain = new DomainReader(FindBy, Plan, Values, builder, holdsLabels: true);
        (outsideColumn, droppedColumn) = (Index(TabulationFormat.Outside), Index(TabulationFormat.Dropped));
        foreach (var reader in Plan.StratumReaders(FindBy, Values, Table.DecimalComma, builder, SpreadsheetText.Unescape))
            strata.Add((
                reader.Index,
                Beside(reader.Column, TabulationFormat.MissingHeaderOf),
                Beside(reader.Column, TabulationFormat.OrderHeaderOf),
                reader));
        foreach (var key in outcomeKeys)
            outcomes.Add((builder.Columns.IndexOf(key), keys.IndexOf(key), Beside(keys.IndexOf(key), TabulationFormat.MissingHeaderOf)));
        sums = new TabulationSums(Table, weighting, Log);
        saved = new SavedReading(Table, Values, Log);
        distinct = new DistinctRows(sums.Columns);
        var ofReasons = strata.Select(stratum => stratum.MissingColumn).Concat(outcomes.Select(outcome => outcome.MissingColumn));
        textColumns = [.. units.Columns.Concat(ofReasons).Append(outsideColumn).Append(droppedColumn).Where(column => column >= 0)];
        return builder;
    }

    /// <summary>
    /// The outcomes of the file; only those that were typed, if any were. Their codes are for the files of individuals beside it.
    /// </summary>
    private List<KeyColumn> OutcomesAmong(List<KeyColumn> held)
    {
        var wanted = Plan.TypedOutcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        foreach (var missing in wanted.Except(held))
            Log.Add(new Problem(
                Table.File, 1, ProblemCodes.UnknownColumn, $"found no outcome '{TabulationFormat.HeaderOf(missing)}'",
                $"the tabulation has {string.Join(", ", held.Select(TabulationFormat.HeaderOf))}",
                "Ask for one of these, or tabulate the rows again."));
        return wanted.Count == 0 ? held : [.. wanted.Intersect(held)];
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        if (!saved!.Read() | !distinct.IsNew(Table, Log) | !sums!.TryRead(out var persons) | !IsText() || !CountHeads(persons.N))
            return;
        var (drop, outside) = (Reason(droppedColumn), Reason(outsideColumn));
        if (!units!.Read(Table, key, isDropped: drop.Length > 0, Log))
            return;
        if (drop.Length > 0 || outside.Length > 0)
            AddOutside(drop.Length > 0 ? Level.Dropped(drop) : Level.Outside(outside), key, builder, persons, sums.Replicates);
        else if (IsInside(key, builder, persons, sums.Replicates))
            AddInside(key, builder, persons);
    }

    private void AddInside(int[] key, TabulationBuilder builder, in Sums persons)
    {
        if (Levels(key, builder))
            builder.Add(key, persons, sums!.Replicates);
        else
            AddIfOutside(key, builder, persons, sums!.Replicates);
    }

    private bool Levels(int[] key, TabulationBuilder builder)
    {
        var complete = true;
        foreach (var (index, missingColumn, orderColumn, reader) in strata)
        {
            NoteOrder(orderColumn, reader);
            if (Reason(missingColumn) is { Length: > 0 } why)
                key[index] = builder.CodeOf(index, Level.Missing(why));
            else
                complete &= reader.Read(Table, key, Log);
        }
        foreach (var (index, column, missingColumn) in outcomes)
            complete &= Outcome(column, Reason(missingColumn), builder.Weighting is not null, out var level)
                && (level is null || (key[index] = builder.CodeOf(index, level.Value)) >= 0);
        return complete;
    }

    /// <summary>The order of a codebook that may not be at hand now.</summary>
    protected override void Finish(TabulationBuilder builder)
    {
        foreach (var (index, order) in orders)
            builder.Declare(index, [.. order.Values]);
    }

    private void NoteOrder(int orderColumn, StratumReader reader)
    {
        if (orderColumn < 0
            || Plan.BandsOf(reader.Field.Name) is not null
            || !Numbers.TryParseWhole(Table[orderColumn], Table.DecimalComma, out var order))
            return;
        if (!orders.TryGetValue(reader.Index, out var levels))
            orders[reader.Index] = levels = [];
        levels[order] = SpreadsheetText.Unescape(DataRows.Shown(Table[reader.Column]));
    }

    /// <summary>Outcomes are counted already, so codes can only be meant for a column to break down by.</summary>
    protected override void FindDeclared(string column)
    {
        if (Index(TabulationFormat.HeaderOf(KeyColumn.By(column))) < 0
            && !Table.Header.Any(header => TabulationFormat.KeyOf(header)?.Name == column))
            FindBy(column);
    }

    private int Index(string header) => Table.Header.ToList().IndexOf(header);

    private int FindBy(string column) => Table.Find(TabulationFormat.HeaderOf(KeyColumn.By(column)));

    private int Beside(int column, Func<string, string> nameOf) => column < 0 ? -1 : Index(nameOf(Table.Header[column]));

    /// <summary>Whether the units and reasons of the row can be told apart; a problem where they are no text.</summary>
    private bool IsText()
    {
        var wrong = Array.FindIndex(textColumns, column => !Utf8.IsValid(Table[column]));
        if (wrong >= 0)
            Table.TellUndecodable(textColumns[wrong]);
        return wrong < 0;
    }

    private string Reason(int column) => column < 0 ? "" : SpreadsheetText.Unescape(DataRows.Shown(Table[column]));

    /// <summary>
    /// The level of an outcome; null where it was not asked; false, and a problem, where the cell is not one that tabulate writes.
    /// </summary>
    private bool Outcome(int column, string missing, bool isWeighted, out Level? level)
    {
        var text = DataRows.Shown(Table[column]);
        level = missing.Length > 0 ? Level.Missing(missing)
            : Array.Find(Answers, known => known.Text == text) is { Text: not null } answer ? answer
            : null;
        var isOfZeroWeight = level is { Kind: LevelKind.ZeroWeight or LevelKind.ZeroWeightCase or LevelKind.ZeroWeightNonCase };
        if ((level is null && text.Length > 0) || (isOfZeroWeight && !isWeighted))
            return Refuse(column, ProblemCodes.UnexplainedCode, $"{Level.Case.Text}, {Level.NonCase.Text} or nothing");
        return !isOfZeroWeight || sums!.AreOfZeroWeight || Refuse(column, ProblemCodes.BadSums, "a sum of weights of 0");
    }

    private bool Refuse(int column, ProblemCode code, string expected)
    {
        Log.Add(new Problem(
            Table.File, Table.Line, code, $"found '{DataRows.Shown(Table[column])}' in column '{Table.Header[column]}'",
            $"expected {expected}", "Write the file with 'backpain tabulate'.")
        { Column = Table.Header[column] });
        return false;
    }
}
