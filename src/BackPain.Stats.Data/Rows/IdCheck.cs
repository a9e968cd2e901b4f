using System.Text;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>Checks that no two rows have the same id.</summary>
/// <param name="columns">The indexes of the columns that together are the id, or −1.</param>
/// <param name="missing">For each column, the codes for a missing value.</param>
/// <param name="known">The ids seen so far, in this file and others.</param>
internal sealed class IdCheck(IReadOnlyList<int> columns, IReadOnlyList<IReadOnlySet<string>> missing, PersonIds known)
{
    private readonly List<byte> joined = [];
    private readonly byte[][][] missingBytes = [.. missing.Select(codes => codes.Select(Encoding.UTF8.GetBytes).ToArray())];

    /// <summary>Looks at a row; a problem if it has no id or one that was seen before.</summary>
    public void Look(DataRows row, ProblemLog log)
    {
        for (var part = 0; part < columns.Count; part++)
        {
            var value = row[columns[part]];
            if (!IsAmong(missingBytes[part], value))
                continue;
            log.Add(new Problem(
                row.File, row.Line, ProblemCodes.MissingId,
                $"found '{DataRows.Shown(value)}' in column '{row.Header[columns[part]]}'",
                "expected the id of the row"));
            return;
        }
        if (known.TryAdd(IdOf(row), row.File, row.Line, out var first))
            return;
        var place = first.File == row.File ? $"line {first.Line}" : $"line {first.Line} of {first.File}";
        log.Add(new Problem(
            row.File, row.Line, ProblemCodes.RepeatedId, $"found {Shown(row)} again, after {place}", "expected each id once"));
    }

    private static bool IsAmong(byte[][] codes, ReadOnlySpan<byte> value)
    {
        foreach (var code in codes)
        {
            if (value.SequenceEqual(code))
                return true;
        }
        return false;
    }

    private PersonId IdOf(DataRows row)
    {
        if (columns.Count == 1)
            return PersonId.Of(PersonId.Shortest(row[columns[0]], row.DecimalComma));
        joined.Clear();
        foreach (var column in columns)
        {
            // The length before each part keeps 1, 23 apart from 12, 3.
            var value = PersonId.Shortest(row[column], row.DecimalComma);
            joined.AddRange(BitConverter.GetBytes(value.Length));
            joined.AddRange(value);
        }
        return PersonId.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(joined));
    }

    private string Shown(DataRows row) =>
        string.Join(", ", columns.Select(column => $"{row.Header[column]} '{DataRows.Shown(row[column])}'"));
}
