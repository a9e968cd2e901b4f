using System.Globalization;

namespace BackPain.Stats.Identifications;

/// <summary>A proportion or percentage as it was printed, with the decimals that it was printed with: 25.6 and 25.60 are two numbers.</summary>
/// <remarks>
/// What it was rounded from lies within half a unit of its last digit. At a tie nobody knows which way the author's program rounded, so
/// both ways count: half up and half to even. A number with fewer decimals than its neighbours (81 beside 77.3) may have lost its last
/// zeros; that needs no rule of its own, as whatever prints 81.0 prints 81 too.
/// </remarks>
/// <param name="Digits">The digits without the decimal point: 2560.</param>
/// <param name="Decimals">How many of them stand behind the point.</param>
/// <param name="IsPercent">Whether it is a percentage.</param>
public sealed record PrintedNumber(long Digits, int Decimals, bool IsPercent)
{
    /// <summary>The most decimals: with more, the printed digits are as fine as the limits are exact.</summary>
    public const int MostDecimals = 8;

    /// <summary>How close to a tie a limit, which is not exact to the last digit of a double, counts as printing both ways.</summary>
    private const double Tie = 1e-12;

    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, MostDecimals + 3).Select(places => (long)Math.Pow(10, places))];

    /// <summary>The proportion at the lower end of what prints it.</summary>
    public double From => (Digits - 0.5) / Scale;

    /// <summary>The proportion at the upper end of what prints it.</summary>
    public double To => (Digits + 0.5) / Scale;

    /// <summary>The limits that print it, from the smallest to the largest.</summary>
    public (double From, double To) Reach => (From - Tie, To + Tie);

    /// <summary>The digits as printed, without a unit: 25.60.</summary>
    public string Text => (Digits / (decimal)PowersOfTen[Decimals]).ToString(string.Create(CultureInfo.InvariantCulture, $"F{Decimals}"), CultureInfo.InvariantCulture);

    private long Scale => PowersOfTen[Decimals + (IsPercent ? 2 : 0)];

    /// <summary>The whole numbers of cases in so many persons that print it, by integer arithmetic.</summary>
    /// <remarks>n(2d−1)/2s ≤ x ≤ n(2d+1)/2s for d/s as printed. The lower end is a tie that rounds half up to d, the upper one a tie that rounds to d where d is even.</remarks>
    public CountRange CasesAmong(long persons)
    {
        var (below, tiesBelow) = Int128.DivRem((Int128)persons * ((2 * Digits) - 1), 2 * Scale);
        var (above, tiesAbove) = Int128.DivRem((Int128)persons * ((2 * Digits) + 1), 2 * Scale);
        var first = tiesBelow > 0 ? below + 1 : below;
        var last = tiesAbove == 0 && Digits % 2 != 0 ? above - 1 : above;
        return new CountRange((long)first, (long)last).Within(new CountRange(0, persons));
    }

    /// <summary>Whether a limit prints it.</summary>
    public bool IsPrintedBy(double limit) => limit >= Reach.From && limit <= Reach.To;

    /// <summary>Reads 25.6, 25.6%, 0.256 or .256; a percentage if it has the sign or is above 1. The point may be a middle dot, as some journals print it.</summary>
    /// <param name="text">What was printed.</param>
    /// <param name="number">The number, where the text is one.</param>
    /// <param name="problem">Where it is not: what is wrong, as a sentence without its full stop.</param>
    public static bool TryParse(string text, out PrintedNumber? number, out string? problem)
    {
        (number, problem) = (null, null);
        var trimmed = text.Trim();
        var isSigned = trimmed.EndsWith('%');
        var digits = (isSigned ? trimmed[..^1].TrimEnd() : trimmed).Replace('·', '.');
        if (digits.StartsWith('-') || digits.StartsWith('−'))
            problem = $"'{text}' is negative; a prevalence and its limits lie from 0 to 100 %";
        else if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            problem = $"'{text}' is not a percentage or proportion; write it as it was printed: 25.6, 25.6% or 0.256";
        else if (value > 100m)
            problem = $"'{text}' is more than 100 %";
        else if (value.Scale > MostDecimals)
            problem = string.Create(CultureInfo.InvariantCulture, $"'{text}' has more decimals than can be told apart; give at most {MostDecimals}");
        else
            number = new PrintedNumber((long)(value * PowersOfTen[value.Scale]), value.Scale, isSigned || value > 1m);
        return number is not null;
    }

    /// <summary>The number with its unit: 25.60 %, 0.256.</summary>
    public override string ToString() => IsPercent ? $"{Text} %" : Text;
}
