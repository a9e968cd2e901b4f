namespace BackPain.Stats.Comparisons.Trends;

/// <summary>The slope of the logarithm of the prevalence, or of its odds, with the score: a regression of persons on their score.</summary>
/// <remarks>
/// Newton's method for α and β in x ~ n·μ, ln μ = α + βs (modified Poisson, with robust variance; Zou 2004) or logit μ = α + βs (logistic,
/// with the variance of maximum likelihood).
/// </remarks>
public static class LogSlope
{
    private const int MostSteps = 100;
    private const double Furthest = 50;

    /// <summary>ln of the ratio of prevalences per unit of the score; null if there is no finite slope.</summary>
    public static (double Slope, double StandardError)? ModifiedPoisson(IReadOnlyList<ScoredGroup> groups) => Fit(groups, logistic: false);

    /// <summary>ln of the odds ratio per unit of the score; null if there is no finite slope.</summary>
    public static (double Slope, double StandardError)? Logistic(IReadOnlyList<ScoredGroup> groups) => Fit(groups, logistic: true);

    private static (double Slope, double StandardError)? Fit(IReadOnlyList<ScoredGroup> groups, bool logistic)
    {
        var (n, x) = (groups.Sum(group => group.N), groups.Sum(group => group.X));
        var mean = groups.Sum(group => group.N * group.Score) / n;
        var (low, high) = (groups.Min(group => group.Score), groups.Max(group => group.Score));
        if (x == 0 || x == n || low == high || IsSeparated(groups, logistic))
            return null;
        var (alpha, beta) = (Math.Log(logistic ? x / (n - x) : x / n), 0d);
        for (var step = 0; step < MostSteps; step++)
        {
            var (u0, u1, i00, i01, i11) = (0d, 0d, 0d, 0d, 0d);
            foreach (var group in groups)
            {
                var s = group.Score - mean;
                var mu = Mean(alpha + (beta * s), logistic);
                var (residual, weight) = (group.X - (group.N * mu), group.N * (logistic ? mu * (1 - mu) : mu));
                (u0, u1) = (u0 + residual, u1 + (residual * s));
                (i00, i01, i11) = (i00 + weight, i01 + (weight * s), i11 + (weight * s * s));
            }
            var determinant = (i00 * i11) - (i01 * i01);
            var (da, db) = (((i11 * u0) - (i01 * u1)) / determinant, ((i00 * u1) - (i01 * u0)) / determinant);
            if (!double.IsFinite(da + db) || Math.Abs(beta * (high - low)) > Furthest)
                return null;
            if (Math.Abs(da) + Math.Abs(db * (high - low)) < 1e-14)
                return (beta, Math.Sqrt(logistic ? i00 / determinant : Robust(groups, alpha, beta, mean, (i00, i01, determinant))));
            // Half a step where a whole one would be far too long.
            var length = Math.Min(1, 2 / Math.Max(Math.Abs(da), Math.Abs(db * (high - low))));
            (alpha, beta) = (alpha + (length * da), beta + (length * db));
        }
        return null;
    }

    private static double Mean(double eta, bool logistic) => logistic ? 1 / (1 + Math.Exp(-eta)) : Math.Exp(eta);

    /// <summary>The variance of β as I⁻¹(Σee′)I⁻¹ over persons.</summary>
    private static double Robust(
        IReadOnlyList<ScoredGroup> groups, double alpha, double beta, double mean, (double I00, double I01, double Determinant) information)
    {
        var sum = 0d;
        foreach (var group in groups)
        {
            var s = group.Score - mean;
            var mu = Math.Exp(alpha + (beta * s));
            var influence = ((information.I00 * s) - information.I01) / information.Determinant;
            sum += influence * influence * ((group.X * (1 - mu) * (1 - mu)) + ((group.N - group.X) * mu * mu));
        }
        return sum;
    }

    /// <summary>Whether all cases have the lowest or the highest score, so that no slope is the best; for odds, also non-cases.</summary>
    private static bool IsSeparated(IReadOnlyList<ScoredGroup> groups, bool logistic)
    {
        var cases = groups.Where(group => group.X > 0).Select(group => group.Score).ToList();
        var others = groups.Where(group => group.X < group.N).Select(group => group.Score).ToList();
        var (low, high) = (groups.Min(group => group.Score), groups.Max(group => group.Score));
        return logistic
            ? cases.Max() <= others.Min() || others.Max() <= cases.Min()
            : cases.Max() == low || cases.Min() == high;
    }
}
