using BackPain.Stats.Data.Figures;
using BackPain.Stats.Data.Sources;

namespace BackPain.Stats.Cli.Commands;

/// <summary>A cited figure and what became of its computations.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Results">What was computed; empty where it can only be quoted.</param>
/// <param name="Inputs">What was read for it.</param>
internal sealed record Reproduction(CitedFigure Figure, IReadOnlyList<Recomputation> Results, IReadOnlyList<InputSummary> Inputs)
{
    /// <summary>Whether everything prints what is on record, in the order on record; nothing where nothing is computed.</summary>
    public bool? Holds => Results.Count == 0 ? null : Results.All(result => result.Holds) && IsInOrder;

    /// <summary>The verdict: as on record, unless the computation says that it no longer holds.</summary>
    public string Verdict => Standing(Figure.Verdicts.Select(verdict => verdict.Name));

    /// <summary>The verdict for people: where sources differ, each with its source.</summary>
    public string VerdictBySource => Figure.Verdicts is [var only]
        ? Standing([only.Name])
        : Standing(Figure.Verdicts.Zip(Figure.Sources, (verdict, source) => $"{verdict} ({FigureTables.Short(source)})"));

    /// <summary>What the verdict says.</summary>
    public string Meaning =>
        Figure.Verdicts is [var only]
            ? only.Meaning
            : string.Join("; ", Figure.Verdicts.Select(verdict => $"{verdict}: {verdict.Meaning}"));

    private string Standing(IEnumerable<string> verdicts) => $"{(Holds == false ? "no longer " : "")}{string.Join("; ", verdicts)}";

    private bool IsInOrder =>
        Figure.Order == 0
            || Results.Zip(Results.Skip(1)).All(pair => Math.Sign(pair.Second.Estimate - pair.First.Estimate) == Figure.Order);
}
