using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>What the program says of files, in words that can be compared.</summary>
/// <param name="Cells">Keys, persons, Σw, Σw² and the sums of the replicate weights of those who are in the files, in order; nothing where they are refused.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Problems">The problems, but for ids that repeat: the ids are any numbers, and nobody asks about them.</param>
/// <param name="Warnings">The codes of the warnings, but for those; of blank lines also how many.</param>
/// <param name="Everything">All that a reader can see, to the last bit and letter.</param>
internal sealed record Reading(IReadOnlyList<string> Cells, long Rows, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Warnings, IReadOnlyList<string> Everything)
{
    /// <summary>Reads files.</summary>
    public static Reading Of(IReadOnlyList<string> paths, StudyRequest request, int threads)
    {
        var log = new ProblemLog(int.MaxValue);
        try
        {
            var study = new StudyReader(request, log, threads: threads).Read(paths);
            var cells = study.Tabulation.Cells.Where(cell => cell.Sums.N > 0).Select(cell => Written(study.Tabulation, cell, sum => $"{ExactSum.Of(sum.High, sum.Low)}"));
            return new([.. cells.Order(StringComparer.Ordinal)], study.Inputs.Sum(input => input.Rows), Asked(log), [.. study.Warnings.Where(warning => warning.Code != ProblemCodes.RepeatsInId.Name).Select(Shortened)], [.. Rest(study), .. Told(log)]);
        }
        catch (DataException)
        {
            return new([], 0, [.. Asked(log).OrderBy(problem => problem.Line).ThenBy(problem => problem.Code.Name, StringComparer.Ordinal)], [], Told(log));
        }
        catch (RequestException error)
        {
            return new([], 0, [], [], [error.Message]);
        }
    }

    /// <summary>The first difference between what is said of the same files twice; nothing where there is none.</summary>
    public string? DifferenceFrom(Reading other) =>
        Everything.SequenceEqual(other.Everything) ? null : $"'{Everything.Except(other.Everything).FirstOrDefault()}' is not '{other.Everything.Except(Everything).FirstOrDefault()}'";

    private static IEnumerable<string> Rest(Study study) =>
    [
        .. study.Tabulation.Cells.Select(cell => Written(study.Tabulation, cell, sum => sum.Value.ToString("R", CultureInfo.InvariantCulture))),
        .. study.Tabulation.Levels.Select(levels => string.Join('¦', levels.Select(level => $"{level.Kind} {level.Text}"))),
        $"rank {study.Tabulation.Weighting?.ReplicateRank}",
        .. study.Inputs.Select(input => $"{input.Name} {input.Sha256} {input.Bytes} {input.Rows}"),
        .. study.Warnings.Select(warning => $"{warning.Code} {warning.Text}"),
    ];

    // The ids are any numbers.
    private static List<Problem> Asked(ProblemLog log) => [.. log.Problems.Where(problem => problem.Code != ProblemCodes.RepeatsInId)];

    private static List<string> Told(ProblemLog log) => [.. log.Problems.Select(problem => problem.ToString()), $"{log.Errors} {log.Oddities}"];

    private static string Shortened(Definitions.Note warning) => warning.Code == "blank-lines" ? $"{warning.Code} {warning.Text.Split(' ')[0]}" : warning.Code;

    private static string Written(Tabulation tabulation, Cell cell, Func<DoubleDouble, string> shown)
    {
        var sums = cell.Replicates.ToArray().Prepend(cell.Sums.W2).Prepend(cell.Sums.W);
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join('¦', tabulation.Columns.Select((_, place) => Shown(tabulation.LevelOf(cell, place))))} {cell.Sums.N} {string.Join(' ', sums.Select(shown))}");
    }

    private static string Shown(Level? level) => level is null ? "-" : level.Value.Kind == LevelKind.Missing ? $"?{level.Value.Text}" : level.Value.Text;
}
