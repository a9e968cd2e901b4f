using System.Collections;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>The values of a condition, which a thread looks at before it counts its first row. There it is held until others have a row too, since of a small file the first thread would count everything before the second has started.</summary>
/// <param name="values">The values.</param>
/// <param name="wanted">The threads to wait for.</param>
/// <param name="patience">How long to wait for them, in milliseconds.</param>
internal sealed class SharedOut(IReadOnlyList<string> values, int wanted, int patience) : IReadOnlyList<string>
{
    private readonly int reader = Environment.CurrentManagedThreadId;
    private readonly OrderedDictionary<int, int> looks = [];

    /// <summary>How often each thread has looked, in the order of their first looks: once for each text that it met.</summary>
    public IReadOnlyList<int> Looks
    {
        get
        {
            lock (looks)
                return [.. looks.Values];
        }
    }

    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public string this[int index] => values[index];

    /// <summary>A request whose first condition holds threads; nothing where it has no condition.</summary>
    public static (StudyRequest Request, SharedOut? Threads)? Of(StudyRequest request, int wanted, int patience = 20)
    {
        // Threads of the pool that are idle need not be started first.
        ThreadPool.SetMinThreads(16, 16);
        if (request.Where is not [ValueCondition condition, ..])
            return null;
        var threads = new SharedOut(condition.Values, wanted, patience);
        return (request with { Where = [condition with { Values = threads }, .. request.Where.Skip(1)] }, threads);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        if (Environment.CurrentManagedThreadId is var thread && thread == reader)
            return values.GetEnumerator();
        lock (looks)
        {
            if (looks.TryAdd(thread, 0))
                AwaitOthers();
            looks[thread]++;
        }
        return values.GetEnumerator();
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AwaitOthers()
    {
        Monitor.PulseAll(looks);
        var until = Environment.TickCount64 + patience;
        while (looks.Count < wanted && until - Environment.TickCount64 is var left and > 0)
            Monitor.Wait(looks, (int)left);
    }
}
