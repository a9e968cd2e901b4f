using System.Diagnostics;
using System.Net.Sockets;
using BackPain.Stats.Data.Formats;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>Writes a complete result, or none, to a file or to standard output.</summary>
internal static class OutputFile
{
    private static readonly string[] NamesOfStandardOutput = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

    /// <summary>Writes to a temporary file and renames it, so that nobody ever sees an incomplete file.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="standardOutput">Standard output.</param>
    /// <param name="write">Writes the result.</param>
    /// <param name="cancelled">Removes what was written when the user stops the program.</param>
    /// <exception cref="UnwritableOutputException">It cannot be written.</exception>
    public static void Write(string? path, Stream standardOutput, Action<Stream> write, CancellationToken cancelled)
    {
        Guard(path ?? "standard output", () =>
        {
            if (path is null)
                Copy(write, standardOutput);
            else
                WriteTo(path, write, standardOutput, cancelled);
        });
    }

    /// <summary>Appends a text to a file that others append to as well.</summary>
    /// <exception cref="UnwritableOutputException">It cannot be written.</exception>
    public static void Append(string path, string text) => Guard(path, () => File.AppendAllText(path, text));

    private static void Guard(string name, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SocketException)
        {
            throw new UnwritableOutputException($"{name}: cannot be written ({ReasonFor(error)}).");
        }
    }

    private static string ReasonFor(Exception error) => error switch
    {
        DirectoryNotFoundException or FileNotFoundException => "there is no such folder, or files cannot be created in it",
        UnauthorizedAccessException => "permission is denied",
        _ => error.Message.Split(" : ")[0].TrimEnd('.'),
    };

    private static void Copy(Action<Stream> write, Stream stream)
    {
        using var held = new HeldBack(stream);
        write(held);
        held.Complete();
    }

    /// <summary>A regular file is replaced; anything else, such as a pipe, receives the bytes.</summary>
    private static void WriteTo(string path, Action<Stream> write, Stream standardOutput, CancellationToken cancelled)
    {
        switch (FileIdentity.KindOf(path))
        {
            case FileKind.Stream when NamesOfStandardOutput.Contains(path):
                Copy(write, standardOutput);
                break;
            case FileKind.Stream:
                using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write))
                    Copy(write, stream);
                break;
            case FileKind.Socket:
                using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
                {
                    socket.Connect(new UnixDomainSocketEndPoint(path));
                    using var stream = new NetworkStream(socket);
                    Copy(write, stream);
                }
                break;
            case FileKind.BlockDevice:
                throw new IOException("it is a block device");
            case FileKind.File:
                using (var draft = new Draft(FileIdentity.PathOf(path), cancelled))
                {
                    using (var stream = draft.Open())
                        Copy(write, stream);
                    draft.TakePlace();
                }
                break;
            default:
                throw new UnreachableException("It is something else.");
        }
    }
}
