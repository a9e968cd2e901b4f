using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Strata;

/// <summary>Two groups compared within strata: what all strata together tell of a common measure.</summary>
/// <remarks>
/// In each stratum x₁ of n₁ persons of the group and x₂ of n₂ of the reference are cases, y are not, N = n₁ + n₂. Mantel &amp; Haenszel
/// 1959; variances by Robins, Breslow &amp; Greenland 1986, Greenland &amp; Robins 1985, and Sato 1989. Strata with one group say nothing.
/// </remarks>
public sealed class MantelHaenszel
{
    private readonly IReadOnlyList<TwoGroups> strata;

    /// <param name="strata">The strata in which both groups have persons.</param>
    public MantelHaenszel(IReadOnlyList<TwoGroups> strata) => this.strata = strata;

    /// <summary>The strata.</summary>
    public IReadOnlyList<TwoGroups> Strata => strata;

    /// <summary>Σ(x₁y₂/N)/Σ(y₁x₂/N).</summary>
    public PooledEstimate OddsRatio
    {
        get
        {
            var (r, s) = (Sum(k => k.X1 * k.Y2 / k.N), Sum(k => k.Y1 * k.X2 / k.N));
            var (pr, qs) = (Sum(k => P(k) * k.X1 * k.Y2 / k.N), Sum(k => Q(k) * k.Y1 * k.X2 / k.N));
            var mixed = Sum(k => (P(k) * k.Y1 * k.X2 / k.N) + (Q(k) * k.X1 * k.Y2 / k.N));
            return PooledEstimate.OfRatio(r, s, (pr / (2 * r * r)) + (mixed / (2 * r * s)) + (qs / (2 * s * s)));

            static double P(TwoGroups k) => (k.X1 + k.Y2) / k.N;
            static double Q(TwoGroups k) => (k.Y1 + k.X2) / k.N;
        }
    }

    /// <summary>Σ(x₁n₂/N)/Σ(x₂n₁/N).</summary>
    public PooledEstimate Ratio
    {
        get
        {
            var (r, s) = (Sum(k => k.X1 * k.N2 / k.N), Sum(k => k.X2 * k.N1 / k.N));
            var variance = Sum(k => (k.M / k.N * (k.N1 / k.N) * k.N2) - (k.X1 * k.X2 / k.N)) / (r * s);
            return PooledEstimate.OfRatio(r, s, variance);
        }
    }

    /// <summary>Σ(x₁n₂ − x₂n₁)/N over Σ(n₁n₂/N), with the variance of Sato.</summary>
    public PooledEstimate Difference
    {
        get
        {
            var estimate = Sum(k => k.Imbalance / k.N) / Weight;
            return new PooledEstimate(estimate, Math.Max(0, (estimate * SatoP) + SatoQ) / (Weight * Weight));
        }
    }

    /// <summary>The limits of the difference by inverting Sato's variance as a function of the difference (Klingenberg 2014).</summary>
    /// <param name="z">The normal quantile.</param>
    public (double Lower, double Upper) KlingenbergLimits(double z)
    {
        var (d, w) = (Difference.Value!.Value, Weight * Weight);
        var centre = d + (z * z * SatoP / (2 * w));
        var half = Math.Sqrt(Math.Max(0, (centre * centre) - (d * d) + (z * z * SatoQ / w)));
        return (Math.Clamp(centre - half, -1, d), Math.Clamp(centre + half, d, 1));
    }

    /// <summary>
    /// The Cochran–Mantel–Haenszel test without a continuity correction; undefined where no stratum has both cases and non-cases.
    /// </summary>
    public TestResult ConditionalIndependence
    {
        get
        {
            var variance = Sum(k => k.AllAreAlike ? 0 : k.N1 / k.N * (k.N2 / k.N) * k.M * ((k.N - k.M) / (k.N - 1)));
            var difference = Sum(k => k.Imbalance / k.N);
            return Chi(difference * difference / variance, variance > 0 ? 1 : 0);
        }
    }

    /// <summary>The Breslow–Day test of a common odds ratio, as it is or with Tarone's adjustment.</summary>
    public TestResult BreslowDay(bool tarone)
    {
        if (OddsRatio.Value is not { } common || common == 0 || double.IsInfinity(common))
            return TestResult.Undefined;
        var (chi, distance, variance, count) = (0d, 0d, 0d, 0);
        foreach (var stratum in strata.Where(stratum => !stratum.AllAreAlike))
        {
            var expected = new ExpectedTable(stratum, common);
            chi += expected.Distance * expected.Distance / expected.Variance;
            distance += expected.Distance;
            variance += expected.Variance;
            count++;
        }
        return Chi(tarone ? chi - (distance * distance / variance) : chi, count - 1);
    }

    /// <summary>
    /// Cochran's Q of the logarithms of the ratios; strata without a case in each group, or without variance, are left out.
    /// </summary>
    public TestResult RatioHomogeneity => CochranQ(strata
        .Where(k => k.X1 > 0 && k.X2 > 0 && k.Y1 + k.Y2 > 0)
        .Select(k => (Math.Log(k.X1 / k.N1 / (k.X2 / k.N2)), (k.Y1 / k.X1 / k.N1) + (k.Y2 / k.X2 / k.N2))));

    /// <summary>Cochran's Q of the differences; strata without variance are left out.</summary>
    public TestResult DifferenceHomogeneity => CochranQ(strata
        .Select(k => (k.Imbalance / k.N1 / k.N2, (k.X1 / k.N1 * (k.Y1 / k.N1) / k.N1) + (k.X2 / k.N2 * (k.Y2 / k.N2) / k.N2)))
        .Where(pair => pair.Item2 > 0));

    private double Weight => Sum(k => k.N1 / k.N * k.N2);

    private double SatoP => Sum(k =>
        (k.X2 * (k.N1 / k.N) * (k.N1 / k.N)) - (k.X1 * (k.N2 / k.N) * (k.N2 / k.N)) + (k.N1 / k.N * (k.N2 / k.N) * (k.N2 - k.N1) / 2));

    private double SatoQ => Sum(k => ((k.X1 * k.Y2) + (k.X2 * k.Y1)) / (2 * k.N));

    private static TestResult CochranQ(IEnumerable<(double Value, double Variance)> strata)
    {
        var known = strata.ToList();
        var mean = known.Sum(one => one.Value / one.Variance) / known.Sum(one => 1 / one.Variance);
        return Chi(known.Sum(one => (one.Value - mean) * (one.Value - mean) / one.Variance), known.Count - 1);
    }

    private static TestResult Chi(double statistic, int df) =>
        df < 1 || !double.IsFinite(statistic)
            ? TestResult.Undefined
            : new TestResult(statistic, df, new ChiSquared(df).UpperTail(statistic));

    private double Sum(Func<TwoGroups, double> of) => strata.Sum(of);
}
