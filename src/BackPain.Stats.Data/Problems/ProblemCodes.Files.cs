using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

// Problems of files and their text.
public static partial class ProblemCodes
{
    /// <summary>The file holds nothing.</summary>
    public static readonly ProblemCode EmptyFile = Error(
        "empty-file",
        "The file holds nothing at all.",
        "Check that the export finished and that the right file was named.");

    /// <summary>There is a header and nothing else.</summary>
    public static readonly ProblemCode NoRows = Error(
        "no-rows",
        "The file has a header and no rows.",
        "Check that the export finished and that its filter was not too narrow.");

    /// <summary>The first line does not name the columns.</summary>
    public static readonly ProblemCode NoHeader = Error(
        "no-header",
        "The first line does not name the columns: a name is empty, or every name is a number.",
        "Put one line with the name of each column above the data.");

    /// <summary>Two columns have the same name.</summary>
    public static readonly ProblemCode DuplicateColumn = Error(
        "duplicate-column",
        "Two columns have the same name, so it is not clear which is meant.",
        "Rename one of them.");

    /// <summary>A column that was asked for is not there.</summary>
    public static readonly ProblemCode UnknownColumn = Error(
        "unknown-column",
        "A column that was asked for is not in the file.",
        "Use one of the names in the message; upper and lower case matter.");

    /// <summary>A row has more or fewer fields than the header.</summary>
    public static readonly ProblemCode RaggedRow = Error(
        "ragged-row",
        "A row has more or fewer fields than the header.",
        $"Look for a delimiter inside an unquoted value, or name the delimiter with {Settings.Delimiter}.");

    /// <summary>A quoted value is never closed.</summary>
    public static readonly ProblemCode UnclosedQuote = Error(
        "unclosed-quote",
        "A value that starts with a quote never ends with one.",
        "Close the quote; inside a quoted value a quote is written twice.");

    /// <summary>A quote stands inside an unquoted value.</summary>
    public static readonly ProblemCode StrayQuote = Error(
        "stray-quote",
        "A quote stands inside a value that does not start with one, or text follows a closing quote.",
        "Quote the whole value and write the quote inside it twice.");

    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly ProblemCode NotUtf8 = Error(
        "not-utf8",
        "A value that is used is not UTF-8 text.",
        $"Name the encoding, for example {Settings.Encoding} windows-1252.");

    /// <summary>Bytes stand for no character in the encoding that was named.</summary>
    public static readonly ProblemCode UndecodableText = Error(
        "undecodable-text",
        "A value that is used has bytes that stand for no character in the encoding of the file.",
        $"Name the encoding that the file was written in with {Settings.Encoding}, or as 'encoding' in the codebook.");

    /// <summary>A .gz file is not compressed, or damaged.</summary>
    public static readonly ProblemCode NotGzip = Error(
        "not-gzip",
        "The file is named .gz but is not gzip, is cut off or damaged, or has other bytes after its end.",
        "Compress it again, or rename it if it is plain text.");

    /// <summary>A file is a copy of another input.</summary>
    public static readonly ProblemCode CopyOfInput = Warning(
        "copy-of-input",
        "A file holds the same text as another input, perhaps compressed, in another encoding or with other line ends, so everybody in "
        + "it is probably counted twice.",
        "Leave one of the two out.");

    /// <summary>The number that stands for 0 in SAS transport files.</summary>
    public static readonly ProblemCode TransportZero = Oddity(
        "transport-zero",
        "A value is 5.397605346934028e-79, which is how some SAS transport files hold 0; it is read as 0.",
        "Nothing needs to be done; to be rid of it, write 0 in its place.");
}
