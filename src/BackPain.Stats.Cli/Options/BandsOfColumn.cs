using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>A column and its bands.</summary>
/// <param name="Column">The column.</param>
/// <param name="Bands">The bands.</param>
internal sealed record BandsOfColumn(string Column, Bands Bands)
{
    /// <summary>Reads COL=WIDTH or COL=CUT,CUT….</summary>
    public static bool TryParse(string text, out BandsOfColumn? value, out string? problem)
    {
        value = null;
        problem = $"'{text}' does not give bands; write COL=WIDTH, as in age=10, or COL with rising cuts, as in age=20,40,60"
            + QuotingAdvice.ForBands(text);
        if (!QuotedName.TryTake(text, out var column, out var rest, '=')
            || column.Length == 0
            || !rest.StartsWith('=')
            || !Bands.TryParse(rest[1..], out var bands))
            return false;
        value = new BandsOfColumn(column, bands!);
        return true;
    }
}
