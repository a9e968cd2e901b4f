using System.Runtime.Versioning;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>A file that takes the place of another once it is whole, and is removed if it never is.</summary>
internal sealed class Draft : IDisposable
{
    private readonly Lock change = new();
    private readonly string target;
    private readonly string path;
    private readonly CancellationTokenRegistration registration;
    private bool exists;
    private bool cancelled;

    /// <param name="target">The file whose place it takes; it need not exist.</param>
    /// <param name="cancelled">Removes the draft when the user stops the program.</param>
    public Draft(string target, CancellationToken cancelled)
    {
        this.target = target;
        // A name that nobody can foresee, and that is no longer than file systems allow, however long that of the target is.
        path = Path.Combine(Path.GetDirectoryName(target)!, $".backpain-{Guid.NewGuid():N}.part");
        registration = cancelled.Register(Cancel);
    }

    /// <summary>
    /// Creates it, with the mode of the file whose place it takes. Never opens a file or follows a link that is already there.
    /// </summary>
    public FileStream Open()
    {
        lock (change)
        {
            ThrowIfCancelled();
            var mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : (UnixFileMode?)null;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            // Nobody may read it before it has the mode it is to have.
            if (!OperatingSystem.IsWindows() && mode is not null)
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var stream = new FileStream(path, options);
            exists = true;
            if (!OperatingSystem.IsWindows() && mode is { } kept)
                KeepMode(stream, kept);
            return stream;
        }
    }

    /// <summary>A file system that knows no modes, as that of a memory stick, is no reason to refuse the result.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void KeepMode(FileStream stream, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It stays as closed as it was made.
        }
    }

    /// <summary>Gives it the name of the target.</summary>
    public void TakePlace()
    {
        lock (change)
        {
            ThrowIfCancelled();
            File.Move(path, target, overwrite: true);
            exists = false;
        }
    }

    /// <summary>Removes what has not taken its place.</summary>
    public void Dispose()
    {
        registration.Dispose();
        lock (change)
            Remove();
    }

    /// <summary>Stands between every step of the work and the next, so that a process that is about to end leaves nothing behind.</summary>
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
