using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>What becomes of a value.</summary>
internal enum Fate
{
    /// <summary>It is counted.</summary>
    Counted,

    /// <summary>It is counted, and somebody should know of it.</summary>
    Odd,

    /// <summary>It cannot be counted.</summary>
    Refused,
}

/// <summary>
/// A value of which something is to be told once all values of its column are known: that it cannot be counted after all, or that it is
/// odd.
/// </summary>
/// <param name="Forms">Its forms, as a number and as a text.</param>
/// <param name="IfNumbers">What becomes of it if codes are numbers.</param>
/// <param name="IfTexts">What becomes of it if they are texts.</param>
/// <param name="Code">Its code for the key; <see cref="KeyReader.Refused"/> if it cannot be counted either way.</param>
internal sealed record AttendedValue((string? AsNumber, string? AsText) Forms, Fate IfNumbers, Fate IfTexts, int Code)
{
    /// <summary>
    /// The persons who have it and the first line, by the code of the reason why they may be outside of the subpopulation.
    /// </summary>
    public Dictionary<int, (long Persons, long FirstLine)> Seen { get; } = [];

    /// <summary>Notes that the row has it.</summary>
    public void See(int outside, DataRows row)
    {
        var (persons, first) = Seen.GetValueOrDefault(outside, (0, row.Line));
        Seen[outside] = (persons + row.Persons, first);
    }
}

/// <summary>A value that is told of: what was found, by how many persons, and where first.</summary>
internal readonly record struct Found(string Value, long Persons, long FirstLine);

/// <summary>What the readers of one file attend to, added up over the threads that read it.</summary>
internal sealed class Attention
{
    private readonly record struct Entry(
        int Reader, (string? AsNumber, string? AsText) Forms, Fate IfNumbers, Fate IfTexts, Level? Outside);

    private readonly Dictionary<Entry, (long Persons, long FirstLine)> entries = [];
    private readonly List<(Level? Outside, IReadOnlyList<Problem> Wrong)> wrongIfInside = [];
    private IReadOnlyList<KeyReader> readers = [];

    /// <summary>Whether single rows are wrong in case they are inside of the subpopulation.</summary>
    public bool HasWrongRows => wrongIfInside.Count > 0;

    /// <summary>What the readers of a file, or of one thread, attend to.</summary>
    public static Attention Of(IReadOnlyList<KeyReader> readers)
    {
        var attention = new Attention();
        attention.Take(readers);
        return attention;
    }

    /// <summary>Adds what another thread attended to.</summary>
    public void Add(Attention other)
    {
        readers = other.readers;
        wrongIfInside.AddRange(other.wrongIfInside);
        foreach (var (entry, seen) in other.entries)
            Add(entry, seen);
    }

    /// <summary>Tells, now that it is known which columns hold text.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="holdsText">Whether a column holds text.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="warnings">Where notes go.</param>
    public void Tell(string file, Func<string, bool> holdsText, ProblemLog log, ICollection<Note> warnings)
    {
        foreach (var problem in wrongIfInside.Where(entry => entry.Outside?.Settled(holdsText) is null).SelectMany(entry => entry.Wrong))
            log.Add(problem);
        for (var reader = 0; reader < readers.Count; reader++)
        {
            var refused = new Dictionary<string, Found>(StringComparer.Ordinal);
            var odd = new Dictionary<string, Found>(StringComparer.Ordinal);
            var inside = entries.Where(entry => entry.Key.Reader == reader && entry.Key.Outside?.Settled(holdsText) is null);
            foreach (var (entry, seen) in inside)
            {
                var asNumber = entry.Forms.AsText is null || (entry.Forms.AsNumber is not null && !holdsText(readers[reader].Field.Name));
                var (value, fate) = asNumber ? (entry.Forms.AsNumber!, entry.IfNumbers) : (entry.Forms.AsText!, entry.IfTexts);
                if (fate == Fate.Counted)
                    continue;
                var into = fate == Fate.Odd ? odd : refused;
                into[value] = into.TryGetValue(value, out var known)
                    ? new Found(value, known.Persons + seen.Persons, Math.Min(known.FirstLine, seen.FirstLine))
                    : new Found(value, seen.Persons, seen.FirstLine);
            }
            if (refused.Count > 0)
                readers[reader].TellRefused(file, InOrder(refused), log);
            if (odd.Count > 0)
                readers[reader].TellOdd(file, InOrder(odd), log, warnings);
        }
    }

    private void Take(IReadOnlyList<KeyReader> those)
    {
        readers = those;
        for (var reader = 0; reader < those.Count; reader++)
        {
            var wrong = those[reader].WrongIfInside;
            wrongIfInside.AddRange(wrong.Select(entry => (those[reader].OutsideOf(entry.Key), (IReadOnlyList<Problem>)entry.Value)));
            foreach (var value in those[reader].Attended)
            {
                foreach (var (outside, seen) in value.Seen)
                    Add(new Entry(reader, value.Forms, value.IfNumbers, value.IfTexts, those[reader].OutsideOf(outside)), seen);
            }
        }
    }

    private static List<Found> InOrder(Dictionary<string, Found> found) =>
        [.. found.Values.OrderByDescending(value => value.Persons).ThenBy(value => value.Value, StringComparer.Ordinal)];

    private void Add(Entry entry, (long Persons, long FirstLine) seen) =>
        entries[entry] = entries.TryGetValue(entry, out var known)
            ? (known.Persons + seen.Persons, Math.Min(known.FirstLine, seen.FirstLine))
            : seen;
}
