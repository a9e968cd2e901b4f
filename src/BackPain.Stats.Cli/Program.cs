using System.Runtime.InteropServices;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli;

/// <summary>The way in.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Stop(stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Stop(stop));
        return App.Run(arguments, Streams.OfProcess(), stop.Token);
    }

    /// <summary>Stops at once, wherever the program is; what has begun to be written is removed first.</summary>
    private static void Stop(CancellationTokenSource stop)
    {
        stop.Cancel();
        Environment.Exit(ExitCode.Cancelled);
    }
}
