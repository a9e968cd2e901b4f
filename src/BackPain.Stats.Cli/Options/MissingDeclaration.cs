using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>Codes declared missing, for one column or all columns.</summary>
/// <param name="Column">The column; null for all columns.</param>
/// <param name="Codes">The codes.</param>
internal sealed record MissingDeclaration(string? Column, IReadOnlyList<string> Codes)
{
    /// <summary>Reads CODES, COL=CODES or COL=.</summary>
    public static bool TryParse(string text, out MissingDeclaration? value, out string? problem)
    {
        value = null;
        problem = $"'{text}' does not give codes; write CODES or COL=CODES, as in 7,9 or age=999, "
            + $"or COL= for none{QuotingAdvice.ForCodes(text)}";
        if (QuotedName.TryTake(text, out var column, out var rest, '=', ',') && rest.StartsWith('='))
            value = column.Length == 0 ? null
                : rest[1..].Trim().Length == 0 ? new MissingDeclaration(column, [])
                : CodesIn(rest[1..]) is { } named ? new MissingDeclaration(column, named)
                : null;
        else if (CodesIn(text) is { } codes)
            value = new MissingDeclaration(null, codes);
        return value is not null;
    }

    private static IReadOnlyList<string>? CodesIn(string text) =>
        QuotedName.TryList(text, out var codes, out var after) && after.Length == 0 ? codes : null;

    /// <summary>Adds these codes to those already declared.</summary>
    public void AddTo(MissingCodes missing)
    {
        if (Column is null)
            missing.Declare(Codes);
        else
            missing.Declare(Column, Codes);
    }
}
