using System.Numerics;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>Fisher's exact test, two-sided by minimum likelihood: all tables that are no more probable than the observed one.</summary>
/// <remarks>Σ P(X = k) over k with P(X = k) ≤ P(X = x₁). Probabilities that are nearly equal are compared as exact integers.</remarks>
public sealed class Fisher : TwoGroupTest
{
    private const double Nearly = 1e-7;

    /// <inheritdoc/>
    public override string Name => "fisher";

    /// <inheritdoc/>
    public override string Title => "Fisher's exact test";

    /// <inheritdoc/>
    public override string Formula => "p = Σ P(X = k) over k with P(X = k) ≤ P(X = x₁), X hypergeometric";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Fisher RA (1935). The logic of inductive inference. J R Stat Soc 98:39–82.", "10.2307/2342435");

    /// <inheritdoc/>
    public override string WhenToUse => "To reproduce what most programs print as Fisher's exact test.";

    /// <inheritdoc/>
    public override string Weakness => "Conservative, and can contradict the exact interval, which is central: see fisher-central.";

    /// <inheritdoc/>
    public override string AtTheEdges => "p = 1 where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups) =>
        groups.AllAreAlike ? new TestResult(null, null, 1)
        : groups.AllowsExact ? new TestResult(null, null, Math.Min(1, NearTail(groups) + FarTail(groups)))
        : TestResult.Undefined;

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (groups.AllAreAlike)
        {
            yield return new("p", "only one table is possible", $"1", 1);
            yield break;
        }
        if (!groups.AllowsExact)
            yield break;
        var (near, far) = (NearTail(groups), FarTail(groups));
        yield return new("near tail", "P of x₁ and of everything beyond it", $"x₁ = {groups.X1}", near);
        yield return new(
            "far tail",
            "P of all k on the other side with P(X = k) ≤ P(X = x₁)",
            $"P(X = x₁) = {groups.Tables.At(groups.Group.Cases)}",
            far);
        yield return new("p", "near tail + far tail, at most 1", $"{near} + {far}", ApplyTo(groups).P!.Value);
    }

    /// <summary>The groups in such an order that x₁ is at or above the mode.</summary>
    private static TwoGroups Ordered(TwoGroups groups) => groups.Imbalance < 0 ? groups.Swapped : groups;

    private static double NearTail(TwoGroups groups)
    {
        var (tables, x) = (Ordered(groups).Tables, Ordered(groups).Group.Cases);
        return tables.At(x) * (1 + tables.AboveRelative(x, 1));
    }

    private static double FarTail(TwoGroups groups)
    {
        var (tables, x) = (Ordered(groups).Tables, Ordered(groups).Group.Cases);
        var k = FirstAsImprobable(tables, x);
        return k < tables.Lowest ? 0 : tables.At(k) * (1 + tables.BelowRelative(k, 1));
    }

    /// <summary>The largest k below the mode that is no more probable than x; less than the lowest possible k if there is none.</summary>
    private static long FirstAsImprobable(Hypergeometric tables, long x)
    {
        var target = tables.At(x);
        var (low, high) = (tables.Lowest - 1, Math.Min(x - 1, (long)((tables.N1 + 1d) * ((tables.M + 1d) / (tables.N1 + tables.N2 + 2d)))));
        // Probabilities rise up to the mode, so the last one that does not exceed the target is found by halving.
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (IsNoMoreProbable(tables, middle, x, target))
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private static bool IsNoMoreProbable(Hypergeometric tables, long k, long x, double target)
    {
        var ratio = tables.At(k) / target;
        return Math.Abs(ratio - 1) > Nearly ? ratio < 1 : IsSymmetric(tables, k, x) || Compare(tables, k, x) <= 0;
    }

    /// <summary>Whether the two tables are mirror images, because groups are of one size or as many are cases as are not.</summary>
    private static bool IsSymmetric(Hypergeometric tables, long k, long x) =>
        (tables.N1 == tables.N2 && k + x == tables.M) || (2 * tables.M == tables.N1 + tables.N2 && k + x == tables.N1);

    /// <summary>Compares P(X = k) with P(X = x), for k &lt; x, by the exact products that lead from one to the other.</summary>
    private static int Compare(Hypergeometric tables, long k, long x)
    {
        var up = Product(k, x, i => (tables.N1 - i, tables.M - i));
        var down = Product(k, x, i => (i + 1, tables.N2 - tables.M + i + 1));
        return down.CompareTo(up);
    }

    private static BigInteger Product(long from, long to, Func<long, (long A, long B)> factors)
    {
        if (to - from > 1)
            return Product(from, from + ((to - from) / 2), factors) * Product(from + ((to - from) / 2), to, factors);
        var (a, b) = factors(from);
        return (BigInteger)a * b;
    }
}
