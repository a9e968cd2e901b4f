using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>Reads the rows of one file into a tabulation. What the rows are is for the kinds of source to say.</summary>
/// <param name="table">The rows.</param>
/// <param name="plan">What to count.</param>
/// <param name="log">Where problems go.</param>
internal abstract class RowSource(DataRows table, ReadingPlan plan, ProblemLog log)
{
    private TabulationBuilder builder = new([]);
    private OddityFinder? oddities;
    private CodedColumns? values;
    private int[] key = [];
    private int outsideIndex;
    private bool isOverfull;

    protected DataRows Table => table;

    protected ReadingPlan Plan => plan;

    protected ProblemLog Log => log;

    /// <summary>How many persons the files of the study have had so far.</summary>
    public HeadCount Heads { get; init; } = new();

    /// <summary>Who belongs to the subpopulation.</summary>
    public DomainReader? Domain { get; protected set; }

    /// <summary>What reads the keys whose values are compared with codes.</summary>
    public virtual IReadOnlyList<KeyReader> Readers => [];

    /// <summary>The columns whose values are compared with codes.</summary>
    public CodedColumns Values => values ??= new CodedColumns(plan, table.DecimalComma, HoldsLabels);

    /// <summary>Whether the file holds labels rather than codes where the codebook has labels.</summary>
    protected virtual bool HoldsLabels => false;

    /// <summary>The rank of the replicate weights, if the rows tell it.</summary>
    public virtual ReplicateRank SavedRank => ReplicateRank.Unknown;

    /// <summary>The column of the persons of whom the rows of saved sums were visits; null if they were persons.</summary>
    public virtual string? SavedRepeats => null;

    /// <summary>Reads all rows. Where there are problems, what it returns is incomplete and the log says why.</summary>
    /// <param name="tick">Called now and then.</param>
    public Tabulation Read(Action tick)
    {
        if (!Start())
            return builder.Build();
        while (!isOverfull && table.Read())
        {
            if (table.Rows % DataRows.RowsBetweenTicks == 0)
                tick();
            CountRow();
        }
        return Complete(End().Build());
    }

    /// <summary>Finds what is needed in the file; false, and problems, where it is not there.</summary>
    public bool Start()
    {
        var errorsBefore = log.Errors;
        builder = Prepare();
        foreach (var column in plan.DeclaredMissing.NamedColumns)
            FindDeclared(column);
        oddities = log.SeeksOddities ? new OddityFinder(table, plan) : null;
        key = new int[builder.Columns.Count];
        outsideIndex = builder.Columns.IndexOf(KeyRole.Outside);
        return log.Errors == errorsBefore;
    }

    /// <summary>Counts the row the table stands on.</summary>
    public void CountRow()
    {
        oddities?.Look(table);
        Array.Fill(key, Tabulation.NoLevel);
        Count(key, builder);
    }

    /// <summary>Tells what can only be told at the end.</summary>
    /// <returns>What was counted, before it gets its final form.</returns>
    public TabulationBuilder End()
    {
        Finish(builder);
        TellDoubtful();
        oddities?.Finish(log);
        if (log.SeeksOddities)
            TellZeros();
        return builder;
    }

    private void TellZeros()
    {
        foreach (var (column, rows, line) in table.Zeros().Columns)
        {
            var told = string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")}");
            var found = $"found 5.397605346934028e-79 in column '{table.Header[column]}' ({told})";
            log.Add(new Problem(table.File, line, ProblemCodes.TransportZero, found));
        }
    }

    /// <summary>Finds the columns and makes the keys.</summary>
    protected abstract TabulationBuilder Prepare();

    /// <summary>Looks for a column for which missing codes are declared.</summary>
    protected virtual void FindDeclared(string column) => table.Find(column);

    /// <summary>Counts the row the table stands on.</summary>
    /// <param name="key">The key, with nothing asked yet.</param>
    /// <param name="builder">What to add to.</param>
    protected abstract void Count(int[] key, TabulationBuilder builder);

    /// <summary>Tells what can only be told at the end.</summary>
    /// <param name="builder">What was added to.</param>
    protected virtual void Finish(TabulationBuilder builder)
    {
    }

    /// <summary>Gives the tabulation its final form.</summary>
    protected virtual Tabulation Complete(Tabulation tabulation) => tabulation;

    /// <summary>
    /// Whether the row is inside the subpopulation; if it is outside, it is counted as that, and if it cannot be told, it is not counted.
    /// </summary>
    protected bool IsInside(int[] key, TabulationBuilder builder, in Sums sums, ReplicateWeights replicates = default)
    {
        var outside = Domain!.Read(table, log, out var mayBeInside);
        key[outsideIndex] = outside == KeyReader.Refused ? DomainReader.Inside : outside;
        if (mayBeInside)
            return true;
        if (outside != KeyReader.Refused)
            AddOutside(outside, key, builder, sums, replicates);
        Values.Look(table);
        return false;
    }

    /// <summary>Counts a row that cannot be counted inside of the subpopulation, in case it is outside.</summary>
    protected void AddIfOutside(int[] key, TabulationBuilder builder, in Sums sums, ReplicateWeights replicates = default)
    {
        if (key[outsideIndex] == DomainReader.Inside)
            return;
        builder.Columns.ClearAnswers(key);
        builder.Add(key, sums, replicates);
    }

    private void TellDoubtful()
    {
        foreach (var (test, doubted) in (Domain?.Tests ?? [])
            .Select(test => (test, test.InDoubt?.Doubted ?? []))
            .Where(pair => pair.Item2.Count > 0))
        {
            log.Add(doubted.In(
                table.File, test.Name, ProblemCodes.DoubtfulMissing,
                $"{Settings.MissingCodes} declares it missing for all columns, and here it may be a number to compare",
                DoubtfulMissingHint.For(test.Name, doubted)));
        }
    }

    /// <summary>
    /// Counts the persons of the row; false, with a problem that ends the reading, if all rows have more than can be counted.
    /// </summary>
    protected bool CountHeads(long persons)
    {
        if (Heads.TryAdd(persons))
            return true;
        isOverfull = true;
        var of = string.Create(CultureInfo.InvariantCulture, $"{persons} {(persons == 1 ? "person" : "persons")}");
        var found = string.Create(CultureInfo.InvariantCulture, $"found {of}, with whom all rows so far have more than {long.MaxValue}");
        log.Add(new Problem(table.File, table.Line, ProblemCodes.TooManyPersons, found, "expected a sum that can be counted"));
        return false;
    }

    /// <summary>Counts the row as outside of the subpopulation.</summary>
    protected void AddOutside(int reason, int[] key, TabulationBuilder builder, in Sums sums, ReplicateWeights replicates = default)
    {
        key[outsideIndex] = reason;
        builder.Add(key, sums, replicates);
    }

    /// <summary>Counts the row as outside of the subpopulation, for a reason.</summary>
    protected void AddOutside(Level reason, int[] key, TabulationBuilder builder, in Sums sums, ReplicateWeights replicates = default) =>
        AddOutside(builder.CodeOf(outsideIndex, reason), key, builder, sums, replicates);
}
