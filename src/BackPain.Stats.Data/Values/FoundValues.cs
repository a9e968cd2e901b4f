using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>Says which values were found, and how often.</summary>
internal static class FoundValues
{
    private const int MostListed = 20;

    /// <summary>A problem with values of one column.</summary>
    /// <param name="found">The values.</param>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="column">The column.</param>
    /// <param name="code">What is wrong with them.</param>
    /// <param name="expected">What was expected instead.</param>
    /// <param name="hint">The way out; null for the usual one.</param>
    public static Problem In(
        this IReadOnlyCollection<Found> found, string file, string column, ProblemCode code, Wording? expected, Wording? hint = null) =>
        new(file, found.Min(value => value.FirstLine), code, $"found {found.Listed()} in column '{column}'", expected, hint);

    /// <summary>The values, each with its number of rows.</summary>
    public static string Listed(this IReadOnlyCollection<Found> found)
    {
        var listed = found.Take(MostListed).Select(value =>
            string.Create(CultureInfo.InvariantCulture, $"'{value.Value}' ({value.Persons} {(value.Persons == 1 ? "row" : "rows")})"));
        return $"{string.Join(", ", listed)}{(found.Count > MostListed ? $" and {found.Count - MostListed} more" : "")}";
    }
}
