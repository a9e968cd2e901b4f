using System.Security.Cryptography;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>A Data Package descriptor (https://datapackage.org, versions 1 and 2): one codebook for each file it describes.</summary>
/// <param name="Path">The descriptor.</param>
/// <param name="Codebooks">Its resources.</param>
public sealed record DataPackage(string Path, IReadOnlyList<Codebook> Codebooks)
{
    /// <summary>The name that a descriptor has by convention.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>Reads a descriptor.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">How the user calls it.</param>
    /// <exception cref="DataException">It is not a descriptor, or says something that cannot be used.</exception>
    /// <exception cref="UnreachableInputException">It cannot be opened.</exception>
    public static DataPackage Load(string path, string shownAs)
    {
        if (Directory.Exists(path))
            throw new UnreachableInputException(
                $"{shownAs}: is a folder; name the codebook in it, as in {System.IO.Path.Combine(shownAs, FileName)}.");
        if (!File.Exists(path))
            throw new UnreachableInputException($"{shownAs}: there is no such file; {Settings.Codebook} names a Data Package descriptor.");
        try
        {
            var bytes = JsonFile.BytesOf(path);
            var file = new CodebookFile(shownAs, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
            using var document = JsonFile.Parse(bytes);
            var parser = new CodebookParser(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            return new DataPackage(path, [.. parser.ParseAll(document.RootElement).Select(codebook => codebook with { File = file })]);
        }
        catch (CodebookFormatException error)
        {
            throw Bad(shownAs, error.Line, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreachableInputException($"{shownAs}: the codebook cannot be opened ({error.Message}).");
        }
    }

    /// <summary>
    /// The codebook of a file: the resource with its path, or with its name; or the only one, where the user gave the descriptor himself.
    /// </summary>
    public Codebook? For(string file, bool givenByUser)
    {
        var name = System.IO.Path.GetFileName(file);
        return Codebooks.FirstOrDefault(codebook => codebook.Paths.Any(path => System.IO.Path.GetFileName(path) == name))
            ?? (givenByUser && Codebooks.Count == 1 ? Codebooks[0] : null);
    }

    private static DataException Bad(string file, long line, string found)
    {
        var log = new ProblemLog();
        log.Add(new Problem(file, line, ProblemCodes.BadCodebook, found));
        return new DataException(log);
    }
}
