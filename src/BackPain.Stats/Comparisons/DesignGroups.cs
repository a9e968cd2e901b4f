using BackPain.Stats.Domains;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>What a sampling design tells of several groups together: the basis of tests of all of them.</summary>
/// <remarks>
/// Δ compares the variance of the interactions of the table of groups and cases with that of a simple random sample, at the observed
/// proportions (Rao &amp; Scott 1984). A cell of 0 has weight 0 in Δ, as in R.
/// </remarks>
internal sealed class DesignGroups
{
    private readonly IReadOnlyList<ComparedGroup> groups;
    private readonly Tabulation tabulation;
    private readonly SurveyVariance variance;
    private readonly Lazy<DesignEffects?> deffs;
    private readonly Lazy<DomainProportion[]> shares;

    /// <param name="groups">The groups, none of them empty; two or more.</param>
    /// <param name="tabulation">The tabulation.</param>
    /// <param name="variance">The variance estimator.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom of all groups together; null if they are unknown.</param>
    public DesignGroups(
        IReadOnlyList<ComparedGroup> groups, Tabulation tabulation, SurveyVariance variance, double? degreesOfFreedom)
    {
        (this.groups, this.tabulation, this.variance, DegreesOfFreedom) = (groups, tabulation, variance, degreesOfFreedom);
        shares = new(() => [.. groups.SelectMany(group => new[] { ShareOf(group, true), ShareOf(group, false) })]);
        deffs = new(FindDeffs);
    }

    /// <summary>k, the number of groups.</summary>
    public int Count => groups.Count;

    /// <summary>ν.</summary>
    public double? DegreesOfFreedom { get; }

    /// <summary>Δ; null if the test is undefined.</summary>
    public DesignEffects? Deffs => deffs.Value;

    /// <summary>Pearson's X² of the table of weighted proportions, times the number of persons.</summary>
    public double Pearson
    {
        get
        {
            var (cells, sum) = (shares.Value.Select(share => share.P).ToArray(), 0d);
            var (cases, others) = (cells.Where((_, i) => i % 2 == 0).Sum(), cells.Where((_, i) => i % 2 == 1).Sum());
            for (var i = 0; i < cells.Length; i++)
            {
                var expected = (cells[i] + cells[i ^ 1]) * (i % 2 == 0 ? cases : others);
                sum += expected == 0 ? 0 : (cells[i] - expected) * (cells[i] - expected) / expected;
            }
            return sum * groups.Sum(group => group.Persons);
        }
    }

    /// <summary>W = (Cp̂)ᵀ(CVCᵀ)⁻¹Cp̂ of the differences of the prevalences from the first; null if it is undefined.</summary>
    public double? WaldStatistic
    {
        get
        {
            var all = groups.Select(group => group.ProportionIn(tabulation)).ToArray();
            var differences = all.Skip(1).Select(one => DeltaRule.Difference(one, all[0])).ToArray();
            if (groups.Any(group => group.ProportionIn(tabulation) is { P: 0 } or { Q: 0 }))
                return null;
            var covariance = variance.Covariance(differences);
            var (a, b) = (new double[differences.Length, differences.Length], new double[differences.Length, 1]);
            for (var i = 0; i < differences.Length; i++)
            {
                b[i, 0] = differences[i].Value;
                for (var j = 0; j < differences.Length; j++)
                    a[i, j] = covariance[i, j];
            }
            return SymmetricSystem.Solve(a, b) is { } x ? differences.Select((d, i) => d.Value * x[i, 0]).Sum() : null;
        }
    }

    private DesignEffects? FindDeffs()
    {
        var (cells, n, size) = (shares.Value, (double)groups.Sum(group => group.Persons), groups.Count - 1);
        if (cells.Where((_, i) => i % 2 == 0).All(cell => cell.P == 0) || cells.Where((_, i) => i % 2 == 1).All(cell => cell.P == 0))
            return null;
        var covariance = variance.Covariance(cells);
        var (denominator, numerator) = (new double[size, size], new double[size, size]);
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    denominator[a, b] += Contrast(a, i) * Contrast(b, i) * Inverse(cells[i].P) / n;
                    for (var j = 0; j < cells.Length; j++)
                        numerator[a, b] += Contrast(a, i) * Inverse(cells[i].P) * covariance[i, j] * Inverse(cells[j].P) * Contrast(b, j);
                }
            }
        }
        return SymmetricSystem.Solve(denominator, numerator) is { } delta ? DesignEffects.Of(delta) : null;
    }

    /// <summary>The interaction of a group with being a case, relative to the last group.</summary>
    private double Contrast(int interaction, int cell) =>
        (cell % 2 == 0 ? 1 : -1) * (cell / 2 == interaction ? 1 : cell / 2 == groups.Count - 1 ? -1 : 0);

    private static double Inverse(double p) => p == 0 ? 0 : 1 / p;

    /// <summary>The share of all persons that are cases, or non-cases, of a group.</summary>
    private DomainProportion ShareOf(ComparedGroup group, bool cases)
    {
        var cells = groups
            .SelectMany(other => other.Cells.ToArray().Select(cell => new DomainCell(cell.Cell, other == group && cell.IsCase == cases)))
            .ToArray();
        Array.Sort(cells, (a, b) => a.Cell.CompareTo(b.Cell));
        return new DomainProportion(tabulation, cells);
    }
}

/// <summary>The traces of Δ, the matrix of design effects of a table.</summary>
/// <param name="Trace">trΔ.</param>
/// <param name="TraceOfSquare">trΔ².</param>
/// <param name="Size">Its order, the number of groups less 1.</param>
internal sealed record DesignEffects(double Trace, double TraceOfSquare, int Size)
{
    /// <summary>The traces of a matrix; null if it shows no variance.</summary>
    public static DesignEffects? Of(double[,] delta)
    {
        var (size, trace, square) = (delta.GetLength(0), 0d, 0d);
        for (var i = 0; i < size; i++)
        {
            trace += delta[i, i];
            for (var j = 0; j < size; j++)
                square += delta[i, j] * delta[j, i];
        }
        return trace > 0 && double.IsFinite(square) ? new DesignEffects(trace, square, size) : null;
    }
}
