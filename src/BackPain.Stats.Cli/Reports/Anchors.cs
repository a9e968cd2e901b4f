using System.Globalization;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Hands out unique names, such as the ids in a page or the names of files.</summary>
/// <param name="comparer">Determines when two names are equal.</param>
internal sealed class Anchors(StringComparer comparer)
{
    private readonly HashSet<string> taken = new(comparer);
    private readonly Dictionary<string, int> next = new(comparer);

    /// <summary>Takes a name; returns false if it is already taken.</summary>
    public bool TryTake(string name) => taken.Add(name);

    /// <summary>Takes a name, with a number appended if it is already taken.</summary>
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
