using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>What was seen in all files of a study of values that are compared with codes, until all of them are known.</summary>
internal sealed class StudyValues
{
    private readonly Dictionary<string, InBothForms<SortedSet<string>>> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> textColumns = new(StringComparer.Ordinal);
    private readonly List<(string File, Attention Attention)> attention = [];

    /// <summary>The values seen in the columns of conditions, in the forms in which they may be compared.</summary>
    public IReadOnlyDictionary<string, InBothForms<SortedSet<string>>> Seen => seen;

    /// <summary>Whether a column holds text.</summary>
    public bool HoldText(string column) => textColumns.Contains(column);

    /// <summary>Adds what was seen in a file.</summary>
    public void Add(string file, IEnumerable<DomainReader> domains, IEnumerable<string> holdText, Attention told)
    {
        textColumns.UnionWith(holdText);
        attention.Add((file, told));
        foreach (var test in domains.SelectMany(domain => domain.Tests).OfType<ValueTest>())
        {
            if (seen.TryAdd(test.Name, test.Seen))
                continue;
            seen[test.Name].AsTexts.UnionWith(test.Seen.AsTexts);
            seen[test.Name].AsNumbers.UnionWith(test.Seen.AsNumbers);
        }
    }

    /// <summary>Tells what could only be told now.</summary>
    public void Tell(ProblemLog log, ICollection<Note> warnings)
    {
        foreach (var (file, told) in attention)
            told.Tell(file, HoldText, log, warnings);
    }
}
