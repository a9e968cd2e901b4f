using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Results;

/// <summary>
/// The answer to a command line, arranged for people, for machines and for pictures. Each arrangement is created on first use.
/// </summary>
public sealed record Result
{
    private readonly Lazy<Table> forPeople;
    private readonly Lazy<Table> forMachines;

    /// <param name="forPeople">Arranges the rows for people.</param>
    /// <param name="forMachines">Arranges the rows for machines: unrounded, with every column.</param>
    public Result(Func<Table> forPeople, Func<Table> forMachines) =>
        (this.forPeople, this.forMachines) = (new(forPeople), new(forMachines));

    /// <param name="arrange">Arranges the rows; its argument is whether people will read them.</param>
    public Result(Func<bool, Table> arrange)
        : this(() => arrange(true), () => arrange(false))
    {
    }

    /// <summary>The rows for machines, which are also the source of single values.</summary>
    public Table Rows => forMachines.Value;

    /// <summary>The data of pictures; null if there is nothing to draw.</summary>
    public Chart? Chart { get; init; }

    /// <summary>The methods used, in the order in which a text would cite them.</summary>
    public IReadOnlyList<CitedMethod> Methods { get; init; } = [];

    /// <summary>Explanations of its figures, if requested.</summary>
    public IReadOnlyList<Explained> Explanations { get; init; } = [];

    /// <summary>The provenance.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>A result whose rows are the same for people and for machines.</summary>
    public static Result Of(Table table, Provenance provenance) => new(() => table, () => table) { Provenance = provenance };

    /// <summary>The table to render.</summary>
    public Table TableFor(bool people) =>
        (people ? forPeople : forMachines).Value with { Explanations = Explanations, Provenance = Provenance };
}
