using System.Security.Cryptography;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>Finds inputs that are byte for byte the same under different names, so that everybody in them was probably counted twice.</summary>
/// <remarks>Only inputs of the same size are compared, so that files that differ in size cost nothing.</remarks>
/// <param name="log">Where oddities go.</param>
internal sealed class CopiesFinder(ProblemLog log)
{
    private const int Chunk = 1 << 16;

    private readonly List<(InputFile File, long Bytes, string? Sha256)> inputs = [];

    /// <summary>Remembers an input that has been read to its end.</summary>
    public void Add(InputFile file, DataRows rows) => inputs.Add((file, rows.Progress.Bytes, rows.Sha256));

    /// <summary>Reports the copies.</summary>
    public void Report()
    {
        for (var later = 1; later < inputs.Count; later++)
        {
            var original = inputs.FindIndex(0, later, input => AreTheSame(input, inputs[later]));
            if (original >= 0)
                log.Add(new Problem(inputs[later].File.Name, 1, ProblemCodes.CopyOfInput, $"found the same bytes as in {inputs[original].File.Name}"));
        }
    }

    private static bool AreTheSame((InputFile File, long Bytes, string? Sha256) one, (InputFile File, long Bytes, string? Sha256) other)
    {
        if (one.Bytes != other.Bytes)
            return false;
        return one.File.CanBeReadAgain && other.File.CanBeReadAgain
            ? HaveTheSameBytes(one.File, other.File)
            : (one.Sha256 ?? FingerprintOf(one.File)) == (other.Sha256 ?? FingerprintOf(other.File));
    }

    private static bool HaveTheSameBytes(InputFile one, InputFile other)
    {
        using var first = one.Open(fingerprint: false);
        using var second = other.Open(fingerprint: false);
        var (a, b) = (new byte[Chunk], new byte[Chunk]);
        while (true)
        {
            var count = first.ReadAtLeast(a, Chunk, throwOnEndOfStream: false);
            if (second.ReadAtLeast(b, Chunk, throwOnEndOfStream: false) != count || !a.AsSpan(0, count).SequenceEqual(b.AsSpan(0, count)))
                return false;
            if (count < Chunk)
                return true;
        }
    }

    private static string? FingerprintOf(InputFile file)
    {
        using var stream = file.Open(fingerprint: false);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
