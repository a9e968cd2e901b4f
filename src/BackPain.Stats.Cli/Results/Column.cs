namespace BackPain.Stats.Cli.Results;

/// <summary>The type of the cells of a column, which determines their format.</summary>
public enum ColumnKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A long.</summary>
    Count,

    /// <summary>A double that is a proportion, from 0 to 1.</summary>
    Share,

    /// <summary>Any other double.</summary>
    Number,

    /// <summary>A double shown to people with two decimals.</summary>
    Ratio,

    /// <summary>A list of notes.</summary>
    Notes,

    /// <summary>A <see cref="Fraction"/>.</summary>
    Fraction,

    /// <summary>An <see cref="IntervalCell"/> of proportions or their differences, or text instead.</summary>
    Interval,

    /// <summary>An <see cref="IntervalCell"/> of ratios, or text instead.</summary>
    RatioInterval,

    /// <summary>A double that counts persons in the population, shown to people without decimals.</summary>
    Total,

    /// <summary>An <see cref="IntervalCell"/> of such counts.</summary>
    TotalInterval,

    /// <summary>A <see cref="MeasureCell"/>, or text instead.</summary>
    Measure,

    /// <summary>A double that is a p value.</summary>
    PValue,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name for machines.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Heading">Its heading for people; null for its name.</param>
/// <param name="Role">What its values mean.</param>
/// <param name="Of">Which estimate of the row an estimate or limit belongs to, such as "crude"; empty for the main one.</param>
public sealed record Column(string Name, ColumnKind Kind, string? Heading = null, ColumnRole Role = ColumnRole.Other, string Of = "");

/// <summary>Cases among persons, shown as cases/n.</summary>
/// <param name="Cases">x.</param>
/// <param name="Persons">n.</param>
public readonly record struct Fraction(long Cases, long Persons);

/// <summary>An estimate with its limits, shown as estimate (lower–upper), or as the estimate alone if there are none.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct IntervalCell(double Estimate, double? Lower, double? Upper);

/// <summary>An estimate with its limits in a column whose rows differ in what they measure.</summary>
/// <param name="Interval">The estimate and its limits; null if it is undefined.</param>
/// <param name="Kind">What it is: an interval of proportions or their differences, or of ratios.</param>
public readonly record struct MeasureCell(IntervalCell? Interval, ColumnKind Kind);
