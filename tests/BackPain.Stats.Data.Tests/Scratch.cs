using System.Text;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests;

/// <summary>A folder for the files of one test, gone with it.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("backpain-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a file of UTF-8 text and gives its path.</summary>
    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads text as a file.</summary>
    public Study Read(string text, StudyRequest request) => Read(File("data.csv", text), request, new ProblemLog());

    /// <summary>The problems of text read as a file, each as "line code".</summary>
    public IReadOnlyList<Problem> ProblemsIn(string text, StudyRequest request, bool oddities = false) => ProblemsIn(File("data.csv", text), new ProblemLog(int.MaxValue, oddities), request);

    /// <summary>The problems of a file.</summary>
    public static IReadOnlyList<Problem> ProblemsIn(string path, ProblemLog log, StudyRequest request)
    {
        try
        {
            Read(path, request, log);
        }
        catch (DataException)
        {
            // They are in the log.
        }
        return log.Problems;
    }

    /// <summary>Reads a file.</summary>
    public static Study Read(string path, StudyRequest request, ProblemLog log) => new StudyReader(request, log).Read([path]);

    /// <summary>The cells of a tabulation as texts: levels with commas, a blank, persons.</summary>
    public static IReadOnlyList<string> CellsOf(Tabulation tabulation) =>
    [
        .. tabulation.Cells
            .Where(cell => cell.Sums.N > 0)
            .Select(cell => $"{string.Join(',', Enumerable.Range(1, tabulation.Columns.Count - 1).Select(place => Shown(tabulation.LevelOf(cell, place))).Prepend(Shown(tabulation.LevelOf(cell, 0))).Skip(tabulation.LevelOf(cell, 0) is null ? 1 : 0))} {cell.Sums.N}"),
    ];

    /// <summary>An outcome with the usual codes.</summary>
    public static StudyRequest Asking(string column, params string[] by) => new()
    {
        Outcomes = [new CaseDefinition(column, RecallPeriod.Point)],
        Stratifications = by.Length == 0 ? [] : [new Stratification(by)],
    };

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Shown(Level? level) => level switch
    {
        null => "-",
        { Kind: LevelKind.Missing } missing => $"?{missing.Text}",
        { Kind: LevelKind.Outside } outside => $"!{outside.Text}",
        _ => level.Value.Text,
    };
}
