namespace BackPain.Stats.Cli.Terminal;

/// <summary>The exit codes of the program. Scripts rely on these numbers.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The program is at fault.</summary>
    public const int Bug = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The data are wrong.</summary>
    public const int Data = 3;

    /// <summary>A check did not hold.</summary>
    public const int CheckFailed = 4;

    /// <summary>A file or a database could not be reached.</summary>
    public const int Unreachable = 5;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
