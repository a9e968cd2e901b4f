using System.Runtime.InteropServices;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli;

/// <summary>The way in.</summary>
internal static class Program
{
    // The number that Linux and macOS agree on; .NET has no name for it.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    public static int Main(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Stop(stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Stop(stop));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => Stop(stop));
        // Once the signal is not deadly, the write that was too large fails, and is told like any other. Never taken back: the signal
        // may be on its way when the work ends.
        var fileTooLarge = OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(FileTooLarge, signal => signal.Cancel = true);
        var exitCode = App.Run(arguments, Streams.OfProcess(), stop.Token);
        GC.KeepAlive(fileTooLarge);
        return exitCode;
    }

    /// <summary>Stops at once, wherever the program is; what has begun to be written is removed first.</summary>
    private static void Stop(CancellationTokenSource stop)
    {
        stop.Cancel();
        Environment.Exit(ExitCode.Cancelled);
    }
}
