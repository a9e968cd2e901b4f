using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Studies;

namespace BackPain.Stats.Data.Figures;

/// <summary>A CSV file of cited figures, the bundled one or somebody's own.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Path">Where it is; nothing for standard input.</param>
/// <param name="Input">Its fingerprint.</param>
/// <param name="Figures">The figures.</param>
public sealed record FigureRegistry(string Name, string? Path, InputSummary Input, IReadOnlyList<CitedFigure> Figures)
{
    /// <summary>The name of the bundled registry.</summary>
    public const string Bundled = "cited-figures";

    /// <summary>Reads a registry.</summary>
    /// <param name="name">A file, or the name of the bundled one.</param>
    /// <param name="folder">The folder to which the name of a file is relative; null for the current folder of the process.</param>
    /// <exception cref="DataException">It is not a registry.</exception>
    /// <exception cref="UnreachableInputException">It cannot be opened.</exception>
    public static FigureRegistry Read(string name, string? folder = null)
    {
        var log = new ProblemLog();
        var figures = new List<CitedFigure>();
        var file = InputFile.Find(name, folder);
        using var table = file.OpenRows(new CsvDialect(), fingerprint: true, log);
        log.ThrowIfErrors();
        var parser = new FigureParser(table, log);
        log.ThrowIfErrors();
        while (table.Read())
        {
            if (parser.Figure() is { } figure)
                figures.Add(figure);
        }
        if (table.Rows == 0)
            log.Add(new Problem(table.File, 1, ProblemCodes.BadRegistry, "found no figure", "expected at least one row"));
        log.ThrowIfErrors();
        var input = new InputSummary(file.Name, table.Sha256, table.Progress.Bytes, table.Rows);
        return new FigureRegistry(file.Name, file.Path, input, figures);
    }
}
