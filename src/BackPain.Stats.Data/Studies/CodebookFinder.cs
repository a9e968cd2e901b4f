using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Studies;

/// <summary>Finds what describes a file: the codebook that was named, or the one beside it.</summary>
/// <param name="request">What to count.</param>
/// <param name="paths">The files of the study, to which every one that is opened here is added.</param>
internal sealed class CodebookFinder(StudyRequest request, List<string> paths)
{
    /// <summary>The codebook of a file; an empty one if nothing describes it.</summary>
    /// <exception cref="RequestException">The one that was named does not describe it, or cannot be read.</exception>
    public Codebook Of(DataInput input)
    {
        var path = input.File?.Path;
        if (path is not null)
            paths.Add(path);
        if (request.CodebookPath is { } given)
        {
            var name = path ?? input.Name;
            return Load(InputFile.PathIn(request.Folder, given), given).For(name, givenByUser: true)
                ?? throw new RequestException(
                    $"{given} describes no file of the name '{Path.GetFileName(name)}', and not just one other that could be meant.");
        }
        if (input.Codebook is not null)
            return input.Codebook;
        if (path is null)
            return Codebook.None;
        var beside = Path.Combine(Path.GetDirectoryName(path)!, DataPackage.FileName);
        return (File.Exists(beside) ? Load(beside, beside).For(path, givenByUser: false) : null) ?? Codebook.None;
    }

    private DataPackage Load(string path, string shownAs)
    {
        paths.Add(path);
        return DataPackage.Load(path, shownAs);
    }
}
