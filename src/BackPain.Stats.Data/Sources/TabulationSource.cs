using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>A row is a cell of a tabulation that was saved before.</summary>
internal sealed class TabulationSource(CsvTable table, ReadingPlan plan, DesignLedger ledger, ProblemLog log) : RowSource(table, plan, log)
{
    private static readonly Level[] Answers = [Level.Case, Level.NonCase, Level.ZeroWeight, Level.ZeroWeightCase, Level.ZeroWeightNonCase];

    private readonly List<(int Place, int MissingColumn, int OrderColumn, StratumReader Reader)> strata = [];
    private readonly Dictionary<int, SortedDictionary<long, string>> orders = [];
    private readonly List<(int Place, int Column, int MissingColumn)> outcomes = [];
    private TabulatedUnits? units;
    private int[] replicateColumns = [];
    private DoubleDouble[] replicates = [];
    private int rankColumn = -1;
    private DistinctRows distinct = new([]);
    private int outsideColumn;
    private int droppedColumn;
    private int n;
    private int sumW;
    private int sumW2;

    /// <summary>The rank of the replicate weights, as the file says.</summary>
    public ReplicateRank ReplicateRank { get; private set; } = ReplicateRank.Unknown;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyReader> Readers => strata.ConvertAll(stratum => (KeyReader)stratum.Reader);

    /// <inheritdoc/>
    protected override bool HoldsLabels => true;

    protected override TabulationBuilder Prepare()
    {
        if (!TabulationFormat.Matches(Table.Header))
        {
            Log.Add(new Problem(Table.File, 1, ProblemCodes.NotATabulation, $"found the columns {string.Join(", ", Table.Header.Take(20))}", $"expected an outcome such as 'period:P3M:pain', and {TabulationFormat.N}, {TabulationFormat.SumW} and {TabulationFormat.SumW2}"));
            return new TabulationBuilder([]);
        }
        var keys = Table.Header.Select(TabulationFormat.KeyOf).ToList();
        var outcomeKeys = OutcomesAmong(keys.Where(key => key?.Role == KeyRole.Outcome).Select(key => key!).ToList());
        var weighting = TabulationFormat.WeightingOf(Table.Header);
        var builder = new TabulationBuilder([.. keys.OfType<KeyColumn>().Where(key => key.IsDesign).OrderBy(key => key.Role), KeyColumn.Outside, .. Plan.ByKeys, .. outcomeKeys], weighting);
        units = new TabulatedUnits(Table.Header, Values, builder, ledger);
        replicateColumns = [.. (weighting?.Replicates ?? []).Select(replicate => Table.Find(TabulationFormat.HeaderOf(replicate)))];
        replicates = new DoubleDouble[replicateColumns.Length];
        rankColumn = replicates.Length > 0 ? Index(TabulationFormat.ReplicateRank) : -1;
        ledger.HasSumsOnly |= replicates.Length > 0;
        var outside = builder.IndexOf(KeyColumn.Outside);
        Domain = new DomainReader(FindBy, Plan, Values, builder, outside, holdsLabels: true);
        (outsideColumn, droppedColumn) = (Index(TabulationFormat.Outside), Index(TabulationFormat.Dropped));
        foreach (var reader in Plan.StratumReaders(FindBy, Values, Table.DecimalComma, builder, outside + 1, SpreadsheetText.Unescape))
            strata.Add((outside + 1 + strata.Count, Beside(reader.Column, TabulationFormat.MissingHeaderOf), Beside(reader.Column, TabulationFormat.OrderHeaderOf), reader));
        foreach (var key in outcomeKeys)
            outcomes.Add((builder.IndexOf(key), keys.IndexOf(key), Beside(keys.IndexOf(key), TabulationFormat.MissingHeaderOf)));
        var (nameOfW, nameOfW2) = TabulationFormat.HeadersOf(weighting);
        (n, sumW, sumW2) = (Table.Find(TabulationFormat.N), Table.Find(nameOfW), Table.Find(nameOfW2));
        distinct = new DistinctRows([n, sumW, sumW2, .. replicateColumns]);
        return builder;
    }

    /// <summary>The outcomes of the file; only those that were typed, if any were. Their codes are for the files of individuals beside it.</summary>
    private List<KeyColumn> OutcomesAmong(List<KeyColumn> held)
    {
        var wanted = Plan.TypedOutcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        foreach (var missing in wanted.Except(held))
            Log.Add(new Problem(Table.File, 1, ProblemCodes.UnknownColumn, $"found no outcome '{TabulationFormat.HeaderOf(missing)}'", $"the tabulation has {string.Join(", ", held.Select(TabulationFormat.HeaderOf))}", "Ask for one of these, or tabulate the rows again."));
        return wanted.Count == 0 ? held : [.. wanted.Intersect(held)];
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        if (!distinct.IsNew(Table, Log) | !TrySums(out var sums))
            return;
        if (!units!.Read(Table, key, isDropped: Reason(droppedColumn).Length > 0, Log))
            return;
        if (Reason(droppedColumn) is { Length: > 0 } drop)
        {
            AddOutside(Level.Dropped(drop), key, builder, sums, replicates);
            return;
        }
        if (Reason(outsideColumn) is { Length: > 0 } reason)
        {
            AddOutside(Level.Outside(reason), key, builder, sums, replicates);
            return;
        }
        if (!IsInside(key, builder, sums, replicates))
            return;
        var complete = true;
        foreach (var (place, missingColumn, orderColumn, reader) in strata)
        {
            NoteOrder(place, orderColumn, reader.Column);
            if (Reason(missingColumn) is { Length: > 0 } why)
                key[place] = builder.CodeOf(place, Level.Missing(why));
            else
                complete &= reader.Read(Table, key, Log);
        }
        foreach (var (place, column, missingColumn) in outcomes)
            complete &= Outcome(column, Reason(missingColumn), out var level) && (level is null || (key[place] = builder.CodeOf(place, level.Value)) >= 0);
        if (complete)
            builder.Add(key, sums, replicates);
        else
            AddIfOutside(key, builder, sums, replicates);
    }

    /// <summary>The order of a codebook that may not be at hand now.</summary>
    protected override void Finish(TabulationBuilder builder)
    {
        foreach (var (place, order) in orders)
            builder.Declare(place, [.. order.Values]);
    }

    private void NoteOrder(int place, int orderColumn, int column)
    {
        if (orderColumn < 0 || Plan.BandsOf(Plan.ByColumns[place - strata[0].Place]) is not null || !Numbers.TryParseWhole(Table[orderColumn], Table.DecimalComma, out var order))
            return;
        if (!orders.TryGetValue(place, out var levels))
            orders[place] = levels = [];
        levels[order] = SpreadsheetText.Unescape(CsvTable.Shown(Table[column]));
    }

    /// <summary>Outcomes are counted already, so codes can only be meant for a column to break down by.</summary>
    protected override void FindDeclared(string column)
    {
        if (Index(TabulationFormat.HeaderOf(KeyColumn.By(column))) < 0 && !Table.Header.Any(header => TabulationFormat.KeyOf(header)?.Name == column))
            FindBy(column);
    }

    private int Index(string header) => Table.Header.ToList().IndexOf(header);

    private int FindBy(string column) => Table.Find(TabulationFormat.HeaderOf(KeyColumn.By(column)));

    private int Beside(int column, Func<string, string> nameOf) => column < 0 ? -1 : Index(nameOf(Table.Header[column]));

    private string Reason(int column) => column < 0 ? "" : SpreadsheetText.Unescape(CsvTable.Shown(Table[column]));

    /// <summary>The level of an outcome; nothing where it was not asked; false, and a problem, where the cell is not one that tabulate writes.</summary>
    private bool Outcome(int column, string missing, out Level? level)
    {
        var text = CsvTable.Shown(Table[column]);
        level = missing.Length > 0 ? Level.Missing(missing) : Array.Find(Answers, known => known.Text == text) is { Text: not null } answer ? answer : null;
        if (level is not null || text.Length == 0)
            return true;
        Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.UnexplainedCode, $"found '{text}' in column '{Table.Header[column]}'", $"expected {Level.Case.Text}, {Level.NonCase.Text} or nothing", "Write the file with 'backpain tabulate'."));
        return false;
    }

    private bool TrySums(out Sums sums)
    {
        var isN = Check(n, Numbers.TryParseWhole(Table[n], Table.DecimalComma, out var persons), "a whole number");
        var isW = Check(sumW, Numbers.TryParse(Table[sumW], Table.DecimalComma, out var w), "a number");
        var isW2 = Check(sumW2, Numbers.TryParse(Table[sumW2], Table.DecimalComma, out var w2), "a number");
        sums = new Sums(persons, w, w2);
        var complete = isN && isW && isW2;
        for (var r = 0; r < replicates.Length; r++)
        {
            complete &= Check(replicateColumns[r], Numbers.TryParse(Table[replicateColumns[r]], Table.DecimalComma, out var sum), "a number");
            replicates[r] = sum;
        }
        if (rankColumn >= 0 && Check(rankColumn, Numbers.TryParseWhole(Table[rankColumn], Table.DecimalComma, out var rank), "a whole number"))
            ReplicateRank = ReplicateRank.Of((int)rank);
        return complete;
    }

    private bool Check(int column, bool holds, string expected)
    {
        if (!holds)
            Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.NotANumber, $"found '{CsvTable.Shown(Table[column])}' in column '{Table.Header[column]}'", $"expected {expected}", "Write the file with 'backpain tabulate'."));
        return holds;
    }
}
