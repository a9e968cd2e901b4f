using System.Text;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>A kind of fuzzed file, and what must hold of it.</summary>
internal abstract class FuzzedKind
{
    /// <summary>What does not hold of the files of a seed; null if everything does.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="random">What the seed makes.</param>
    /// <param name="folder">Where to write files.</param>
    public abstract string? Difference(int seed, Random random, string folder);

    /// <summary>Writes a file and returns its path.</summary>
    protected static string Write(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>What changes when rows and columns change places, or are in several files that are written differently: nothing may.</summary>
    protected static string? OfSharedOut(FuzzedRun whole, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> options, Random random, string folder)
    {
        var mixed = rows.OrderBy(_ => random.Next()).ToList();
        // Replicates and the keys of saved sums are added up in the order of their columns, so last bits may differ in another.
        var isOrdered = columns.Contains("rw1") || columns.Contains("n");
        var order = columns.Select((_, at) => at).OrderBy(at => isOrdered ? at : random.Next()).ToList();
        var files = random.Next(1, Math.Min(4, 1 + mixed.Count));
        var paths = Enumerable.Range(0, files).Select(file =>
        {
            var part = mixed.Where((_, row) => row % files == file).Select(row => (IReadOnlyList<string>)[.. order.Select(at => row[at])]);
            return Write(folder, $"part {file}.csv", Encoding.UTF8.GetBytes(FuzzedText.Of([[.. order.Select(at => columns[at])], .. part], random)));
        }).ToList();
        return DifferenceOf(FuzzedRun.Of(paths, options).Ordered, whole.Ordered, $"in another order and {files} files");
    }

    /// <summary>A damaged file has an answer or an error; what of it is counted is compared in the tests of the readers.</summary>
    protected static string? OfDamaged(byte[] bytes, IReadOnlyList<string> options, Random random, string folder)
    {
        var run = FuzzedRun.Of([Write(folder, "damaged.csv", FuzzedText.Damaged(bytes, random))], options);
        return run.ExitCode is ExitCode.Done or ExitCode.Usage or ExitCode.Data ? null : $"damaged: exit {run.ExitCode} {run.Error}";
    }

    /// <summary>How an answer differs from another; null if it does not.</summary>
    protected static string? DifferenceOf(FuzzedRun run, FuzzedRun right, string name)
    {
        if (run.Answer == right.Answer)
            return null;
        var (lines, expected) = (run.Answer.Split('\n'), right.Answer.Split('\n'));
        var at = lines.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{name}: exit {run.ExitCode} {run.Error}{Shown(lines)}\nis not exit {right.ExitCode} {right.Error}{Shown(expected)}";

        string Shown(string[] answer) => string.Join(' ', answer.Skip(Math.Max(0, at - 8)).Take(12).Select(line => line.Trim()));
    }
}
