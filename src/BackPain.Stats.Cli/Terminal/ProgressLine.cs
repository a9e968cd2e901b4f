using System.Diagnostics;
using System.Globalization;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>Shows on a terminal how far a long reading has come.</summary>
/// <param name="terminal">The terminal.</param>
internal sealed class ProgressLine(TextWriter terminal) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = Patience;
    private int shown;

    /// <summary>Updates the line, if it is time to.</summary>
    public void Report(ReadingProgress progress)
    {
        if (clock.Elapsed < next)
            return;
        next = clock.Elapsed + Pause;
        var megabytes = progress.Bytes / 1e6;
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{progress.Rows:N0} rows, {megabytes:N0} MB, {megabytes / clock.Elapsed.TotalSeconds:N0} MB/s");
        if (progress.Expected is > 0 and var expected)
        {
            var done = Math.Clamp((double)progress.Bytes / expected, 1e-6, 1);
            text += string.Create(CultureInfo.InvariantCulture, $", {done:P0}, {clock.Elapsed.TotalSeconds * ((1 / done) - 1):N0} s left");
        }
        terminal.Write('\r');
        terminal.Write(text.PadRight(shown));
        shown = text.Length;
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (shown == 0)
            return;
        terminal.Write('\r');
        terminal.Write(new string(' ', shown));
        terminal.Write('\r');
    }
}
