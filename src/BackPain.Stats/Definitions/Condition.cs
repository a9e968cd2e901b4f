using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>A condition on the value of one column that defines who belongs to the subpopulation.</summary>
/// <param name="Column">The column that is tested.</param>
public abstract record Condition(string Column)
{
    private static readonly string[] Operators = ["!=", ">=", "<=", "=", ">", "<"];

    /// <summary>Parses COL=VALUE[,VALUE], COL!=VALUE[,VALUE], COL&gt;=N, COL&gt;N, COL&lt;=N or COL&lt;N.</summary>
    public static bool TryParse(string text, out Condition? condition)
    {
        condition = null;
        if (!QuotedName.TryTake(text, out var column, out var comparison, '=', '!', '<', '>') || column.Length == 0)
            return false;
        if (Operators.FirstOrDefault(symbol => comparison.StartsWith(symbol, StringComparison.Ordinal)) is not { } symbol)
            return false;
        var right = comparison[symbol.Length..].Trim();
        if (symbol is "=" or "!=")
            condition = QuotedName.TryList(right, out var values, out var after) && after.Length == 0
                ? new ValueCondition(column, values, symbol == "=")
                : null;
        else if (QuotedName.TryTake(right, out var number, out var rest)
            && rest.Length == 0
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            && double.IsFinite(bound))
            condition = new NumberCondition(column, symbol, bound);
        return condition is not null;
    }
}

/// <summary>The value is, or is not, one of a list.</summary>
/// <param name="Column">The column that is tested.</param>
/// <param name="Values">The values or labels listed.</param>
/// <param name="Among">True if the value must be one of them, false if it must be none of them.</param>
public sealed record ValueCondition(string Column, IReadOnlyList<string> Values, bool Among) : Condition(Column)
{
    /// <summary>Returns whether a value, or the label that the codebook gives it, is in the list.</summary>
    /// <param name="value">The value; if codes are numbers, in its shortest form.</param>
    /// <param name="label">The label of the value.</param>
    /// <param name="asNumbers">Whether codes are numbers, so that 30.0 matches 30.</param>
    public bool Names(string value, string label, bool asNumbers = false) =>
        Values.Any(named => named == value || named == label || (asNumbers && NumberText.Shortest(named) == value));

    /// <inheritdoc/>
    public override string ToString() => $"{QuotedName.Quote(Column)}{(Among ? "=" : "!=")}{QuotedName.Join(Values)}";
}

/// <summary>The value is a number on one side of a bound.</summary>
/// <param name="Column">The column that is tested.</param>
/// <param name="Symbol">One of &gt;=, &gt;, &lt;=, &lt;.</param>
/// <param name="Bound">The number that values are compared with.</param>
public sealed record NumberCondition(string Column, string Symbol, double Bound) : Condition(Column)
{
    /// <summary>Returns whether a number satisfies the condition.</summary>
    public bool Holds(double value) => (Symbol[0] == '>' ? value > Bound : value < Bound) || (Symbol.Length == 2 && value == Bound);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{QuotedName.Quote(Column)}{Symbol}{Bound}");
}
