using BackPain.Stats.Data.Designs;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// How the sums are named that an engine made of a table: its keys are columns of the table with their values as they are, and who is a
/// case is still to be said.
/// </summary>
/// <remarks>
/// <c>sums:n</c> holds the persons of a row, <c>sums:w:NAME</c> and <c>sums:w2:NAME</c> the sums of their weights and of the squares,
/// <c>sums:w:NAME</c> those of a replicate weight too. In the column of the weight itself stands some number where the weights
/// are in the sums, and else the one value that all persons of the row have: missing, 0, negative, or too large or small to be squared.
/// Then the sums are empty.
/// </remarks>
internal static class RawSumsFormat
{
    /// <summary>The column of persons.</summary>
    public const string N = "sums:n";

    /// <summary>
    /// The column that tells of the replicate weights: 1, or 0 where all are 0, or which of them is not there (−r) or no number (−r − R).
    /// </summary>
    public const string Replicates = "sums:replicates";

    /// <summary>Weights outside of this range stand as they are; others can be squared and added up by any engine.</summary>
    public const double Smallest = 1e-140;

    /// <summary>The other end of the range.</summary>
    public const double Largest = WeightReader.Largest;

    private const string PrefixOfW = "sums:w:";
    private const string PrefixOfW2 = "sums:w2:";

    /// <summary>The column of Σw.</summary>
    public static string SumW(string weight) => PrefixOfW + weight;

    /// <summary>The column of Σw².</summary>
    public static string SumW2(string weight) => PrefixOfW2 + weight;

    /// <summary>Whether a header is that of such sums.</summary>
    public static bool Matches(IReadOnlyList<string> header) => header.Contains(N);

    /// <summary>The columns of the table, as far as the header tells of them.</summary>
    public static IReadOnlyList<string> ColumnsIn(IReadOnlyList<string> header) =>
    [
        .. header
            .Select(name => name.StartsWith(PrefixOfW, StringComparison.Ordinal) ? name[PrefixOfW.Length..] : name)
            .Where(name => name is not (N or Replicates) && !name.StartsWith(PrefixOfW2, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];
}
