using BackPain.Stats.Definitions;

namespace BackPain.Stats.Comparisons.Trends;

/// <summary>A group and its place on the scale of a trend.</summary>
/// <param name="Score">The score.</param>
/// <param name="Proportion">x and n.</param>
public readonly record struct ScoredGroup(double Score, Proportion Proportion)
{
    /// <summary>x.</summary>
    public double X => Proportion.Cases;

    /// <summary>n.</summary>
    public double N => Proportion.Persons;
}
