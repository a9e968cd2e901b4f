using System.Globalization;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Explanations as text, with numbers of six digits.</summary>
public static class ExplanationText
{
    private const int LongLine = 72;

    /// <summary>The steps, each with its quantity, formula, numbers and value, followed by the remarks.</summary>
    public static IEnumerable<string> Lines(Explanation explanation) =>
        explanation.Steps
            .SelectMany(step =>
                Lines(
                    step.Quantity,
                    [step.Formula, .. Numbers(step) == Number(step.Value) ? [] : new[] { Numbers(step) }, Number(step.Value)]))
            .Concat(explanation.Remarks);

    /// <summary>A formula with its numbers substituted.</summary>
    public static string Numbers(ExplanationStep step) =>
        string.Format(
            CultureInfo.InvariantCulture,
            step.Numbers.Format,
            [.. step.Numbers.GetArguments().Select(argument => argument is double number ? Number(number) : argument)]);

    /// <summary>A number with six significant digits; a whole number with all of its digits.</summary>
    private static string Number(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString("G6", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e');

    /// <summary>On one line if it fits, otherwise broken at the equals signs.</summary>
    private static IEnumerable<string> Lines(string quantity, string[] sides)
    {
        var whole = $"{quantity} = {string.Join(" = ", sides)}";
        if (TextLayout.Width(whole) <= LongLine)
            return [whole];
        var blanks = new string(' ', TextLayout.Width(quantity));
        return sides.Select((side, i) => $"{(i == 0 ? quantity : blanks)} = {side}");
    }
}
