using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Results;

/// <summary>The explanation of one figure of a table.</summary>
/// <param name="Heading">Names the figure.</param>
/// <param name="Explanation">How it was computed.</param>
public sealed record Explained(string Heading, Explanation Explanation)
{
    /// <summary>The explanation of an interval around a proportion.</summary>
    internal static Explained Of(string? what, IntervalMethod method, Proportion proportion, ConfidenceLevel level) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(what is null ? "" : $"{what}: ")}{proportion.Cases} of {proportion.Persons}, {method.Title}, level {level}"),
        method.Explain(EffectiveSample.Of(proportion), level));
}
