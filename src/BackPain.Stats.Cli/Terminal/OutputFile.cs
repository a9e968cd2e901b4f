using BackPain.Stats.Data.Sources;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>Writes a result to a file whole or not at all, or to standard output.</summary>
internal static class OutputFile
{
    /// <summary>What stands here is no file that could be replaced by another.</summary>
    private const string Devices = "/dev/";

    /// <summary>Writes to a file beside the wanted one and then gives it the wanted name, so that nobody ever sees half a file.</summary>
    /// <param name="path">The file; nothing for standard output.</param>
    /// <param name="standardOutput">Standard output.</param>
    /// <param name="write">Writes the result.</param>
    /// <param name="cancelled">Removes what was written when the user stops the program.</param>
    /// <exception cref="UnwritableOutputException">It cannot be written.</exception>
    public static void Write(string? path, Stream standardOutput, Action<Stream> write, CancellationToken cancelled)
    {
        try
        {
            if (path is null)
                WriteTo(standardOutput, write);
            else
                Replace(path, write, cancelled);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableOutputException($"{path ?? "standard output"}: cannot be written ({ReasonFor(error)}).");
        }
    }

    private static string ReasonFor(Exception error) => error switch
    {
        DirectoryNotFoundException or FileNotFoundException => "there is no such folder, or it takes no files",
        UnauthorizedAccessException => "permission is denied",
        _ => error.Message.Split(" : ")[0].TrimEnd('.'),
    };

    private static void WriteTo(Stream stream, Action<Stream> write)
    {
        // Made whole in memory first: a result is small, and a table that fails half-way then leaves nothing behind.
        using var whole = new MemoryStream();
        write(whole);
        whole.Position = 0;
        whole.CopyTo(stream);
        stream.Flush();
    }

    private static void Replace(string path, Action<Stream> write, CancellationToken cancelled)
    {
        if (path.StartsWith(Devices, StringComparison.Ordinal))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            WriteTo(device, write);
            return;
        }
        var target = FileIdentity.PathOf(path);
        var draft = $"{target}.{Environment.ProcessId}.part";
        using var registration = cancelled.Register(() => File.Delete(draft));
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
                WriteTo(stream, write);
            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
