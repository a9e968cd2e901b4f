using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Sources;

/// <summary>Looks for repeats in a column that is named like an id, in a bounded number of ids, so that it costs next to nothing.</summary>
/// <remarks>
/// An id is in the sample if its hash is below a bound that falls as ids are found. So every row of a sampled id is seen, wherever it is,
/// and the sample is the same in whichever order, and on however many threads, the rows are read.
/// </remarks>
/// <param name="column">The index of the column.</param>
/// <param name="missing">The codes for a missing value.</param>
internal sealed class RepeatSample(int column, IReadOnlySet<string> missing)
{
    private const int Most = 1 << 14;

    private readonly Dictionary<ulong, (string Id, long First, long Second)> sampled = [];
    private int shift;

    /// <summary>Looks at a row.</summary>
    public void Look(CsvTable row)
    {
        var value = PersonId.Shortest(row[column], row.DecimalComma);
        var hash = Hash(value);
        if (IsSampled(hash))
            Add(hash, value, row.Line);
    }

    /// <summary>Takes over what another thread has seen.</summary>
    public void TakeOver(RepeatSample other)
    {
        shift = Math.Max(shift, other.shift);
        Drop();
        foreach (var (hash, (id, first, second)) in other.sampled.Where(entry => IsSampled(entry.Key)))
        {
            if (!sampled.TryGetValue(hash, out var known))
                sampled[hash] = (id, first, second);
            else if (Math.Min(known.First, first) is var earliest)
                sampled[hash] = (known.Id, earliest, new[] { known.First, first, known.Second, second }.Where(line => line > earliest).Min());
        }
        Shrink();
    }

    /// <summary>Reports the repeats.</summary>
    public void Report(CsvTable table, ProblemLog log)
    {
        foreach (var code in missing)
            sampled.Remove(Hash(Encoding.UTF8.GetBytes(code)));
        var repeated = sampled.Values.Where(entry => entry.Second < long.MaxValue).ToList();
        if (repeated.Count == 0)
            return;
        var (id, first, second) = repeated.MinBy(entry => entry.Second);
        var found = string.Create(CultureInfo.InvariantCulture, $"found {repeated.Count} of {sampled.Count} ids{(shift > 0 ? ", a sample of them," : "")} in column '{table.Header[column]}' on more than one line, '{id}' on lines {first} and {second}");
        log.Add(new Problem(table.File, second, ProblemCodes.RepeatsInId, found, "expected a row a person"));
    }

    private static ulong Hash(ReadOnlySpan<byte> value)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)value.Length;
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
            hash = Mixed(hash ^ BitConverter.ToUInt64(value));
        foreach (var letter in value)
            hash = (hash ^ letter) * 0x100000001B3;
        return Mixed(hash);
    }

    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    private bool IsSampled(ulong hash) => hash << (64 - shift) == 0 || shift == 0;

    private void Add(ulong hash, ReadOnlySpan<byte> value, long line)
    {
        if (sampled.TryGetValue(hash, out var known))
        {
            if (line < known.First)
                sampled[hash] = (known.Id, line, known.First);
            else if (line < known.Second)
                sampled[hash] = known with { Second = line };
            return;
        }
        sampled[hash] = (CsvTable.Shown(value), line, long.MaxValue);
        Shrink();
    }

    private void Shrink()
    {
        while (sampled.Count > Most)
        {
            shift++;
            Drop();
        }
    }

    /// <summary>Drops what is no longer in the sample.</summary>
    private void Drop()
    {
        foreach (var hash in sampled.Keys.Where(hash => !IsSampled(hash)).ToList())
            sampled.Remove(hash);
    }
}
