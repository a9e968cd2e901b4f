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
        var (column, comparison) = QuotedName.Take(text, '=', '!', '<', '>');
        if (Operators.FirstOrDefault(symbol => comparison.StartsWith(symbol, StringComparison.Ordinal)) is not { } symbol)
            return false;
        var right = comparison[symbol.Length..].Trim();
        if (right.Length > 0 && right[0] is '=' or '<' or '>' or '!')
            return false;
        if (symbol is "=" or "!=")
            condition = new ValueCondition(column, right.Split(',', StringSplitOptions.TrimEntries), symbol == "=");
        else if (double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound))
            condition = new NumberCondition(column, symbol, bound);
        return condition is not null && column.Length > 0 && right.Length > 0;
    }
}

/// <summary>The value is, or is not, one of these.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">The values.</param>
/// <param name="Among">True for "is one of them", false for "is none of them".</param>
public sealed record ValueCondition(string Column, IReadOnlyList<string> Values, bool Among) : Condition(Column)
{
    /// <summary>Whether it holds for a value, or for the label that the codebook gives that value.</summary>
    public bool Holds(string value, string label) => (Values.Contains(value, StringComparer.Ordinal) || Values.Contains(label, StringComparer.Ordinal)) == Among;

    /// <inheritdoc/>
    public override string ToString() => $"{Column}{(Among ? "=" : "!=")}{string.Join(',', Values)}";
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
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column}{Symbol}{Bound}");
}
