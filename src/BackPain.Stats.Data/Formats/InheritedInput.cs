using System.Runtime.InteropServices;

namespace BackPain.Stats.Data.Formats;

/// <summary>What was handed to the program as its standard input.</summary>
internal static class InheritedInput
{
    private const int Descriptor = 0;
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Whether the program was started without it, as with <c>&lt;&amp;-</c> in a shell.</summary>
    /// <remarks>
    /// Its number then belongs to the first file or pipe that the runtime opens for itself, and reading from that never ends.
    /// What was handed over is never closed on exec, or it would not have survived it; what the runtime opens is.
    /// </remarks>
    public static bool IsClosed =>
        !OperatingSystem.IsWindows()
        && FileControl(Descriptor, GetDescriptorFlags) is var flags
        && (flags < 0 || (flags & CloseOnExec) != 0);

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(int descriptor, int command);
}
