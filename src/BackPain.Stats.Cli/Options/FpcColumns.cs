using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>The columns of finite populations that <c>--fpc</c> names.</summary>
/// <param name="First">Those of the design strata.</param>
/// <param name="Second">Those of the PSUs; null if there is one stage.</param>
internal sealed record FpcColumns(string First, string? Second)
{
    /// <summary>COL[,COL].</summary>
    public static bool TryParse(string text, out FpcColumns? value, out string? problem)
    {
        problem = $"'{text}' is not a column, or two different ones with a comma between them: that of the strata and that of the PSUs"
            + QuotingAdvice.ForNames(text);
        value = QuotedName.List(text) switch
        {
            [var only] => new FpcColumns(only, null),
            [var first, var second] when first != second => new FpcColumns(first, second),
            _ => null,
        };
        return value is not null;
    }
}
