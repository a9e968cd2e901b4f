using System.Globalization;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>Counts the rows below a header, the plain way.</summary>
/// <param name="request">What is asked.</param>
/// <param name="header">The columns.</param>
/// <param name="design">What reads the design.</param>
internal sealed class NaiveTally(StudyRequest request, List<string> header, NaiveDesign design)
{
    private const string NotAsked = "-";

    private readonly Dictionary<string, (int N, ExactSum[] Sums)> cells = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Code)> wrong = [];
    private readonly HashSet<string> compared = new(StringComparer.Ordinal);
    private readonly int stratumAt = request.Stratifications.Count > 0 ? header.IndexOf("stratum") : -1;
    private readonly int painAt = header.IndexOf("pain");
    private readonly int keys = new[] { request.Design.Strata, request.Design.Psu, request.Design.Fpc }.Count(column => column is not null);
    private int unexplained = int.MaxValue;
    private bool strataAreNumbers;

    /// <summary>Counts.</summary>
    public NaiveCount Of(NaiveCsv csv)
    {
        var (rows, blanks, known, above) = (0, 0, int.MaxValue, csv.BlankLines);
        var counted = new List<(int Line, List<string> Fields)>();
        while (csv.Next() is { } row)
        {
            if (row.Code is not null)
            {
                wrong.Add((row.Line, row.Code));
                known = row.Line;
                break;
            }
            var isBlank = header.Count > 1 && csv.IsOnlyDelimiters;
            blanks = header.Count == 1 ? csv.BlankLines - above : blanks + (isBlank ? 1 : 0);
            if (isBlank)
                continue;
            rows++;
            if (row.Fields.Count == header.Count)
                counted.Add((row.Line, row.Fields));
            else
                wrong.Add((row.Line, "ragged-row"));
        }
        if (rows == 0 && wrong.Count == 0)
            wrong.Add((1, "no-rows"));
        WriteNumbersAlike(counted);
        counted.ForEach(row => Count(row.Line, row.Fields));
        wrong.AddRange(design.Contradictions);
        if (unexplained < int.MaxValue)
            wrong.Add((unexplained, "unexplained-code"));
        var told = wrong.OrderBy(entry => entry.Line).ThenBy(entry => entry.Code, StringComparer.Ordinal).Select(entry => $"{entry.Line} {entry.Code}");
        var notFound = request.Where.OfType<ValueCondition>().SelectMany(condition => compared.Count == 0 ? [] : condition.Values.Where(value => !compared.Contains(CodeOf(value)))).Select(_ => "value-not-found");
        return new NaiveCount([.. cells.Select(Written).Order(StringComparer.Ordinal)], rows, [.. told], known)
        {
            Unfit = wrong.Count == 0 ? design.Unfit : [],
            Warnings = blanks > 0 ? [.. notFound, $"blank-lines {blanks}"] : [.. notFound],
        };
    }

    /// <summary>In a column of codes that are all numbers, 1, 1.0 and 01 are one code.</summary>
    private void WriteNumbersAlike(List<(int Line, List<string> Fields)> rows)
    {
        foreach (var at in new[] { "stratum", "pain", request.Design.Strata, request.Design.Psu }.OfType<string>().Select(name => header.IndexOf(name)).Where(at => at >= 0))
        {
            var areNumbers = NaiveValues.AreNumbers(rows.Select(row => row.Fields[at]).Where(value => NaiveValues.Decoded(value) is not null));
            strataAreNumbers |= areNumbers && at == stratumAt;
            if (areNumbers)
                rows.ForEach(row => row.Fields[at] = NaiveValues.NumberCode(row.Fields[at]));
        }
    }

    private string CodeOf(string typed) => strataAreNumbers ? NaiveValues.NumberCode(typed) : typed;

    private void Count(int line, List<string> row)
    {
        var place = design.Read(line, row);
        wrong.AddRange(place.Wrong.Select(code => (line, code)));
        if (place.Wrong.Count > 0)
            return;
        if (place.Dropped is not null)
        {
            Add(place.Weights, [.. Enumerable.Repeat(NotAsked, keys), place.Dropped, NotAsked, NotAsked]);
            return;
        }
        var outside = request.Where.Count == 0 ? NotAsked : Outside(line, row);
        if (outside == NotAsked)
            CountInside(line, row, place);
        else if (outside is not null)
            Add(place.Weights, [.. place.Keys, outside, NotAsked, NotAsked]);
    }

    private void CountInside(int line, List<string> row, NaivePlace place)
    {
        var (stratum, pain) = (NaiveValues.Decoded(stratumAt < 0 ? "" : row[stratumAt]), NaiveValues.Decoded(row[painAt]));
        wrong.AddRange(new[] { stratum, pain }.Where(text => text is null).Select(_ => (line, "undecodable")));
        var answer = pain is null ? null : NaiveValues.Answer(pain);
        if (pain is not null && answer is null)
            unexplained = Math.Min(unexplained, line);
        if (stratum is null || answer is null)
            return;
        if (place.Weights[0] == 0)
            answer = answer is "case" or "non-case" && place.Weights.Any(weight => weight != 0) ? $"weight-0-{answer}" : "weight-0";
        Add(place.Weights, stratumAt < 0 ? [.. place.Keys, NotAsked, answer] : [.. place.Keys, NotAsked, NaiveValues.Stratum(stratum), answer]);
    }

    /// <summary>Why a person is not of the subpopulation, if so; nothing where nobody can tell.</summary>
    private string? Outside(int line, List<string> row)
    {
        var condition = (ValueCondition)request.Where[0];
        if (NaiveValues.Decoded(row[stratumAt]) is not { } value)
        {
            wrong.Add((line, "undecodable"));
            return null;
        }
        compared.Add(value);
        var isListed = condition.Values.Select(CodeOf).Contains(value);
        return NaiveValues.IsMissing(value) && !isListed ? $"stratum unknown: {NaiveValues.Reason(value)}" : isListed == condition.Among ? NotAsked : $"not {condition}";
    }

    private void Add(IReadOnlyList<double> weights, IReadOnlyList<string> texts)
    {
        var key = string.Join('¦', texts);
        if (!cells.TryGetValue(key, out var cell))
            cell = (0, [.. Enumerable.Range(0, weights.Count + 1).Select(_ => new ExactSum())]);
        cell.Sums[0].Add(weights[0]);
        // A square is a double before it is added.
        cell.Sums[1].Add(weights[0] * weights[0]);
        for (var r = 1; r < weights.Count; r++)
            cell.Sums[r + 1].Add(weights[r]);
        cells[key] = (cell.N + 1, cell.Sums);
    }

    private static string Written(KeyValuePair<string, (int N, ExactSum[] Sums)> cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{cell.Key} {cell.Value.N} {string.Join(' ', cell.Value.Sums)}");
}
