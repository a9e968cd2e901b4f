using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Problems;
using CsvHelper;

namespace BackPain.Stats.Data.Rows;

/// <summary>What is said of a record that the parser passes over.</summary>
internal static class MalformedRecord
{
    /// <summary>What is wrong with it; null for nothing but delimiters, which make a blank line however many they are.</summary>
    public static Problem? ProblemOf(CsvMalformedRecord record, string file, CsvReader reader)
    {
        if (record.Reason == CsvMalformedReason.FieldCountMismatch && IsBlank(record, reader))
            return null;
        var (code, found, expected) = record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch =>
                (ProblemCodes.RaggedRow, Fields(record.RawRecord, reader.Separator), $"expected {reader.Headers.Count}, as in the header"),
            CsvMalformedReason.UnterminatedQuote =>
                (ProblemCodes.UnclosedQuote, "found a quote that opens a value", "expected another that closes it, but the file ends"),
            _ =>
                (ProblemCodes.StrayQuote, "found a quote or text where none may stand", "expected a delimiter or the end of the line"),
        };
        return new Problem(file, Math.Max(1, record.LineNumber), code, found, expected);
    }

    /// <summary>Whether a record is nothing but delimiters, as a spreadsheet writes them below a table.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> record, char separator) =>
        // It is asked for every row, and the first byte nearly always tells.
        (record.IsEmpty || record[0] == separator || record[0] is (byte)' ' or (byte)'\t')
        && record.IndexOfAnyExcept((byte)separator, (byte)' ', (byte)'\t') < 0;

    private static bool IsBlank(CsvMalformedRecord record, CsvReader reader) =>
        reader.Headers.Count > 1 && IsBlank(Encoding.UTF8.GetBytes(record.RawRecord), reader.Separator);

    private static string Fields(string record, char separator)
    {
        using var one = CsvReader.FromText(record, new CsvReaderOptions { Separator = separator, HasHeader = false });
        var fields = one.Read() ? one.FieldCount : 0;
        return string.Create(CultureInfo.InvariantCulture, $"found {fields} {(fields == 1 ? "field" : "fields")}");
    }

    /// <summary>The line breaks in a text, CRLF being one.</summary>
    public static int BreaksIn(ReadOnlySpan<byte> text) =>
        text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);
}
