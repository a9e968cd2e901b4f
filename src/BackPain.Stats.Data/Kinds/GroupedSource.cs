using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a stratum, with the number of cases and of persons.</summary>
internal sealed class GroupedSource(DataRows table, ReadingPlan plan, DesignLedger ledger, ProblemLog log) : RowSource(table, plan, log)
{
    // Until all recall periods are known, they are an outcome of their own.
    private static readonly KeyColumn RecallKey = KeyColumn.Outcome("recall period", RecallPeriod.Point);
    private static readonly KeyColumn AnswerKey = KeyColumn.Outcome("answer", RecallPeriod.Point);

    private readonly List<KeyReader> readers = [];
    private readonly Dictionary<string, RecallPeriod> recalls = new(StringComparer.Ordinal);
    private DistinctStrata? distinct;
    private TotalRows? totals;
    private int casesColumn;
    private int personsColumn;
    private int recallColumn = -1;
    private int recallIndex;
    private int answerIndex;
    private HashSet<string> recallMissing = [];

    private string OutcomeName => Plan.Codebook.OutcomeName ?? Plan.Counts.Cases!;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyReader> Readers => readers;

    protected override TabulationBuilder Prepare()
    {
        var builder = new TabulationBuilder([KeyColumn.Outside, .. Plan.ByKeys, RecallKey, AnswerKey]);
        Domain = new DomainReader(Table.Find, Plan, Values, builder);
        readers.AddRange(Plan.StratumReaders(Table.Find, Values, Table.DecimalComma, builder));
        (recallIndex, answerIndex) = (builder.Columns.IndexOf(RecallKey), builder.Columns.IndexOf(AnswerKey));
        (casesColumn, personsColumn) = (Table.Find(Plan.Counts.Cases!), Table.Find((Plan.Counts.Persons ?? Plan.Counts.NonCases)!));
        distinct = new DistinctStrata(Table, Plan, [casesColumn, personsColumn], ledger);
        // Where the codebook says that rows overlap, nobody adds them up.
        totals = Plan.Codebook.Overall ? new TotalRows(Table, [casesColumn, personsColumn]) : null;
        if (Plan.Counts.Recall is { } all)
            recalls[all.ToString()] = all;
        if (Plan.Counts.RecallColumn is { } column)
            (recallColumn, recallMissing) = (Table.Find(column), Plan.MissingOf(column, isQuantity: false));
        return builder;
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        // Both counts are read, so that both are told where both are wrong.
        var complete = WholeNumber(casesColumn, out var cases) & WholeNumber(personsColumn, out var persons);
        if (Plan.Counts.Persons is null && complete && !TryAddCases(cases, ref persons))
            return;
        if (complete && cases > persons)
        {
            complete = false;
            Log.Add(new Problem(
                Table.File, Table.Line, ProblemCodes.CasesExceedPersons,
                $"found {cases} cases in column '{Table.Header[casesColumn]}' "
                    + $"and {persons} persons in column '{Table.Header[personsColumn]}'",
                "expected at most as many cases as persons"));
        }
        complete &= distinct!.IsNew(Table, Log);
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
            AddOutside(Level.Outside($"{Plan.Counts.RecallColumn} not stated"), key, builder, Sums.Unweighted(persons));
            return;
        }
        totals?.Add(cases, persons);
        recalls[recall.ToString()] = recall;
        key[recallIndex] = builder.CodeOf(recallIndex, Level.Value(recall.ToString()));
        key[answerIndex] = builder.CodeOf(answerIndex, Level.Case);
        builder.Add(key, Sums.Unweighted(cases));
        key[answerIndex] = builder.CodeOf(answerIndex, Level.NonCase);
        builder.Add(key, Sums.Unweighted(persons - cases));
    }

    protected override void Finish(TabulationBuilder builder) => totals?.Report(Log);

    /// <summary>Each recall period that was found becomes an outcome of its own, not asked in the rows of the others.</summary>
    protected override Tabulation Complete(Tabulation tabulation)
    {
        var periods = recalls.Values.OrderBy(recall => recall.Reach).ToList();
        var builder = new TabulationBuilder(tabulation.Columns.WithOutcomes(periods.Select(OutcomeOf)));
        var indexes = builder.Columns.IndexesIn(tabulation.Columns);
        builder.DeclareAsIn(tabulation);
        foreach (var cell in tabulation.Cells)
        {
            var asked = tabulation.LevelOf(cell, recallIndex) is { } recall ? builder.Columns.IndexOf(OutcomeOf(recalls[recall.Text])) : -1;
            builder.Add(index => LevelIn(cell, index == asked ? answerIndex : indexes[index]), cell.Sums);
        }
        return builder.Build();

        Level? LevelIn(Cell cell, int index) => index < 0 ? null : tabulation.LevelOf(cell, index);

        KeyColumn OutcomeOf(RecallPeriod recall) => KeyColumn.Outcome(OutcomeName, recall);
    }

    /// <summary>
    /// Adds the cases to the non-cases; false, with a problem that ends the reading, if they are more than can be counted.
    /// </summary>
    private bool TryAddCases(long cases, ref long persons)
    {
        if (cases > long.MaxValue - persons)
            return CountHeads(persons) && CountHeads(cases);
        persons += cases;
        return true;
    }

    private static Wording RemedyFor(ProblemCode code) => code == ProblemCodes.NotANumber
        ? (Wording)$"Leave out rows without counts, write 1204 for 1,204, or use {Settings.DecimalComma} where numbers look like 1,5."
        : "Persons are counted whole.";

    private bool WholeNumber(int column, out long number)
    {
        if (Numbers.TryParseWhole(Table[column], Table.DecimalComma, out number))
            return true;
        Log.Add(UncountableNumber.Problem(Table, column, "expected a number of persons", RemedyFor));
        return false;
    }

    /// <summary>The recall period of the row; nothing where it is missing; false, and a problem, where it cannot be read.</summary>
    private bool Recall(out RecallPeriod? recall)
    {
        recall = Plan.Counts.Recall;
        if (recallColumn < 0)
            return true;
        var text = DataRows.Shown(Table[recallColumn]);
        if (recallMissing.Contains(text) || RecallPeriod.TryParse(text, out recall))
            return true;
        Log.Add(new Problem(
            Table.File, Table.Line, ProblemCodes.NotARecall,
            $"found '{text}' in column '{Plan.Counts.RecallColumn}'",
            "expected point, lifetime or a span")
        {
            Column = Plan.Counts.RecallColumn,
        });
        return false;
    }
}
