namespace BackPain.Stats.Data.Sources;

/// <summary>Tells whether two paths are the same file.</summary>
public static class FileIdentity
{
    /// <summary>The full path of a file, with links followed; of a file that does not exist, its full path.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        return (File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName : null) ?? full;
    }
}
