using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>What was seen in all files of a study of values that are compared with codes, until all of them are known.</summary>
internal sealed class StudyValues
{
    private readonly Dictionary<string, InBothForms<SortedSet<string>>> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> textColumns = new(StringComparer.Ordinal);
    private readonly HashSet<string> otherNumbers = new(StringComparer.Ordinal);
    private readonly List<(string File, string Column)> merged = [];
    private readonly List<(string File, Attention Attention)> attention = [];

    /// <summary>The values seen in the columns of conditions, in the forms in which they may be compared.</summary>
    public IReadOnlyDictionary<string, InBothForms<SortedSet<string>>> Seen => seen;

    /// <summary>Whether a column holds text.</summary>
    public bool HoldText(string column) => textColumns.Contains(column);

    /// <summary>
    /// How the codes of columns were compared, where a saved tabulation would not show it: as texts,
    /// or as numbers of which only the shortest forms are kept.
    /// </summary>
    public IReadOnlyDictionary<string, CodeComparison> Compared =>
        textColumns.Select(column => (Column: column, How: CodeComparison.Texts))
            .Concat(otherNumbers.Except(textColumns).Select(column => (Column: column, How: CodeComparison.Numbers)))
            .ToDictionary(entry => entry.Column, entry => entry.How, StringComparer.Ordinal);

    /// <summary>Adds what was seen in a file.</summary>
    public void Add(string file, IEnumerable<DomainReader> domains, ColumnForms forms, Attention told)
    {
        textColumns.UnionWith(forms.Texts);
        otherNumbers.UnionWith(forms.OtherNumbers);
        merged.AddRange(forms.Merged.Select(column => (file, column)));
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
        foreach (var (file, column) in merged.Where(entry => HoldText(entry.Column)))
            log.Add(new Problem(
                file, 1, ProblemCodes.MergedCodes,
                $"found codes of '{column}' that were merged as numbers, and text in this column elsewhere",
                "expected codes that can be compared as text"));
        foreach (var (file, told) in attention)
            told.Tell(file, HoldText, log, warnings);
    }
}
