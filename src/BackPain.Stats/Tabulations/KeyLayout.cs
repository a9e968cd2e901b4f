using System.Collections;

namespace BackPain.Stats.Tabulations;

/// <summary>
/// The keys of a tabulation in their order: the sampling design, the reason for being outside, the by-columns, the outcomes.
/// </summary>
/// <remarks>
/// Keys are ordered by role, and keys with the same role as they were given. Because design keys come first, the cells of a sampling
/// unit are adjacent. Indexes are searched for, so they should be looked up once, before rows are read.
/// </remarks>
public sealed class KeyLayout : IReadOnlyList<KeyColumn>
{
    private readonly KeyColumn[] keys;
    private readonly int firstAnswer;

    /// <summary>Arranges keys.</summary>
    /// <param name="keys">The keys in any order.</param>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public KeyLayout(IEnumerable<KeyColumn> keys)
    {
        this.keys = [.. keys.OrderBy(key => key.Role)];
        if (this.keys.Distinct().Count() < this.keys.Length)
            throw new ArgumentException("A key occurs twice.", nameof(keys));
        firstAnswer = this.keys.Count(key => !key.IsAnswer);
    }

    /// <summary>The number of keys.</summary>
    public int Count => keys.Length;

    /// <summary>The keys of the sampling design.</summary>
    public IEnumerable<(int Index, KeyColumn Key)> Design => this.Index().Where(entry => entry.Item.IsDesign);

    /// <summary>The by-columns.</summary>
    public IEnumerable<(int Index, KeyColumn Key)> By => WithRole(KeyRole.By);

    /// <summary>The outcomes.</summary>
    public IEnumerable<(int Index, KeyColumn Key)> Outcomes => WithRole(KeyRole.Outcome);

    /// <summary>The key at an index.</summary>
    public KeyColumn this[int index] => keys[index];

    /// <summary>Returns a layout with the keys of several, each once.</summary>
    public static KeyLayout Union(IEnumerable<KeyLayout> layouts) => new(layouts.SelectMany(layout => layout).Distinct());

    /// <summary>Returns the index of a key, or −1 if there is none.</summary>
    public int IndexOf(KeyColumn key) => Array.IndexOf(keys, key);

    /// <summary>Returns the index of the first key with a role, or −1 if there is none.</summary>
    public int IndexOf(KeyRole role) => Array.FindIndex(keys, key => key.Role == role);

    /// <summary>Returns the first key with a role, or null if there is none.</summary>
    public KeyColumn? Find(KeyRole role) => Array.Find(keys, key => key.Role == role);

    /// <summary>Returns the index of each key in another layout; −1 for keys that the other one lacks.</summary>
    public int[] IndexesIn(KeyLayout other) => Array.ConvertAll(keys, other.IndexOf);

    /// <summary>Returns a copy with an additional key.</summary>
    public KeyLayout With(KeyColumn key) => new([.. keys, key]);

    /// <summary>Returns a copy with other outcomes.</summary>
    public KeyLayout WithOutcomes(IEnumerable<KeyColumn> outcomes) => new([.. keys.Where(key => key.Role != KeyRole.Outcome), .. outcomes]);

    /// <summary>Returns whether a key holds an answer, which only persons inside the subpopulation have.</summary>
    public bool IsAnswer(int index) => index >= firstAnswer;

    /// <summary>Removes the answers from the codes of a cell.</summary>
    public void ClearAnswers(Span<int> codes) => codes[firstAnswer..].Fill(Tabulation.NoLevel);

    /// <inheritdoc/>
    public IEnumerator<KeyColumn> GetEnumerator() => ((IEnumerable<KeyColumn>)keys).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(int Index, KeyColumn Key)> WithRole(KeyRole role) => this.Index().Where(entry => entry.Item.Role == role);
}
