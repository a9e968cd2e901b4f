namespace BackPain.Stats.Cli.Markup;

/// <summary>Resolves every link in a path, including its folders.</summary>
internal static class RealPath
{
    // The limit on Linux; more links are treated as a cycle.
    private const int MostLinks = 40;

    /// <summary>Returns the full path without links.</summary>
    /// <exception cref="IOException">The links form a cycle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>(PartsOf(full).Reverse());
        for (var links = 0; rest.TryPop(out var part);)
        {
            var next = Path.GetFullPath(Path.Combine(real, part));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks)
                throw new IOException($"{path}: its links form a cycle");
            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var step in PartsOf(target).Reverse())
                rest.Push(step);
        }
        return real;
    }

    private static IEnumerable<string> PartsOf(string path) =>
        path[Path.GetPathRoot(path)!.Length..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
