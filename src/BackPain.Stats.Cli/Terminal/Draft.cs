using System.Runtime.Versioning;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>A temporary file that replaces another once it is complete, and is removed otherwise.</summary>
internal sealed class Draft : IDisposable
{
    private readonly Lock change = new();
    private readonly string target;
    private readonly string path;
    private readonly CancellationTokenRegistration registration;
    private bool exists;
    private bool cancelled;

    /// <param name="target">The file to replace; it need not exist.</param>
    /// <param name="cancelled">Removes the draft when the user stops the program.</param>
    public Draft(string target, CancellationToken cancelled)
    {
        this.target = target;
        // An unpredictable name, and short enough for any file system however long the target's is.
        path = Path.Combine(Path.GetDirectoryName(target)!, $".backpain-{Guid.NewGuid():N}.part");
        registration = cancelled.Register(Cancel);
    }

    /// <summary>Creates it with the mode of the file it replaces. Never opens an existing file or follows an existing link.</summary>
    public FileStream Open()
    {
        lock (change)
        {
            ThrowIfCancelled();
            var mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : (UnixFileMode?)null;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            // Nobody else may read it before its final mode is set.
            if (!OperatingSystem.IsWindows() && mode is not null)
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var stream = new FileStream(path, options);
            exists = true;
            if (!OperatingSystem.IsWindows() && mode is { } kept)
                KeepMode(stream, kept);
            return stream;
        }
    }

    /// <summary>A file system without modes, such as that of a memory stick, is no reason to fail.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void KeepMode(FileStream stream, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The file keeps its restrictive mode.
        }
    }

    /// <summary>Renames it to the target.</summary>
    public void TakePlace()
    {
        lock (change)
        {
            ThrowIfCancelled();
            File.Move(path, target, overwrite: true);
            exists = false;
        }
    }

    /// <summary>Removes the draft if it has not replaced the target.</summary>
    public void Dispose()
    {
        registration.Dispose();
        lock (change)
            Remove();
    }

    /// <summary>Serializes the steps with cancellation, so that a process about to exit leaves nothing behind.</summary>
    private void Cancel()
    {
        lock (change)
        {
            cancelled = true;
            Remove();
        }
    }

    private void ThrowIfCancelled()
    {
        if (cancelled)
            throw new OperationCanceledException();
    }

    private void Remove()
    {
        if (exists)
            File.Delete(path);
        exists = false;
    }
}
