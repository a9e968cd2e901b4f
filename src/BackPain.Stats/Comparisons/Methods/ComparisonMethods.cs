namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The catalogue of all interval methods for two groups. A new method is one more line here.</summary>
public static class ComparisonMethods
{
    /// <summary>All methods, in display order; of each measure the default first.</summary>
    public static IReadOnlyList<ComparisonMethod> All { get; } =
    [
        new MiettinenNurminenDifference(),
        new Mee(),
        new Newcombe(),
        new NewcombeContinuityCorrected(),
        new AgrestiCaffo(),
        new WaldDifference(),
        new MiettinenNurminenRatio(),
        new Koopman(),
        new KatzLog(),
        new MiettinenNurminenOddsRatio(),
        new ScoreUncorrected(),
        new Woolf(),
        new ConditionalExact(),
        new ConditionalMidP(),
    ];

    /// <summary>The methods of a measure, the default first.</summary>
    public static IReadOnlyList<ComparisonMethod> Of(ComparisonMeasure measure) => [.. All.Where(method => method.Measure == measure)];

    /// <summary>The default method of a measure.</summary>
    public static ComparisonMethod DefaultOf(ComparisonMeasure measure) => All.First(method => method.Measure == measure);

    /// <summary>Returns the methods with the given name, ignoring case, one for each measure that has it; empty if there is none.</summary>
    public static IReadOnlyList<ComparisonMethod> Find(string name) =>
        [.. All.Where(method => method.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))];
}
