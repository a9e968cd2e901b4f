using System.Runtime.InteropServices;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli;

/// <summary>The entry point.</summary>
internal static class Program
{
    // The signal number on Linux and macOS; .NET has no name for it.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    public static int Main(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Stop(stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Stop(stop));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => Stop(stop));
        // With the signal cancelled, a write that is too large fails and is reported like any other error. The registration is never
        // disposed: the signal may still be pending when the work ends.
        var fileTooLarge = OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(FileTooLarge, signal => signal.Cancel = true);
        var exitCode = App.Run(arguments, Streams.OfProcess(), stop.Token);
        GC.KeepAlive(fileTooLarge);
        return exitCode;
    }

    /// <summary>Stops the program immediately, after removing partly written output.</summary>
    private static void Stop(CancellationTokenSource stop)
    {
        stop.Cancel();
        Environment.Exit(ExitCode.Cancelled);
    }
}
