using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>Something to read: a file, standard input, or a bundled dataset.</summary>
/// <param name="Name">As the user named it; the file part of every message.</param>
/// <param name="Path">Where it is; nothing for standard input.</param>
/// <param name="Codebook">What is known of it beforehand: of a bundled dataset.</param>
public sealed record InputFile(string Name, string? Path, Codebook? Codebook = null)
{
    /// <summary>How standard input is named.</summary>
    public const string StandardInput = "-";

    /// <summary>Its size in bytes; 0 for standard input, a pipe or a file that is not there.</summary>
    public long Size => Path is not null && File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Whether it can be read a second time, which a pipe cannot: that has no size.</summary>
    public bool CanBeReadAgain => Size > 0;

    /// <summary>Whether it is compressed, by its extension.</summary>
    public bool IsCompressed => Path?.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether it is tab-separated, by its extension.</summary>
    public bool IsTabSeparated => (IsCompressed ? Path![..^3] : Path)?.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Where a file is.</summary>
    /// <param name="folder">The folder to which its name is relative; null for the current folder of the process.</param>
    /// <param name="name">Its name.</param>
    public static string PathIn(string? folder, string name) => folder is null ? name : System.IO.Path.Combine(folder, name);

    /// <summary>Finds what a name stands for: standard input, a file, or else a bundled dataset.</summary>
    /// <param name="name">The name.</param>
    /// <param name="folder">The folder to which it is relative; null for the current folder of the process.</param>
    /// <exception cref="UnreachableInputException">It is none of these.</exception>
    public static InputFile Find(string name, string? folder = null)
    {
        if (name == StandardInput)
            return new InputFile(name, null);
        var path = PathIn(folder, name);
        if (File.Exists(path))
            return new InputFile(name, path);
        if (BundledData.Find(name) is { } codebook)
            return new InputFile(name, BundledData.PathOf(codebook), codebook);
        var looksLikePath = name.Contains('.', StringComparison.Ordinal)
            || name.Contains(System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var hint = looksLikePath ? ""
            : Nearest.Suggestion(name, BundledData.Names) is { Length: > 0 } suggestion ? suggestion
            : " 'backpain datasets' lists the bundled ones.";
        throw new UnreachableInputException(Directory.Exists(path)
            ? $"{name}: is a folder; name the files in it."
            : $"{name}: there is no such file{(looksLikePath ? "" : " and no bundled dataset of that name")}.{hint}");
    }

    /// <summary>Opens its rows for one reading. The place where a format is chosen, by content and then by extension.</summary>
    /// <param name="dialect">How text is written, if it is text.</param>
    /// <param name="fingerprint">Whether to take a fingerprint of its bytes.</param>
    /// <param name="log">Where problems go.</param>
    /// <exception cref="UnreachableInputException">It cannot be opened.</exception>
    internal DataRows OpenRows(CsvDialect dialect, bool fingerprint, ProblemLog log) =>
        new CsvRows(this, Open(fingerprint), dialect, log);

    /// <summary>Opens it for one reading, from the start to the end.</summary>
    /// <param name="fingerprint">Whether to take a fingerprint of its bytes.</param>
    /// <exception cref="UnreachableInputException">It cannot be opened.</exception>
    public MeasuredStream Open(bool fingerprint)
    {
        if (Path is null && InheritedInput.IsClosed)
            throw new UnreachableInputException($"{Name}: standard input is closed; pipe the data into it, or name a file.");
        if (Path is null)
            return new MeasuredStream(Console.OpenStandardInput(), null, fingerprint);
        try
        {
            var stream = new FileStream(
                Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite });
            return new MeasuredStream(stream, stream.CanSeek ? stream.Length : null, fingerprint);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreachableInputException($"{Name}: cannot be opened ({error.Message.TrimEnd('.')}).");
        }
    }
}
