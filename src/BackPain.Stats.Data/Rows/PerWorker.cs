namespace BackPain.Stats.Data.Rows;

/// <summary>What each of a few workers has of its own; made when a worker first asks, for one at a time.</summary>
/// <param name="make">Makes it.</param>
internal sealed class PerWorker<TWorker, TOwn>(Func<TWorker, TOwn> make)
    where TWorker : class
{
    private readonly Lock gate = new();
    private (TWorker Worker, TOwn Own)[] known = [];

    /// <summary>
    /// What a worker has. It is asked for every row, and the workers are few: going through them is faster than any dictionary.
    /// </summary>
    public TOwn Of(TWorker worker)
    {
        foreach (var entry in Volatile.Read(ref known))
        {
            if (ReferenceEquals(entry.Worker, worker))
                return entry.Own;
        }
        lock (gate)
        {
            var own = make(worker);
            Volatile.Write(ref known, [.. known, (worker, own)]);
            return own;
        }
    }
}
