using System.Globalization;

namespace BackPain.Stats.Identifications;

/// <summary>A proportion or percentage as printed, including its number of decimals: 25.6 and 25.60 are different.</summary>
/// <remarks>
/// The original value lies within half a unit of the last digit. How the author's program rounded ties is unknown, so both half up and
/// half to even are accepted. A number with fewer decimals than its neighbours (81 beside 77.3) may have lost trailing zeros; this needs
/// no special rule, because every value that prints as 81.0 also prints as 81.
/// </remarks>
/// <param name="Digits">The digits without the decimal point: 2560 for 25.60.</param>
/// <param name="Decimals">The number of digits after the decimal point.</param>
/// <param name="IsPercent">Whether the number is a percentage.</param>
public sealed record PrintedNumber(long Digits, int Decimals, bool IsPercent)
{
    /// <summary>The maximum number of decimals. With more, the printed digits would exceed the accuracy of computed limits.</summary>
    public const int MostDecimals = 8;

    /// <summary>The tolerance within which a computed limit, which is not exact to the last digit, is treated as a tie.</summary>
    private const double Tie = 1e-12;

    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, MostDecimals + 3).Select(places => (long)Math.Pow(10, places))];

    /// <summary>The lower bound of the proportions that print as this number.</summary>
    public double From => (Digits - 0.5) / Scale;

    /// <summary>The upper bound of the proportions that print as this number.</summary>
    public double To => (Digits + 0.5) / Scale;

    /// <summary>The range of computed limits that print as this number.</summary>
    public (double From, double To) Reach => (From - Tie, To + Tie);

    /// <summary>The number as printed, without a unit: 25.60.</summary>
    public string Text =>
        (Digits / (decimal)PowersOfTen[Decimals])
            .ToString(string.Create(CultureInfo.InvariantCulture, $"F{Decimals}"), CultureInfo.InvariantCulture);

    private long Scale => PowersOfTen[Decimals + (IsPercent ? 2 : 0)];

    /// <summary>
    /// Returns the numbers of cases among a number of persons whose proportion prints as this number, by integer arithmetic.
    /// </summary>
    /// <remarks>
    /// n(2d−1)/2s ≤ x ≤ n(2d+1)/2s for d/s as printed. The lower bound is a tie that rounds half up to d; the upper bound is a tie that
    /// rounds half to even to d if d is even.
    /// </remarks>
    public CountRange CasesAmong(long persons)
    {
        var (below, tiesBelow) = Int128.DivRem((Int128)persons * ((2 * Digits) - 1), 2 * Scale);
        var (above, tiesAbove) = Int128.DivRem((Int128)persons * ((2 * Digits) + 1), 2 * Scale);
        var first = tiesBelow > 0 ? below + 1 : below;
        var last = tiesAbove == 0 && Digits % 2 != 0 ? above - 1 : above;
        return new CountRange((long)first, (long)last).Within(new CountRange(0, persons));
    }

    /// <summary>Returns whether a computed limit prints as this number.</summary>
    public bool IsPrintedBy(double limit) => limit >= Reach.From && limit <= Reach.To;

    /// <summary>
    /// Parses 25.6, 25.6%, 0.256 or .256. The number is a percentage if it has a % sign or is greater than 1. The decimal point may be a
    /// middle dot, as some journals print it.
    /// </summary>
    /// <param name="text">The text to parse.</param>
    /// <param name="number">The number, or null if the text is not one.</param>
    /// <param name="problem">If parsing fails, what is wrong, as a sentence without a full stop; otherwise null.</param>
    public static bool TryParse(string text, out PrintedNumber? number, out string? problem)
    {
        (number, problem) = (null, null);
        var trimmed = text.Trim();
        var isSigned = trimmed.EndsWith('%');
        var digits = (isSigned ? trimmed[..^1].TrimEnd() : trimmed).Replace('·', '.');
        if (digits.StartsWith('-') || digits.StartsWith('−'))
            problem = $"'{text}' is negative; a prevalence and its limits lie between 0 and 100 %";
        else if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            problem = $"'{text}' is not a percentage or proportion; write it as printed: 25.6, 25.6% or 0.256";
        else if (value > 100m)
            problem = $"'{text}' is more than 100 %";
        else if (value.Scale > MostDecimals)
        {
            problem = string.Create(
                CultureInfo.InvariantCulture, $"'{text}' has too many decimals; give at most {MostDecimals}");
        }
        else
            number = new PrintedNumber((long)(value * PowersOfTen[value.Scale]), value.Scale, isSigned || value > 1m);
        return number is not null;
    }

    /// <summary>Returns the number with its unit: 25.60 %, 0.256.</summary>
    public override string ToString() => IsPercent ? $"{Text} %" : Text;
}
