using System.Globalization;
using System.Text;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>Codes for a missing answer in a column of numbers, which are compared as numbers: 999.0 is 999.</summary>
internal sealed class MissingNumbers
{
    private readonly HashSet<string> codes;
    private readonly double[] numbers;

    public MissingNumbers(IEnumerable<string> missing)
    {
        codes = [.. missing.Select(NumberText.CodeOf)];
        numbers =
        [
            .. codes.Where(code => NumberText.Shortest(code) is not null).Select(code => double.Parse(code, CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Whether a text that is no number is one of them.</summary>
    public bool Contains(string text) => codes.Contains(text);

    /// <summary>The code that a number is; null if it is none, which is told without looking at its text.</summary>
    public string? CodeFor(double number, ReadOnlySpan<byte> text, bool decimalComma) =>
        numbers.Length > 0
        && Array.IndexOf(numbers, number) >= 0
        && NumberText.Shortest(Encoding.UTF8.GetString(text), decimalComma ? ',' : '.') is { } code
        && codes.Contains(code)
            ? code
            : null;
}
