using System.Globalization;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Names that are each given once: those under which links find places in a page, or those of files.</summary>
/// <param name="comparer">When two names are the same.</param>
internal sealed class Anchors(StringComparer comparer)
{
    private readonly HashSet<string> taken = new(comparer);
    private readonly Dictionary<string, int> next = new(comparer);

    /// <summary>Takes a name; false if it is taken already.</summary>
    public bool TryTake(string name) => taken.Add(name);

    /// <summary>Takes a name, with a number behind it if it is taken already.</summary>
    public string Take(string name)
    {
        for (var candidate = name; ;)
        {
            if (taken.Add(candidate))
                return candidate;
            var number = next[name] = next.GetValueOrDefault(name) + 1;
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }
    }
}
