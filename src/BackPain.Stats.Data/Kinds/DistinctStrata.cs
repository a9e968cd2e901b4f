using System.Globalization;
using System.Text;
using System.Text.Unicode;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// Finds grouped rows of the same stratum, so that nobody is counted twice: rows whose values are one code each, but for the counts.
/// </summary>
/// <remarks>
/// 1, 1.0 and a label of 1 are one code where a column is numeric. Whether it is shows only at the end of all files, so rows that
/// differ in the texts of numbers are left to the ledger.
/// </remarks>
internal sealed class DistinctStrata
{
    private readonly (int Index, CodedColumn Values, Func<string, string> CodeOf)[] columns;
    private readonly Dictionary<string, List<(string Texts, long Line)>> known = new(StringComparer.Ordinal);
    private readonly DesignLedger ledger;

    /// <param name="table">The rows.</param>
    /// <param name="plan">What the codes are.</param>
    /// <param name="counts">The columns of counts.</param>
    /// <param name="ledger">What is left until all files have been read.</param>
    public DistinctStrata(DataRows table, ReadingPlan plan, IReadOnlyCollection<int> counts, DesignLedger ledger)
    {
        this.ledger = ledger;
        // A column without a name holds the numbers of the rows, which tell no strata apart.
        columns =
        [
            .. from index in Enumerable.Range(0, table.Header.Count)
               where !counts.Contains(index) && table.Header[index].Length > 0
               let codes = plan.CodesOf(table.Header[index])
               let comparison = plan.BandsOf(table.Header[index]) is null ? codes.Field.Comparison : CodeComparison.Numbers
               let column = new CodedColumn(comparison, table.Header[index], codes.MissingAsCodes, table.DecimalComma)
               select (index, column, table.Header[index] == plan.Counts.RecallColumn ? RecallOf : CodesOf(codes.Field)),
        ];
    }

    /// <summary>Whether no row before is surely of the same stratum; a problem if one is.</summary>
    public bool IsNew(DataRows row, ProblemLog log)
    {
        var (numbers, texts) = (new StringBuilder(), new StringBuilder());
        foreach (var (index, values, codeOf) in columns)
        {
            var text = TextOf(row[index]);
            var (asNumber, asText) = values.FormsOf(codeOf(text));
            Append(numbers, asNumber ?? asText!);
            Append(texts, asText ?? asNumber!);
        }
        var (key, written) = (numbers.ToString(), texts.ToString());
        if (!known.TryGetValue(key, out var alike))
            known[key] = alike = [];
        var same = alike.FindIndex(other => other.Texts == written);
        if (same >= 0)
        {
            log.Add(AlikeRows.Problem(row.File, alike[same].Line, row.Line));
            return false;
        }
        foreach (var (other, line) in alike)
            ledger.Alike.Add(new AlikeRows(
                row.File, line, row.Line,
                [
                    .. columns.Zip(Parts(written), Parts(other))
                        .Where(pair => pair.Second != pair.Third)
                        .Select(pair => pair.First.Values),
                ]));
        alike.Add((key == written ? key : written, row.Line));
        return true;
    }

    /// <summary>The code of which a text is the label; else the text itself.</summary>
    private static Func<string, string> CodesOf(Field field)
    {
        var codes = field.Categories.Select(category => category.Value).ToHashSet(StringComparer.Ordinal);
        var labels = field.Categories
            .Where(category => !codes.Contains(category.Label))
            .ToDictionary(category => category.Label, category => category.Value, StringComparer.Ordinal);
        return text => labels.GetValueOrDefault(text, text);
    }

    private static string RecallOf(string text) => RecallPeriod.TryParse(text, out var recall) ? recall!.ToString() : text;

    /// <summary>A value as text. Latin-1 has a character for every byte, so that values which are not UTF-8 stay apart.</summary>
    private static string TextOf(ReadOnlySpan<byte> value) =>
        Utf8.IsValid(value) ? DataRows.Shown(value) : $"\0{Encoding.Latin1.GetString(value)}";

    private static void Append(StringBuilder key, string part) => key.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");

    private static List<string> Parts(string key)
    {
        var parts = new List<string>();
        for (var at = 0; at < key.Length;)
        {
            var colon = key.IndexOf(':', at);
            var length = int.Parse(key.AsSpan(at, colon - at), CultureInfo.InvariantCulture);
            parts.Add(key.Substring(colon + 1, length));
            at = colon + 1 + length;
        }
        return parts;
    }
}
