using System.IO.Compression;
using System.Text;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>Compressed in one member or several, with any header, a file gives what it gives uncompressed; cut, changed or with something behind its end it is refused, or gives the same.</summary>
internal sealed class GzipKind : FuzzedKind
{
    private const int HeaderLength = 10;

    /// <inheritdoc/>
    public override string? Difference(int seed, Random random, string folder)
    {
        var survey = new FuzzedSurvey(seed);
        var bytes = Encoding.UTF8.GetBytes(FuzzedText.Of([survey.Columns, .. survey.Persons.Select(person => person.Cells)], random));
        var right = FuzzedRun.Of([Write(folder, "plain.csv", bytes)], survey.Options);
        var cuts = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(bytes.Length + 1)).Append(0).Append(bytes.Length).Order().ToList();
        var members = cuts.Zip(cuts.Skip(1), (from, to) => Member(bytes[from..to], random)).ToList();
        byte[] whole = [.. members.SelectMany(member => member)];
        return new NaiveEstimates(survey, FuzzedDesign.None).Difference(right)
            ?? DifferenceOf(FuzzedRun.Of([Write(folder, "whole.csv.gz", whole)], survey.Options), right, $"{members.Count} members")
            ?? OfDamagedMembers(whole, members, right, survey.Options, random, folder);
    }

    private static string? OfDamagedMembers(byte[] whole, List<byte[]> members, FuzzedRun right, IReadOnlyList<string> options, Random random, string folder)
    {
        var at = random.Next(1, whole.Length);
        var starts = members.Select((_, member) => members.Take(member).Sum(other => other.Length)).ToHashSet();
        var (name, damaged) = random.Next(4) switch
        {
            // What ends with a member is a file of its own, and nobody can know that there was more.
            0 when !starts.Contains(at) => ($"cut at {at}", whole[..at]),
            1 => ("bytes behind the end", (byte[])[.. whole, (byte)random.Next(1, 31), .. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256))]),
            2 => ("a start changed", [.. members.SelectMany((member, number) => number == members.Count - 1 ? [.. member[..1], (byte)~member[1], .. member[2..]] : member)]),
            _ => ($"changed at {at}", [.. whole[..at], (byte)(whole[at] ^ (1 << random.Next(8))), .. whole[(at + 1)..]]),
        };
        var run = FuzzedRun.Of([Write(folder, "damaged.csv.gz", damaged)], options);
        return run.ExitCode is ExitCode.Data or ExitCode.Unreachable ? null : DifferenceOf(run, right, $"{name}, starts {string.Join(' ', starts)}");
    }

    /// <summary>A member at some level of compression, with or without the fields that its header may have (RFC 1952).</summary>
    private static byte[] Member(byte[] bytes, Random random)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, (CompressionLevel)random.Next(4), leaveOpen: true))
            gzip.Write(bytes);
        var member = stream.ToArray();
        // Nothing at all is written of nothing.
        if (member.Length == 0)
            return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var fields = new List<byte>();
        var flags = random.Next(3) == 0 ? random.Next(8) << 2 : 0;
        if ((flags & 4) != 0)
            fields.AddRange([3, 0, 1, 2, 3]);
        if ((flags & 8) != 0)
            fields.AddRange("name.csv\0"u8);
        if ((flags & 16) != 0)
            fields.AddRange("comment\0"u8);
        return [.. member[..3], (byte)flags, .. member[4..HeaderLength], .. fields, .. member[HeaderLength..]];
    }
}
