using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>How a group is compared with a reference: by difference, ratio or odds ratio.</summary>
public abstract class ComparisonMeasure
{
    private ComparisonMeasure(string name, string title, string formula) => (Name, Title, Formula) = (name, title, formula);

    /// <summary>The name, as typed on the command line and printed in machine-readable output.</summary>
    public string Name { get; }

    /// <summary>The name used in running text: "Difference of prevalences".</summary>
    public string Title { get; }

    /// <summary>The definition, on one line.</summary>
    public string Formula { get; }

    /// <summary>p̂₁ − p̂₂, from −1 to 1.</summary>
    public static ComparisonMeasure Difference { get; } = new OfDifference();

    /// <summary>p̂₁/p̂₂, from 0 to infinity.</summary>
    public static ComparisonMeasure Ratio { get; } = new OfRatio();

    /// <summary>(p̂₁/q̂₁)/(p̂₂/q̂₂), from 0 to infinity.</summary>
    public static ComparisonMeasure OddsRatio { get; } = new OfOdds();

    /// <summary>All measures, in display order.</summary>
    public static IReadOnlyList<ComparisonMeasure> All { get; } = [Difference, Ratio, OddsRatio];

    /// <summary>The value if the groups do not differ: 0 or 1.</summary>
    public abstract double Null { get; }

    /// <summary>The lowest possible value: −1 or 0.</summary>
    public abstract double Lowest { get; }

    /// <summary>The highest possible value: 1 or infinity.</summary>
    public abstract double Highest { get; }

    /// <summary>Whether it is a ratio, which has a logarithmic scale.</summary>
    public bool IsRatio => Null == 1;

    /// <summary>The value in the sample, which may be infinite; null if it is undefined.</summary>
    public abstract double? EstimateOf(TwoGroups groups);

    /// <summary>The value if the groups are exchanged: −v or 1/v.</summary>
    public abstract double Opposite(double value);

    /// <summary>Returns the note that accompanies the estimate of a sample, or null if there is none.</summary>
    public abstract Note? NoteOn(TwoGroups groups);

    /// <summary>Returns the measure with the given name, ignoring case, or null if there is none.</summary>
    public static ComparisonMeasure? Find(string name) =>
        All.FirstOrDefault(measure => measure.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private sealed class OfDifference() : ComparisonMeasure("difference", "Difference of prevalences", "p̂₁ − p̂₂")
    {
        public override double Null => 0;

        public override double Lowest => -1;

        public override double Highest => 1;

        public override double? EstimateOf(TwoGroups groups) => groups.Imbalance / groups.N1 / groups.N2;

        public override double Opposite(double value) => value == 0 ? 0 : -value;

        public override Note? NoteOn(TwoGroups groups) => null;
    }

    private sealed class OfRatio() : ComparisonMeasure("ratio", "Ratio of prevalences", "p̂₁/p̂₂")
    {
        public override double Null => 1;

        public override double Lowest => 0;

        public override double Highest => double.PositiveInfinity;

        public override double? EstimateOf(TwoGroups groups) =>
            groups.M == 0 ? null : groups.X1 / groups.X2 * (groups.N2 / groups.N1);

        public override double Opposite(double value) => 1 / value;

        public override Note? NoteOn(TwoGroups groups) =>
            groups.M == 0 ? ComparisonNotes.NoRatio : groups.X2 == 0 ? ComparisonNotes.InfiniteRatio : null;
    }

    private sealed class OfOdds() : ComparisonMeasure("odds-ratio", "Odds ratio of prevalences", "(p̂₁/q̂₁)/(p̂₂/q̂₂)")
    {
        public override double Null => 1;

        public override double Lowest => 0;

        public override double Highest => double.PositiveInfinity;

        public override double? EstimateOf(TwoGroups groups) =>
            groups.AllAreAlike ? null : groups.X1 / groups.Y1 * (groups.Y2 / groups.X2) is var odds && double.IsNaN(odds)
                ? groups.X1 * groups.Y2 == 0 ? 0 : double.PositiveInfinity
                : odds;

        public override double Opposite(double value) => 1 / value;

        public override Note? NoteOn(TwoGroups groups) => groups.AllAreAlike
            ? ComparisonNotes.NoOddsRatio
            : groups.X2 * groups.Y1 == 0 ? ComparisonNotes.InfiniteRatio : null;
    }
}
