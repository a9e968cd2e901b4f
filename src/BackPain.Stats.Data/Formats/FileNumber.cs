using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BackPain.Stats.Data.Formats;

/// <summary>Asks the platform for the device of a file, its number there and its type, which .NET does not offer.</summary>
internal static class FileNumber
{
    // Larger than the structure of any platform below.
    private const int Room = 512;

    // <sys/stat.h>: the same on every Unix.
    private const int TypeBits = 0xF000;
    private const int Pipe = 0x1000;
    private const int CharacterDevice = 0x2000;
    private const int BlockDevice = 0x6000;
    private const int Socket = 0xC000;

    /// <summary>The device and the number; null if the file does not exist or the platform does not say.</summary>
    public static string? Of(string path) => Asked(path)?.Number;

    /// <summary>What is there, links followed.</summary>
    public static FileKind KindOf(string path) => (Asked(path)?.Mode & TypeBits) switch
    {
        Pipe or CharacterDevice => FileKind.Stream,
        BlockDevice => FileKind.BlockDevice,
        Socket => FileKind.Socket,
        _ => FileKind.File,
    };

    private static (string Number, int Mode)? Asked(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OnLinux(path)
                : OperatingSystem.IsMacOS() ? OnMac(path)
                : OperatingSystem.IsWindows() ? OnWindows(path)
                : null;
        }
        catch (Exception error)
            when (error is DllNotFoundException or EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>statx(2), whose structure is the same on every architecture: mode at 28, inode at 32, device at 136.</summary>
    private static (string Number, int Mode)? OnLinux(string path)
    {
        const int CurrentFolder = -100;
        const uint TypeAndInode = 0x101;
        var found = new byte[Room];
        return Statx(CurrentFolder, Terminated(path), 0, TypeAndInode, found) == 0
            ? (
                Shown(
                    BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(136)),
                    BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(32))),
                BinaryPrimitives.ReadUInt16LittleEndian(found.AsSpan(28)))
            : null;
    }

    /// <summary>stat(2) with inodes of 64 bits: device at 0, mode at 4, inode at 8.</summary>
    private static (string Number, int Mode)? OnMac(string path)
    {
        var found = new byte[Room];
        var result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? Stat(Terminated(path), found)
            : StatOnIntel(Terminated(path), found);
        return result == 0
            ? (
                Shown(BinaryPrimitives.ReadUInt32LittleEndian(found), BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(8))),
                BinaryPrimitives.ReadUInt16LittleEndian(found.AsSpan(4)))
            : null;
    }

    /// <summary>GetFileInformationByHandle: volume at 28, file index at 44.</summary>
    private static (string Number, int Mode)? OnWindows(string path)
    {
        if (!File.Exists(path))
            return null;
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var found = new byte[Room];
        return GetFileInformationByHandle(handle, found)
            ? (
                Shown(BinaryPrimitives.ReadUInt32LittleEndian(found.AsSpan(28)), BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(44))),
                0)
            : null;
    }

    private static string Shown(ulong device, ulong number) => string.Create(CultureInfo.InvariantCulture, $"{device}:{number}");

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] found);

    [DllImport("libc", EntryPoint = "stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, byte[] found);

    [DllImport("libc", EntryPoint = "stat$INODE64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatOnIntel(byte[] path, byte[] found);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle handle, byte[] found);
}
