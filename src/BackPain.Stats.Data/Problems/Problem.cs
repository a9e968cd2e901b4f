using System.Globalization;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>One thing that is wrong or odd: where, what was found, what was expected, and a way out.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, from 1; 0 in a table of a database, which has none.</param>
/// <param name="Code">What kind of problem it is.</param>
/// <param name="Found">What stands there: "found 'x' in column 'age'".</param>
/// <param name="Expected">What should: "expected a whole number"; nothing where that is plain.</param>
/// <param name="Hint">The way out, as a sentence; nothing for the usual remedy of this kind.</param>
public sealed record Problem(string File, long Line, ProblemCode Code, string Found, Wording? Expected = null, Wording? Hint = null)
{
    /// <summary>
    /// The column of a value that is wrong by itself, so that many such values can be reported together; null for other problems.
    /// </summary>
    public string? Column { get; init; }

    /// <summary>How many problems it speaks of.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Without the place: "found X; expected Y. Hint."</summary>
    public Wording Wording => $"{Found}{(Expected is null ? "" : "; ")}{Expected}. {Hint ?? Code.Remedy}";

    /// <summary>The same with neutral names of settings.</summary>
    public string Message => Wording.ToString();

    /// <summary>FILE:LINE, or FILE where there are no lines.</summary>
    public string Place => Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");

    /// <summary>FILE:LINE: CODE: message; FILE: CODE: message where there are no lines.</summary>
    public override string ToString() => $"{Place}: {Code.Name}: {Message}";
}
