namespace BackPain.Stats.Data.Formats;

/// <summary>Tells whether two paths are the same file, and whether it is one.</summary>
public static class FileIdentity
{
    /// <summary>
    /// What all paths of a file have in common: its device and inode where the platform has them, so that links, hard links and linked
    /// folders lead to one file; otherwise its full path.
    /// </summary>
    public static string Of(string path) => FileNumber.Of(Path.GetFullPath(path)) ?? PathOf(path);

    /// <summary>What a path names, with links followed.</summary>
    public static FileKind KindOf(string path) => FileNumber.KindOf(Path.GetFullPath(path));

    /// <summary>The full path of a file, with a link to it followed; of a file that does not exist, its full path.</summary>
    public static string PathOf(string path)
    {
        var full = Path.GetFullPath(path);
        return (File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName : null) ?? full;
    }
}
