using System.Text;
using BackPain.Stats.Data.Problems;
using CsvHelper;

namespace BackPain.Stats.Data.Sources;

/// <summary>What is said of a record that the parser passes over.</summary>
internal static class MalformedRecord
{
    /// <summary>What is wrong with it; null for nothing but delimiters, which make a blank line however many they are.</summary>
    public static Problem? ProblemOf(CsvMalformedRecord record, string file, CsvReader reader)
    {
        var line = Math.Max(1, record.LineNumber);
        switch (record.Reason)
        {
            case CsvMalformedReason.FieldCountMismatch when reader.Headers.Count > 1 && IsBlank(Encoding.UTF8.GetBytes(record.RawRecord), reader.Separator):
                return null;
            case CsvMalformedReason.FieldCountMismatch:
                var fields = FieldsIn(record.RawRecord, reader.Separator);
                return new Problem(file, line, ProblemCodes.RaggedRow, fields == 1 ? "found 1 field" : $"found {fields} fields", $"expected {reader.Headers.Count}, as in the header");
            case CsvMalformedReason.UnterminatedQuote:
                return new Problem(file, line, ProblemCodes.UnclosedQuote, "found a quote that opens a value", "expected another that closes it, but the file ends");
            default:
                return new Problem(file, line, ProblemCodes.StrayQuote, "found a quote or text where none may stand", "expected a delimiter or the end of the line");
        }
    }

    /// <summary>Whether a record is nothing but delimiters, as a spreadsheet writes them below a table.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> record, char separator) => record.IndexOfAnyExcept((byte)separator, (byte)' ', (byte)'\t') < 0;

    private static int FieldsIn(string record, char separator)
    {
        using var one = CsvReader.FromText(record, new CsvReaderOptions { Separator = separator, HasHeader = false });
        return one.Read() ? one.FieldCount : 0;
    }
}
