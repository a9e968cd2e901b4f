using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Designs;

/// <summary>Two grouped rows that are the same stratum if some columns, where they write numbers differently, hold numbers only.</summary>
/// <param name="File">The file.</param>
/// <param name="First">The line of the first row.</param>
/// <param name="Line">The line of the other row.</param>
/// <param name="Columns">The columns in which their texts differ.</param>
internal sealed record AlikeRows(string File, long First, long Line, IReadOnlyList<CodedColumn> Columns)
{
    /// <summary>Whether they are, now that it is known which columns hold text.</summary>
    public bool AreOne(Func<string, bool> holdsText) => Columns.All(column => !column.HoldsText && !holdsText(column.Name));

    /// <summary>The problem with two rows of one stratum.</summary>
    public static Problem Problem(string file, long first, long line) =>
        new(
            file,
            line,
            ProblemCodes.DuplicateStratum,
            string.Create(CultureInfo.InvariantCulture, $"found the same stratum as on line {first}"),
            "expected every row to be a stratum of its own");
}
