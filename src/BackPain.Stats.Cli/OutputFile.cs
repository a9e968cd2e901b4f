namespace BackPain.Stats.Cli;

/// <summary>Writes a result to a file whole or not at all, or to standard output.</summary>
internal static class OutputFile
{
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
            throw new UnwritableOutputException($"{path ?? "standard output"}: cannot be written ({error.Message.TrimEnd('.')}).");
        }
    }

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
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.Device) != 0)
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
            WriteTo(device, write);
            return;
        }
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
