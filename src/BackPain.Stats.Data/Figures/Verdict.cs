namespace BackPain.Stats.Data.Figures;

/// <summary>What is on record about a cited figure. <c>docs/figures.md</c> lists all verdicts.</summary>
/// <param name="Name">As registries write it.</param>
/// <param name="Meaning">What it says, and what a check of it is worth.</param>
public sealed record Verdict(string Name, string Meaning)
{
    /// <summary>Given counts print the cited digits.</summary>
    public static readonly Verdict Reproduced = new("reproduced", "a calculation over given counts prints the cited digits");

    /// <summary>The counts come from the cited digits.</summary>
    public static readonly Verdict Derived = new(
        "derived",
        "the counts were worked out from the cited percentage: that they print it again is a check of the interval and the arithmetic, "
        + "not of the prevalence");

    /// <summary>All verdicts, from the strongest to the weakest.</summary>
    public static IReadOnlyList<Verdict> All { get; } =
    [
        Reproduced,
        Derived,
        new("consistent", "the direction or range holds in independent data"),
        new("quoted", "there are no counts to recompute it from"),
        new("inconsistent", "the source contradicts itself or the citation"),
        new("contradicted", "the source says otherwise"),
    ];

    /// <summary>The verdict of a name; null if there is none.</summary>
    public static Verdict? Find(string name) => All.FirstOrDefault(verdict => verdict.Name == name);

    /// <summary>Whether it needs a computation.</summary>
    public bool IsComputed => this == Reproduced || this == Derived;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
