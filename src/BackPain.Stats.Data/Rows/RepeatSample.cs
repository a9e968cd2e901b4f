using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>Looks for repeats in a column that is named like an id, in a bounded number of ids, so that it costs next to nothing.</summary>
/// <remarks>
/// An id is in the sample if its hash is below a bound that falls as ids are found. So every row of a sampled id is seen, wherever it is,
/// and the sample is the same in whichever order, and on however many threads, the rows are read. Ids are taken as they are written.
/// </remarks>
/// <param name="column">The index of the column.</param>
/// <param name="missing">The codes for a missing value.</param>
internal sealed class RepeatSample(int column, IReadOnlySet<string> missing)
{
    private const int Most = 1 << 12;

    private readonly Dictionary<ulong, (string Id, long First, long Second)> sampled = [];
    private ulong mask;

    /// <summary>Looks at a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Look(DataRows row)
    {
        var value = row[column];
        var hash = Hash(value);
        if (IsSampled(hash))
            Add(hash, value, row.Line);
    }

    /// <summary>Takes over what another thread has seen.</summary>
    public void TakeOver(RepeatSample other)
    {
        mask |= other.mask;
        Drop();
        foreach (var (hash, (id, first, second)) in other.sampled.Where(entry => IsSampled(entry.Key)))
        {
            if (!sampled.TryGetValue(hash, out var known))
                sampled[hash] = (id, first, second);
            else if (Math.Min(known.First, first) is var earliest)
            {
                var later = new[] { known.First, first, known.Second, second }.Where(line => line > earliest).Min();
                sampled[hash] = (known.Id, earliest, later);
            }
        }
        Shrink();
    }

    /// <summary>Reports the repeats.</summary>
    public void Report(DataRows table, ProblemLog log)
    {
        foreach (var code in missing)
            sampled.Remove(Hash(Encoding.UTF8.GetBytes(code)));
        var repeated = sampled.Values.Where(entry => entry.Second < long.MaxValue).ToList();
        if (repeated.Count == 0)
            return;
        var (id, first, second) = repeated.MinBy(entry => entry.Second);
        var ofSample = mask > 0 ? ", a sample of them," : "";
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"found {repeated.Count} of {sampled.Count} ids{ofSample} in column '{table.Header[column]}' on more than one line, "
                + $"'{id}' on lines {first} and {second}");
        log.Add(new Problem(table.File, second, ProblemCodes.RepeatsInId, found, "expected a row a person"));
    }

    /// <summary>Eight bytes at a time; the last eight may overlap. It is asked for every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ReadOnlySpan<byte> value)
    {
        var hash = (ulong)value.Length * 0x9E3779B97F4A7C15;
        for (var rest = value; rest.Length > sizeof(ulong); rest = rest[sizeof(ulong)..])
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest));
        if (value.Length >= sizeof(ulong))
            return Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value[^sizeof(ulong)..]));
        if (value.Length >= sizeof(uint))
        {
            ulong start = BinaryPrimitives.ReadUInt32LittleEndian(value);
            ulong end = BinaryPrimitives.ReadUInt32LittleEndian(value[^sizeof(uint)..]);
            return Mixed(hash ^ start ^ (end << 32));
        }
        foreach (var letter in value)
            hash = (hash << 8) ^ letter;
        return Mixed(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    /// <summary>Whether the last bits are 0, as many as the sample has been halved.</summary>
    private bool IsSampled(ulong hash) => (hash & mask) == 0;

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
        sampled[hash] = (DataRows.Shown(value), line, long.MaxValue);
        Shrink();
    }

    private void Shrink()
    {
        while (sampled.Count > Most)
        {
            mask = (mask << 1) | 1;
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
