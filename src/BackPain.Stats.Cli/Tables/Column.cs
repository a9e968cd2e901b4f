namespace BackPain.Stats.Cli.Tables;

/// <summary>What the cells of a column hold, and so how they are shown.</summary>
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

    /// <summary>A double of which people read two decimals.</summary>
    Ratio,

    /// <summary>A list of notes.</summary>
    Notes,

    /// <summary>A <see cref="Fraction"/>.</summary>
    Fraction,

    /// <summary>An <see cref="IntervalCell"/>.</summary>
    Interval,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name for machines.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Heading">Its heading for people; the name where nothing else is said.</param>
public sealed record Column(string Name, ColumnKind Kind, string? Heading = null);

/// <summary>Columns that stand side by side and belong together: an object of their own where objects can be nested. There may be none of them.</summary>
/// <param name="Name">The name of the object.</param>
/// <param name="From">The place of the first column.</param>
/// <param name="Count">How many they are.</param>
public readonly record struct Nesting(string Name, int From, int Count);

/// <summary>Cases of persons, shown as cases/n.</summary>
/// <param name="Cases">x.</param>
/// <param name="Persons">n.</param>
public readonly record struct Fraction(long Cases, long Persons);

/// <summary>A proportion with its limits, shown as estimate (lower–upper); as the estimate alone where there are none.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct IntervalCell(double Estimate, double? Lower, double? Upper);
