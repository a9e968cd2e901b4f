using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a stratum, with the number of cases and of persons.</summary>
internal sealed class GroupedSource(DataRows table, ReadingPlan plan, ProblemLog log) : RowSource(table, plan, log)
{
    private static readonly KeyColumn RecallKey = KeyColumn.By("recall period");
    private static readonly KeyColumn AnswerKey = KeyColumn.Outcome("answer", RecallPeriod.Point);

    private readonly List<KeyReader> readers = [];
    private readonly Dictionary<string, RecallPeriod> recalls = new(StringComparer.Ordinal);
    private DistinctRows distinct = new([]);
    private TotalRows? totals;
    private int casesColumn;
    private int personsColumn;
    private int recallColumn = -1;
    private HashSet<string> recallMissing = [];

    private string OutcomeName => Plan.OutcomeName ?? Plan.CasesColumn!;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyReader> Readers => readers;

    private int RecallPlace => readers.Count + 1;

    protected override TabulationBuilder Prepare()
    {
        var builder = new TabulationBuilder([KeyColumn.Outside, .. Plan.ByKeys, RecallKey, AnswerKey]);
        Domain = new DomainReader(Table.Find, Plan, Values, builder, 0);
        readers.AddRange(Plan.StratumReaders(Table.Find, Values, Table.DecimalComma, builder, 1));
        (casesColumn, personsColumn) = (Table.Find(Plan.CasesColumn!), Table.Find((Plan.PersonsColumn ?? Plan.NonCasesColumn)!));
        distinct = new DistinctRows([casesColumn, personsColumn]);
        // Where the codebook says that rows overlap, nobody adds them up.
        totals = Plan.Codebook.Overall ? new TotalRows(Table, [casesColumn, personsColumn]) : null;
        if (Plan.Recall is { } all)
            recalls[all.ToString()] = all;
        if (Plan.RecallColumn is { } column)
            (recallColumn, recallMissing) = (Table.Find(column), Plan.MissingOf(column, isQuantity: false));
        return builder;
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        // Both counts are read, so that both are told where both are wrong.
        var complete = WholeNumber(casesColumn, out var cases) & WholeNumber(personsColumn, out var persons);
        if (Plan.PersonsColumn is null)
            persons += cases;
        if (complete && cases > persons)
        {
            complete = false;
            Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.CasesExceedPersons, $"found {cases} cases in column '{Table.Header[casesColumn]}' and {persons} persons in column '{Table.Header[personsColumn]}'", "expected at most as many cases as persons"));
        }
        complete &= distinct.IsNew(Table, Log);
        if (!complete || !CountHeads(persons) || !IsInside(key, builder, Sums.Unweighted(persons)))
            return;
        foreach (var reader in readers)
            complete &= reader.Read(Table, key, Log);
        if (!Recall(out var recall) || !complete)
        {
            AddIfOutside(key, builder, Sums.Unweighted(persons));
            return;
        }
        if (recall is null)
        {
            key.AsSpan().Fill(Tabulation.NoLevel);
            AddOutside(Level.Outside($"{Plan.RecallColumn} not stated"), key, builder, Sums.Unweighted(persons));
            return;
        }
        totals?.Add(cases, persons);
        recalls[recall.ToString()] = recall;
        key[RecallPlace] = builder.CodeOf(RecallPlace, Level.Value(recall.ToString()));
        key[RecallPlace + 1] = builder.CodeOf(RecallPlace + 1, Level.Case);
        builder.Add(key, Sums.Unweighted(cases));
        key[RecallPlace + 1] = builder.CodeOf(RecallPlace + 1, Level.NonCase);
        builder.Add(key, Sums.Unweighted(persons - cases));
    }

    protected override void Finish(TabulationBuilder builder) => totals?.Report(Log);

    /// <summary>Each recall period that was found becomes an outcome of its own, not asked in the rows of the others.</summary>
    protected override Tabulation Complete(Tabulation tabulation)
    {
        var periods = recalls.Values.OrderBy(recall => recall.Reach).ToList();
        var shared = tabulation.Columns.Count - 2;
        var builder = new TabulationBuilder([.. tabulation.Columns.Take(shared), .. periods.Select(recall => KeyColumn.Outcome(OutcomeName, recall))]);
        for (var place = 0; place < shared; place++)
            builder.Declare(place, tabulation.Declared[place]);
        foreach (var cell in tabulation.Cells)
        {
            var key = new int[builder.Columns.Count];
            for (var place = 0; place < key.Length; place++)
                key[place] = place < shared && tabulation.LevelOf(cell, place) is { } level ? builder.CodeOf(place, level) : Tabulation.NoLevel;
            if (tabulation.LevelOf(cell, shared) is { } recall)
            {
                var outcome = shared + periods.IndexOf(recalls[recall.Text]);
                key[outcome] = builder.CodeOf(outcome, tabulation.LevelOf(cell, shared + 1)!.Value);
            }
            builder.Add(key, cell.Sums);
        }
        return builder.Build();
    }

    private bool WholeNumber(int column, out long number)
    {
        if (Numbers.TryParseWhole(Table[column], Table.DecimalComma, out number))
            return true;
        var code = Numbers.TryParse(Table[column], Table.DecimalComma, out _) ? ProblemCodes.NotAWholeNumber : ProblemCodes.NotANumber;
        var remedy = code == ProblemCodes.NotANumber
            ? "Leave out rows without counts, write 1204 for 1,204, or use --decimal-comma where numbers look like 1,5."
            : "Persons are counted whole, and no row stands for more than 10¹².";
        var found = $"found '{DataRows.Shown(Table[column])}' in column '{Table.Header[column]}'";
        Log.Add(new Problem(Table.File, Table.Line, code, found, "expected a number of persons", remedy)
        {
            Column = Table.Header[column],
        });
        return false;
    }

    /// <summary>The recall period of the row; nothing where it is missing; false, and a problem, where it cannot be read.</summary>
    private bool Recall(out RecallPeriod? recall)
    {
        recall = Plan.Recall;
        if (recallColumn < 0)
            return true;
        var text = DataRows.Shown(Table[recallColumn]);
        if (recallMissing.Contains(text) || RecallPeriod.TryParse(text, out recall))
            return true;
        Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.NotARecall, $"found '{text}' in column '{Plan.RecallColumn}'", "expected point, lifetime or a span") { Column = Plan.RecallColumn });
        return false;
    }
}
