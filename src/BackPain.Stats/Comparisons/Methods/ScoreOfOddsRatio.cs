using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score statistic of an odds ratio ψ, and the lower limit at which it is z.</summary>
/// <remarks>
/// Under ψ the expected table has the margins of the observed one (Cornfield 1956): its cells are x₁−t, y₁+t, x₂+t, y₂−t with odds ratio
/// ψ, and S² = t²·Σ1/cell·c with c = (N−1)/N or 1, which is (x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂]·c. S rises with t, so the limit is
/// found as a t, and ψ from it without solving for p̃.
/// </remarks>
/// <param name="groups">The groups, with a case in the first and a non-case in the second.</param>
/// <param name="correction">c, the factor of S².</param>
internal sealed class ScoreOfOddsRatio(TwoGroups groups, double correction)
{
    /// <summary>The t at which the score is z, from 0 to the smaller of x₁ and y₂.</summary>
    public double ShiftAt(double z)
    {
        var target = z / Math.Sqrt(correction);
        return BracketedRoot.Of(
            t =>
            {
                // Reciprocals of distances are bounded: 1/S is 0 where a cell is empty.
                var score = t * Math.Sqrt(Reciprocals(t));
                return double.IsNaN(score) ? -1 : double.IsInfinity(score) ? 1 : (score - target) / (score + target);
            },
            0,
            Math.Min(groups.X1, groups.Y2));
    }

    /// <summary>Σ1/cell of the table shifted by t.</summary>
    public double Reciprocals(double t) =>
        (1 / (groups.X1 - t)) + (1 / (groups.Y1 + t)) + (1 / (groups.X2 + t)) + (1 / (groups.Y2 - t));

    /// <summary>The odds ratio of the table shifted by t.</summary>
    public double OddsRatioAt(double t) => (groups.X1 - t) / (groups.Y1 + t) * ((groups.Y2 - t) / (groups.X2 + t));

    /// <summary>|S| at an odds ratio: that of the shift towards which the cells have it.</summary>
    public double ScoreAt(double psi)
    {
        var (lowest, highest) = (-Math.Min(groups.X2, groups.Y1), Math.Min(groups.X1, groups.Y2));
        var shift = BracketedRoot.Of(Excess, lowest, highest);
        double Excess(double t) => OddsRatioAt(t) is var odds && double.IsPositiveInfinity(odds) ? 1 : (odds - psi) / (odds + psi);
        return Math.Abs(shift) * Math.Sqrt(correction * Reciprocals(shift));
    }

    /// <summary>The lower ψ at which the score is z.</summary>
    public double LowerLimit(double z) => OddsRatioAt(ShiftAt(z));
}
