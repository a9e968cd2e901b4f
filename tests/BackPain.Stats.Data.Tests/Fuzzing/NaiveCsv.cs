using System.Text;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>A CSV reader as plain as can be, one character after the other; it shares nothing with the program. Every character is one byte of UTF-8.</summary>
/// <param name="text">The file.</param>
/// <param name="delimiter">The character between fields.</param>
internal sealed class NaiveCsv(string text, char delimiter)
{
    private int at;
    private int line = 1;

    /// <summary>The blank lines so far.</summary>
    public int BlankLines { get; private set; }

    /// <summary>Whether the row last read is nothing but delimiters.</summary>
    public bool IsOnlyDelimiters { get; private set; }

    /// <summary>The fields of the next row and the line it starts on; nothing at the end. After a row that ends in a code, the rest cannot be told.</summary>
    public (int Line, List<string> Fields, string? Code)? Next()
    {
        while (true)
        {
            if (at >= text.Length)
                return null;
            var (start, isBlank, fields) = (line, true, new List<string>());
            IsOnlyDelimiters = true;
            while (true)
            {
                var (value, isQuoted, code) = Field();
                if (code is not null)
                    return (start, fields, code);
                fields.Add(value);
                isBlank &= !isQuoted && value.Length == 0;
                IsOnlyDelimiters &= !isQuoted && value.Length == 0;
                if (at >= text.Length || text[at] != delimiter)
                    break;
                at++;
                isBlank = false;
            }
            EndOfLine();
            if (!isBlank)
                return (start, fields, null);
            BlankLines++;
        }
    }

    private (string Value, bool IsQuoted, string? Code) Field()
    {
        Blanks();
        var value = new StringBuilder();
        if (at >= text.Length || text[at] != '"')
        {
            while (!IsOver())
            {
                if (text[at] == '"')
                    return ("", false, "stray-quote");
                value.Append(text[at++]);
            }
            return (Trimmed(value), false, null);
        }
        for (at++; ;)
        {
            if (at >= text.Length)
                return ("", true, "unclosed-quote");
            if (text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
                at++;
            else if (text[at] == '"')
                break;
            else if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                line++;
            value.Append(text[at++]);
        }
        at++;
        Blanks();
        return IsOver() ? (Trimmed(value), true, null) : ("", true, "stray-quote");
    }

    private bool IsOver() => at >= text.Length || text[at] == delimiter || text[at] is '\r' or '\n';

    private void Blanks()
    {
        while (at < text.Length && text[at] is ' ' or '\t' && text[at] != delimiter)
            at++;
    }

    private void EndOfLine()
    {
        if (at >= text.Length)
            return;
        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        line++;
    }

    private static string Trimmed(StringBuilder value) => value.ToString().Trim(' ', '\t');
}
