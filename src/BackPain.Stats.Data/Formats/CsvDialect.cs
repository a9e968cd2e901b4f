using System.Text;

namespace BackPain.Stats.Data.Formats;

/// <summary>How a text file is written, as far as it is said; the rest is found out.</summary>
/// <param name="Delimiter">The character between fields; found from the first lines among comma, semicolon, tab and bar if not
/// said.</param>
/// <param name="Encoding">The encoding; UTF-8, or what a byte-order mark says, if not said.</param>
/// <param name="DecimalComma">Whether numbers have a decimal comma.</param>
public sealed record CsvDialect(char? Delimiter = null, Encoding? Encoding = null, bool DecimalComma = false);
