using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Reads a column of answers: case, non-case, or why missing. Answers that nobody explained are counted apart and told together.</summary>
internal sealed class OutcomeReader(int column, Field field, IReadOnlySet<string> missing, OutcomeCodes? codes, TabulationBuilder builder, int place)
    : KeyReader(column, field, missing, builder, place)
{
    private const int MostListed = 20;

    private readonly Dictionary<string, (long Count, long FirstLine)> unexplained = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> labels = field.Labels();

    public override void Finish(CsvTable table, ProblemLog log)
    {
        if (unexplained.Count == 0)
            return;
        var listed = unexplained
            .OrderByDescending(entry => entry.Value.Count)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(MostListed)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"'{entry.Key}' ({entry.Value.Count} {(entry.Value.Count == 1 ? "row" : "rows")})"));
        var more = unexplained.Count > MostListed ? $" and {unexplained.Count - MostListed} more" : "";
        log.Add(new Problem(
            table.File,
            unexplained.Values.Min(entry => entry.FirstLine),
            ProblemCodes.UnexplainedCode,
            $"found {string.Join(", ", listed)}{more} in column '{Field.Name}'",
            "expected cases, non-cases or declared missing codes"));
    }

    protected override Level? LevelOf(string value)
    {
        if (Missing.Contains(value))
            return MissingFor(value);
        var isCase = codes?.IsCase(value) ?? (codes is null ? BySelf(value) : null);
        return isCase switch { true => Level.Case, false => Level.NonCase, null => null };
    }

    protected override void Refuse(string value, CsvTable row, ProblemLog log)
    {
        var (count, first) = unexplained.GetValueOrDefault(value, (0, row.Line));
        unexplained[value] = (count + row.Persons, first);
    }

    /// <summary>Where no codes were given: what the codebook says of a boolean, else the usual word, or code, that its label or it itself is.</summary>
    private bool? BySelf(string value) =>
        Field.TrueValues.Contains(value) ? true
        : Field.FalseValues.Contains(value) ? false
        : OutcomeCodes.Usual.IsCase(labels.GetValueOrDefault(value, value));
}
