using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>Codes declared missing, for one column or for all.</summary>
/// <param name="Column">The column; nothing for all.</param>
/// <param name="Codes">The codes.</param>
internal sealed record MissingDeclaration(string? Column, IReadOnlyList<string> Codes)
{
    /// <summary>Reads CODES or COL=CODES.</summary>
    public static bool TryParse(string text, out MissingDeclaration? value, out string? problem)
    {
        var (column, rest) = QuotedName.Take(text, '=');
        var named = rest.StartsWith('=');
        var codes = (named ? rest[1..] : text).Split(',', StringSplitOptions.TrimEntries);
        value = new MissingDeclaration(named ? column : null, codes);
        problem = $"'{text}' does not give codes; write CODES or COL=CODES, as in 7,9 or age=999";
        return column.Length > 0 && codes.All(code => code.Length > 0);
    }

    /// <summary>Adds them to what is declared.</summary>
    public void AddTo(MissingCodes missing)
    {
        if (Column is null)
            missing.Declare(Codes);
        else
            missing.Declare(Column, Codes);
    }
}
