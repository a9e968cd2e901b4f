using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Studies;

/// <summary>Counts the persons of a large file on several threads, each with cells of its own that are added up at the end.</summary>
/// <remarks>
/// Sums in double-double come out with the same bits however the rows were shared out.
/// Where anything at all is wrong the attempt is given up,
/// and reading row by row tells it: so a problem is told in the same words, with the same lines, for any number of threads.
/// </remarks>
/// <param name="table">The rows.</param>
/// <param name="plan">What to count.</param>
internal sealed class ParallelCount(DataRows table, ReadingPlan plan)
{
    // Below this a second thread does not pay (docs/performance.md).
    private const long SmallestFile = 32L * 1024 * 1024;

    private readonly List<(IndividualSource Source, ProblemLog Log, DesignLedger Ledger)> workers = [];

    /// <summary>The threads that are worth using.</summary>
    public static int ThreadsFor(InputFile file) => file.Size * (file.IsCompressed ? 8 : 1) < SmallestFile ? 1 : Environment.ProcessorCount;

    /// <summary>Whether rows of this kind can be counted in any order, with nothing to be told of single rows.</summary>
    public static bool Allows(RowKind kind, DataRows table, ProblemLog log) =>
        kind.CountsInAnyOrder && !log.SeeksOddities && table.CanBeShared;

    /// <summary>Counts; nothing where anything is wrong.</summary>
    /// <param name="threads">How many threads.</param>
    /// <param name="ledger">What is known from other files, which is added to.</param>
    /// <param name="tick">Called now and then.</param>
    public Tabulation? Count(int threads, DesignLedger ledger, Action tick)
    {
        var completed = table.ReadInParallel(
            threads,
            (view, log) => Join(view, log, new DesignLedger { LastLine = ledger.LastLine, FileNumber = ledger.FileNumber }),
            tick);
        if (!completed || !workers.TrueForAll(worker => worker.Log.Errors == 0))
            return null;
        var parts = new Queue<TabulationBuilder>(workers.Select(worker => worker.Source.End()));
        // The end of a file may show an error, too.
        if (parts.Count == 0
            || !workers.TrueForAll(worker => worker.Log.Errors == 0)
            || !workers.TrueForAll(worker => ledger.TryTakeOver(worker.Ledger)))
            return null;
        var heads = new HeadCount();
        if (!workers.TrueForAll(worker => heads.TryAdd(worker.Source.Heads.Persons)))
            return null;
        Persons = heads.Persons;
        Domains = workers.ConvertAll(worker => worker.Source.Domain!);
        Identity = workers[0].Source.Identity;
        foreach (var worker in workers.Skip(1))
            Identity?.TakeOver(worker.Source.Identity!);
        Forms = ColumnForms.SumOf(workers.ConvertAll(worker => worker.Source.Values.Forms));
        workers.ForEach(worker => Attended.Add(Attention.Of(worker.Source.Readers)));
        // Only reading row by row tells these in the order of their lines.
        if (Attended.HasWrongRows)
            return null;
        // What the threads knew of their values may be as large as the sums, and is of no more use.
        workers.Clear();
        var sum = parts.Dequeue();
        while (parts.TryDequeue(out var part))
            sum.Add(part);
        return sum.Build();
    }

    /// <summary>How many persons have been counted, by all threads.</summary>
    public long Persons { get; private set; }

    /// <summary>The values seen in the columns of conditions, by all threads.</summary>
    public IReadOnlyList<DomainReader> Domains { get; private set; } = [];

    /// <summary>Who the rows are, as all threads saw it.</summary>
    public RowIdentity? Identity { get; private set; }

    /// <summary>How the codes were written, as all threads saw it.</summary>
    public ColumnForms Forms { get; private set; } = ColumnForms.SumOf([]);

    /// <summary>The values of which something is to be told.</summary>
    public Attention Attended { get; } = new();

    private Action Join(DataRows view, ProblemLog log, DesignLedger own)
    {
        var source = new IndividualSource(view, plan, own, log);
        workers.Add((source, log, own));
        // A thread that has met a problem has no more to do.
        return source.Start() ? () => Row(source, log) : () => { };
    }

    private static void Row(IndividualSource source, ProblemLog log)
    {
        if (log.Errors == 0)
            source.CountRow();
    }
}
