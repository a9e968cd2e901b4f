using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Results;

/// <summary>
/// The answer to a command line, arranged once: for people, for machines, and for pictures. Each is made when it is first asked for.
/// </summary>
public sealed record Result
{
    private readonly Lazy<Table> forPeople;
    private readonly Lazy<Table> forMachines;

    /// <param name="forPeople">Arranges the rows for people.</param>
    /// <param name="forMachines">Arranges the rows for machines: unrounded, every column that there is.</param>
    public Result(Func<Table> forPeople, Func<Table> forMachines) =>
        (this.forPeople, this.forMachines) = (new(forPeople), new(forMachines));

    /// <param name="arrange">Arranges the rows; told whether people will read them.</param>
    public Result(Func<bool, Table> arrange)
        : this(() => arrange(true), () => arrange(false))
    {
    }

    /// <summary>The rows for machines, from which single values are taken as well.</summary>
    public Table Rows => forMachines.Value;

    /// <summary>What pictures are drawn of; null where there is nothing to draw.</summary>
    public Chart? Chart { get; init; }

    /// <summary>The methods behind its figures, in the order in which a text would cite them.</summary>
    public IReadOnlyList<CitedMethod> Methods { get; init; } = [];

    /// <summary>How its figures come about, where that was asked for.</summary>
    public IReadOnlyList<Explained> Explanations { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>A result whose rows are the same for people and for machines.</summary>
    public static Result Of(Table table, Provenance provenance) => new(() => table, () => table) { Provenance = provenance };

    /// <summary>The rows as they are to be rendered.</summary>
    public Table TableFor(bool people) =>
        (people ? forPeople : forMachines).Value with { Explanations = Explanations, Provenance = Provenance };
}
