namespace BackPain.Stats.TestKit;

/// <summary>The files of the repository, from wherever a test runs.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the repository, by its path with slashes.</summary>
    public static string PathOf(string relative) => Path.Combine([Root, .. relative.Split('/')]);

    /// <summary>Whether files that are made from the code are to be written anew instead of compared: APPROVE=1.</summary>
    public static bool Approves => Environment.GetEnvironmentVariable("APPROVE") == "1";

    /// <summary>Compares a file that is made from the code with what the code makes now, or writes it anew where that is asked for.</summary>
    public static (string Stored, string Made) Kept(string relative, string made)
    {
        var path = PathOf(relative);
        if (Approves)
            File.WriteAllText(path, made);
        return (File.Exists(path) ? File.ReadAllText(path) : "", made);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BackPain.Stats.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}
