using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Figures;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands;

/// <summary>A computation of the registry, repeated with the command it names and compared as printed.</summary>
/// <param name="Computation">The computation.</param>
/// <param name="Estimate">The proportion.</param>
/// <param name="Counts">x and n.</param>
/// <param name="Interval">The interval; null if none can be estimated.</param>
/// <param name="Method">The method of the interval.</param>
/// <param name="Level">Its level.</param>
/// <param name="Notes">Caveats about the row.</param>
internal sealed record Recomputation(
    Computation Computation,
    double Estimate,
    Fraction? Counts,
    ConfidenceInterval? Interval,
    IntervalMethod Method,
    ConfidenceLevel Level,
    IReadOnlyList<Note> Notes)
{
    /// <summary>
    /// The result, each number rounded to the digits that the registry has for it: 0.0 where a table would show &lt;0.1.
    /// </summary>
    public string Printed
    {
        get
        {
            var numbers = Computation.Prints.Split(' ', '(', '–', ')').Where(text => text.Length > 0).ToList();
            var estimate = Rounded(Estimate, numbers[0]);
            return numbers.Count == 1 ? estimate
                : Interval is { } limits ? $"{estimate} ({Rounded(limits.Lower, numbers[1])}–{Rounded(limits.Upper, numbers[2])})"
                : $"{estimate} (no interval)";
        }
    }

    /// <summary>Whether the result matches the registry.</summary>
    public bool Holds => Printed == Computation.Prints;

    /// <summary>Finds the row that a computation refers to in the result of its command.</summary>
    /// <exception cref="RequestException">There is no such row, or more than one, or no estimate in it.</exception>
    public static Recomputation In(Table result, Computation computation)
    {
        var rows = RowChoice.In(result, computation.Row);
        if (rows is not [var only])
            throw new RequestException($"'{computation.Command}' gives {rows.Count} rows for '{computation.Row}'; expected one.");
        double? Number(ColumnRole role) => (double?)result.ValueOf(only, role);
        var estimate = Number(ColumnRole.Estimate)
            ?? throw new RequestException($"'{computation.Command}' gives no estimate for '{computation.Row}'.");
        return new Recomputation(
            computation,
            estimate,
            result.ValueOf(only, ColumnRole.Persons) is long persons
                ? new Fraction((long)result.ValueOf(only, ColumnRole.Cases)!, persons)
                : null,
            Number(ColumnRole.Lower) is { } lower && Number(ColumnRole.Upper) is { } upper ? new ConfidenceInterval(lower, upper) : null,
            IntervalMethods.Find((string)result.ValueOf(only, ColumnRole.Method)!)!,
            Number(ColumnRole.Level) is { } level ? new ConfidenceLevel((decimal)level) : ConfidenceLevel.Default,
            result.ValueOf(only, ColumnRole.Notes) as IReadOnlyList<Note> ?? []);
    }

    private static string Rounded(double share, string like) =>
        new Style(Digits: like.Split('.') is [_, var decimals] ? decimals.Length : 0).RoundedText(share);
}
