using System.Diagnostics;

namespace BackPain.Stats.Data.Engines;

/// <summary>The time that everything asked of a server may take together, however slowly it answers. It starts with the object.</summary>
/// <param name="limit">The time; null for as long as it takes.</param>
internal sealed class Deadline(TimeSpan? limit)
{
    private readonly long start = Stopwatch.GetTimestamp();

    /// <summary>Whether it has passed while something was asked, which is then left behind, still waiting for the server.</summary>
    public bool Passed { get; private set; }

    /// <summary>Asks, and waits for the answer until the time is over.</summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public T Within<T>(Func<T> ask)
    {
        if (limit is not { } whole)
            return ask();
        // The time limits of a connection hold for a single read, so a server that sends a byte now and then never exceeds them.
        var rest = whole - Stopwatch.GetElapsedTime(start);
        var answer = Passed || rest <= TimeSpan.Zero
            ? null
            : Task.Factory.StartNew(ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (answer is null || Task.WaitAny([answer], rest) < 0)
        {
            Passed = true;
            throw new TimeoutException();
        }
        return answer.GetAwaiter().GetResult();
    }
}
