using System.Globalization;
using BackPain.Stats.Cli.Tables;
using BackPain.Stats.Definitions;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>One row of estimates, as it is drawn. Everything in it was computed before.</summary>
/// <param name="Outcome">What it is the prevalence of, in words.</param>
/// <param name="Stratum">Who; empty for everybody.</param>
/// <param name="Method">The interval method.</param>
/// <param name="Level">The confidence level.</param>
/// <param name="Counts">Cases and persons.</param>
/// <param name="Value">The estimate and its limits; nothing where there is none.</param>
/// <param name="IsWeighted">Whether the estimate is weighted, so that it is not cases of persons.</param>
internal sealed record Mark(string Outcome, IReadOnlyList<StratumLevel> Stratum, IntervalMethod? Method, double Level, Fraction Counts, IntervalCell? Value, bool IsWeighted)
{
    /// <summary>Whether it is about everybody.</summary>
    public bool IsOverall => Stratum.Count == 0;

    /// <summary>The columns it is broken down by.</summary>
    public string By => string.Join(" × ", Stratum.Select(level => level.Column));

    /// <summary>Who it is about, in words.</summary>
    public string Who => IsOverall ? "Overall" : string.Join(", ", Stratum.Select(level => level.Level));

    /// <summary>The upper end of what is drawn of it; nothing where there is nothing.</summary>
    public double? Highest => Value?.Upper ?? Value?.Estimate;

    /// <summary>The lower end.</summary>
    public double? Lowest => Value?.Lower ?? Value?.Estimate;

    /// <summary>The rows of estimates.</summary>
    /// <param name="estimates">A table in the columns of the contract.</param>
    public static IReadOnlyList<Mark> In(Table estimates)
    {
        var places = estimates.Columns.Select((column, place) => (column.Name, place)).ToDictionary(column => column.Name, column => column.place, StringComparer.Ordinal);
        var strata = estimates.Nesting is { } nesting ? Enumerable.Range(nesting.From, nesting.Count).ToList() : [];
        return NestedOrder.Of([.. estimates.Rows.Where(row => !row.IsHeading).Select(MarkOf)]);

        Mark MarkOf(Row row)
        {
            T? Cell<T>(string column) => row.Cells[places[column]] is T value ? value : default;
            double? Share(string column) => row.Cells[places[column]] as double?;
            return new Mark(
                TitleOf(Cell<string>("type")!, Cell<string>("recall")!, Cell<string>("outcome")!),
                [.. strata.Where(place => row.Cells[place] is not null).Select(place => new StratumLevel(estimates.Columns[place].Heading ?? estimates.Columns[place].Name, (string)row.Cells[place]!))],
                IntervalMethods.Find(Cell<string>("method") ?? ""),
                Cell<double>("level"),
                new Fraction(Cell<long>("cases"), Cell<long>("n")),
                Share("prevalence") is { } estimate ? new IntervalCell(estimate, Share("lower"), Share("upper")) : null,
                row.Cells[places["weighted_n"]] is not null);
        }
    }

    /// <summary>The level in percent: "95".</summary>
    public static string InPercent(double level) => ((decimal)level * 100).ToString("0.########", CultureInfo.InvariantCulture);

    private static string TitleOf(string type, string recall, string outcome)
    {
        var words = RecallPeriod.TryParse(recall.Length > 0 ? recall : type, out var period) ? period!.InWords : type;
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} prevalence of {outcome}";
    }
}
