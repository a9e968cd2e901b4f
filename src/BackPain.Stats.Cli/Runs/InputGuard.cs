using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Runs;

/// <summary>The files read so far, in a run and in the runs it starts. No result may overwrite one of them.</summary>
internal sealed class InputGuard
{
    private readonly HashSet<string> files = new(StringComparer.Ordinal);

    /// <summary>Records a file that is read.</summary>
    public void Note(string path) => files.Add(FileIdentity.Of(path));

    /// <summary>Throws if an output would overwrite an input.</summary>
    /// <param name="path">The output; null for standard output.</param>
    /// <exception cref="RequestException">The output is one of the inputs.</exception>
    public void Check(string? path)
    {
        if (path is not null && files.Contains(FileIdentity.Of(path)))
            throw new RequestException($"the output '{path}' would overwrite an input.");
    }
}
