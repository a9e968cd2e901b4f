using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Sources;

namespace BackPain.Stats.Cli.Runs;

/// <summary>The files read so far, in a run and in those it runs for itself; no result may replace one of them.</summary>
internal sealed class InputGuard
{
    private readonly HashSet<string> files = new(StringComparer.Ordinal);

    /// <summary>Remembers a file that is read.</summary>
    public void Note(string path) => files.Add(FileIdentity.Of(path));

    /// <summary>Refuses an output that would overwrite an input.</summary>
    /// <param name="path">The output; null for standard output.</param>
    /// <exception cref="RequestException">It is one of the inputs.</exception>
    public void Check(string? path)
    {
        if (path is not null && files.Contains(FileIdentity.Of(path)))
            throw new RequestException($"the output '{path}' is one of the inputs, and would replace it.");
    }
}
