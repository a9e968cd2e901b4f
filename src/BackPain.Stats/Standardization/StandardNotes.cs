using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Populations;

namespace BackPain.Stats.Standardization;

/// <summary>What a reader must know of the standard or reference population as a whole.</summary>
internal static class StandardNotes
{
    /// <summary>The notes of an answer.</summary>
    public static IEnumerable<Note> On(StandardizationQuestion question, IEnumerable<StandardPart> parts)
    {
        if (question.Target is IndirectStandardization)
            yield return new Note(
                "reference-rates-fixed",
                $"The rates of the reference ({question.Target.Name}) are taken as known: "
                    + "their own sampling error is not in the intervals.");
        foreach (var left in parts.Where(part => part.LeftOut.Count > 0).Select(LeftOut).Distinct(StringComparer.Ordinal))
            yield return new Note(
                "standard-part", $"The data are limited to a part of {question.Target.Name}; the rest of it, {left}, is left out.");
    }

    private static string LeftOut(StandardPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Shortened(part.LeftOut)} ({100 * part.ShareLeftOut:0.0} % of it)");

    private static string Shortened(IReadOnlyList<string> groups) =>
        groups.Count > 8 ? $"{groups.Count} groups from {groups[0]} to {groups[^1]}" : string.Join("; ", groups);
}
