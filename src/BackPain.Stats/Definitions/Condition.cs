using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>Who belongs to the subpopulation, by the value of one column.</summary>
/// <param name="Column">The column.</param>
public abstract record Condition(string Column)
{
    private static readonly string[] Operators = ["!=", ">=", "<=", "=", ">", "<"];

    /// <summary>Reads COL=VALUE[,VALUE], COL!=VALUE[,VALUE], COL&gt;=N, COL&gt;N, COL&lt;=N or COL&lt;N.</summary>
    public static bool TryParse(string text, out Condition? condition)
    {
        condition = null;
        if (!QuotedName.TryTake(text, out var column, out var comparison, '=', '!', '<', '>') || column.Length == 0)
            return false;
        if (Operators.FirstOrDefault(symbol => comparison.StartsWith(symbol, StringComparison.Ordinal)) is not { } symbol)
            return false;
        var right = comparison[symbol.Length..].Trim();
        if (right.Length > 0 && right[0] is '=' or '<' or '>' or '!')
            return false;
        if (symbol is "=" or "!=")
            condition = QuotedName.TryList(right, out var values, out var after) && after.Length == 0 ? new ValueCondition(column, values, symbol == "=") : null;
        else if (double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound))
            condition = new NumberCondition(column, symbol, bound);
        return condition is not null;
    }
}

/// <summary>The value is, or is not, one of these.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">The values.</param>
/// <param name="Among">True for "is one of them", false for "is none of them".</param>
public sealed record ValueCondition(string Column, IReadOnlyList<string> Values, bool Among) : Condition(Column)
{
    /// <summary>Whether it names a value, or the label that the codebook gives that value.</summary>
    /// <param name="value">The value; where codes are numbers, in its shortest text.</param>
    /// <param name="label">Its label.</param>
    /// <param name="asNumbers">Whether codes are numbers, so that 30.0 names 30.</param>
    public bool Names(string value, string label, bool asNumbers = false) =>
        Values.Any(named => named == value || named == label || (asNumbers && NumberText.Shortest(named) == value));

    /// <inheritdoc/>
    public override string ToString() => $"{QuotedName.Quote(Column)}{(Among ? "=" : "!=")}{QuotedName.Join(Values)}";
}

/// <summary>The value, a number, lies on one side of a bound.</summary>
/// <param name="Column">The column.</param>
/// <param name="Symbol">One of &gt;=, &gt;, &lt;=, &lt;.</param>
/// <param name="Bound">The bound.</param>
public sealed record NumberCondition(string Column, string Symbol, double Bound) : Condition(Column)
{
    /// <summary>Whether it holds for a number.</summary>
    public bool Holds(double value) => (Symbol[0] == '>' ? value > Bound : value < Bound) || (Symbol.Length == 2 && value == Bound);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{QuotedName.Quote(Column)}{Symbol}{Bound}");
}
