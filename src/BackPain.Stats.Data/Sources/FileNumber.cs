using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BackPain.Stats.Data.Sources;

/// <summary>Asks the platform for the device of a file and its number there, which .NET does not offer.</summary>
internal static class FileNumber
{
    // Larger than the structure of any platform below.
    private const int Room = 512;

    /// <summary>The device and the number; null if the file does not exist or the platform does not say.</summary>
    public static string? Of(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OnLinux(path)
                : OperatingSystem.IsMacOS() ? OnMac(path)
                : OperatingSystem.IsWindows() ? OnWindows(path)
                : null;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>statx(2), whose structure is the same on every architecture: inode at 32, device at 136.</summary>
    private static string? OnLinux(string path)
    {
        const int CurrentFolder = -100;
        const uint Inode = 0x100;
        var found = new byte[Room];
        return Statx(CurrentFolder, Terminated(path), 0, Inode, found) == 0
            ? Shown(BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(136)), BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(32)))
            : null;
    }

    /// <summary>stat(2) with inodes of 64 bits: device at 0, inode at 8.</summary>
    private static string? OnMac(string path)
    {
        var found = new byte[Room];
        var result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Stat(Terminated(path), found) : StatOnIntel(Terminated(path), found);
        return result == 0
            ? Shown(BinaryPrimitives.ReadUInt32LittleEndian(found), BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(8)))
            : null;
    }

    /// <summary>GetFileInformationByHandle: volume at 28, file index at 44.</summary>
    private static string? OnWindows(string path)
    {
        if (!File.Exists(path))
            return null;
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var found = new byte[Room];
        return GetFileInformationByHandle(handle, found)
            ? Shown(BinaryPrimitives.ReadUInt32LittleEndian(found.AsSpan(28)), BinaryPrimitives.ReadUInt64LittleEndian(found.AsSpan(44)))
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
