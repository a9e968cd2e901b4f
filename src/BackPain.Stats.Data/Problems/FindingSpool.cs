using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;

namespace BackPain.Stats.Data.Problems;

/// <summary>
/// Keeps problems, however many: a file may have one in every row. Beyond the first few thousand they are packed into a few bytes each.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "What it packs is in memory.")]
internal sealed class FindingSpool
{
    private const int MostUnpacked = 4096;

    private readonly List<Problem> latest = [];
    private readonly List<Problem> shapes = [];
    private readonly Dictionary<Problem, int> placeOfShape = [];
    private readonly MemoryStream bytes = new();
    private readonly BinaryWriter packed;
    private long packedCount;

    public FindingSpool() => packed = new BinaryWriter(new DeflateStream(bytes, CompressionLevel.Fastest), Encoding.UTF8);

    /// <summary>The problem added last; null if there is none.</summary>
    public Problem? Last { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(Problem problem)
    {
        Last = problem;
        if (latest.Count == MostUnpacked)
            PackLatest();
        latest.Add(problem);
    }

    /// <summary>All of them, in the order in which they were added.</summary>
    public IEnumerable<Problem> All()
    {
        if (packedCount > 0)
        {
            packed.Flush();
            var written = new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length, writable: false);
            using var unpacked = new BinaryReader(new DeflateStream(written, CompressionMode.Decompress), Encoding.UTF8);
            for (var i = 0L; i < packedCount; i++)
            {
                var shape = shapes[unpacked.Read7BitEncodedInt()];
                yield return shape with { Line = unpacked.Read7BitEncodedInt64(), Found = unpacked.ReadString() };
            }
        }
        foreach (var problem in latest)
            yield return problem;
    }

    private void PackLatest()
    {
        foreach (var problem in latest)
        {
            // What is expected and how to mend it is the same for all faults of a kind.
            var shape = problem with { Line = 0, Found = "" };
            if (!placeOfShape.TryGetValue(shape, out var place))
            {
                placeOfShape[shape] = place = shapes.Count;
                shapes.Add(shape);
            }
            packed.Write7BitEncodedInt(place);
            packed.Write7BitEncodedInt64(problem.Line);
            packed.Write(problem.Found);
        }
        packedCount += latest.Count;
        latest.Clear();
    }
}
