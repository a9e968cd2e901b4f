using BackPain.Stats.Data.Figures;
using BackPain.Stats.Data.Studies;

namespace BackPain.Stats.Cli.Commands;

/// <summary>A cited figure and the results of its computations.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Results">The computed results; empty if the figure can only be quoted.</param>
/// <param name="Inputs">The inputs read for it.</param>
internal sealed record Reproduction(CitedFigure Figure, IReadOnlyList<Recomputation> Results, IReadOnlyList<InputSummary> Inputs)
{
    /// <summary>Whether every result prints as recorded, in the recorded order; null if nothing is computed.</summary>
    public bool? Holds => Results.Count == 0 ? null : Results.All(result => result.Holds) && IsInOrder;

    /// <summary>The verdict: as recorded, unless the computation shows that it no longer holds.</summary>
    public string Verdict => SampleStatus(Figure.Verdicts.Select(verdict => verdict.Name));

    /// <summary>The verdict for people; if sources differ, each with its source.</summary>
    public string VerdictBySource => Figure.Verdicts is [var only]
        ? SampleStatus([only.Name])
        : SampleStatus(Figure.Verdicts.Zip(Figure.Sources, (verdict, source) => $"{verdict} ({FigureTables.Short(source)})"));

    /// <summary>The meaning of the verdict.</summary>
    public string Meaning =>
        Figure.Verdicts is [var only]
            ? only.Meaning
            : string.Join("; ", Figure.Verdicts.Select(verdict => $"{verdict}: {verdict.Meaning}"));

    private string SampleStatus(IEnumerable<string> verdicts) => $"{(Holds == false ? "no longer " : "")}{string.Join("; ", verdicts)}";

    private bool IsInOrder =>
        Figure.Order == 0
            || Results.Zip(Results.Skip(1)).All(pair => Math.Sign(pair.Second.Estimate - pair.First.Estimate) == Figure.Order);
}
