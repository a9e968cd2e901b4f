using Xunit;

namespace BackPain.Stats.TestKit;

/// <summary>A test on the NHANES rows, which are not part of the repository. Where they are absent it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Skips where the rows are absent.</summary>
    public SharedDataFactAttribute()
    {
        if (!File.Exists(Nhanes))
            Skip = $"The NHANES rows are not at {Nhanes}.";
    }

    /// <summary>Where the rows are, if they are there.</summary>
    public static string Nhanes { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "nhanes_1999_2004_lbp.csv"));
}
