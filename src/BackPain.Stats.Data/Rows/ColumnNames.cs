using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Rows;

/// <summary>The names in a header, and what is said of a name that is not among them.</summary>
/// <param name="file">The file, as the user named it.</param>
/// <param name="noun">What it is: a file or a table.</param>
/// <param name="header">The names.</param>
internal sealed class ColumnNames(string file, string noun, string[] header)
{
    private const int MostListed = 40;

    private readonly HashSet<string> absent = new(StringComparer.Ordinal);

    /// <summary>The same names, for a thread of its own.</summary>
    public ColumnNames Again() => new(file, noun, header);

    /// <summary>The index of a column; −1 if there is none, with a problem that is reported once for all uses of the column.</summary>
    public int Find(string column, ProblemLog log)
    {
        // Nobody can ask for a column without a name.
        var index = column.Length == 0 ? -1 : Array.IndexOf(header, column);
        if (index < 0 && absent.Add(column))
        {
            var known = header.Where(name => name.Length > 0).ToArray();
            var more = known.Length > MostListed ? $" and {known.Length - MostListed} more" : "";
            var listed = string.Join(", ", known.Take(MostListed).Select(Quoted)) + more;
            var suggestion = Nearest.Suggestion(column, known).TrimStart();
            Wording hint = $"{suggestion}{(suggestion.Length > 0 ? " " : "")}{DelimiterHint()}{ProblemCodes.UnknownColumn.Remedy}";
            log.Add(new Problem(file, 1, ProblemCodes.UnknownColumn, $"found no column '{column}'", $"the {noun} has {listed}", hint));
        }
        return index;
    }

    /// <summary>A name as it stands in a list of names.</summary>
    private static string Quoted(string name) =>
        name.All(character => char.IsLetterOrDigit(character) || character is '_' or '.' or '-' or ':') ? name : $"'{name}'";

    /// <summary>A whole line taken for one name shows that the delimiter is another.</summary>
    private Wording DelimiterHint() =>
        header is [var only] && only.AsSpan().IndexOfAny(",;\t|") is >= 0 and var at
            ? (Wording)$"The delimiter seems to be '{only[at]}'; name it with {Settings.Delimiter}. "
            : "";
}
