namespace BackPain.Stats.Data.Designs;

/// <summary>
/// How the replicate weights of persons go with their weights: sums over persons of w, of m, the mean of a person's replicate weights, and
/// of their products.
/// </summary>
/// <remarks>
/// Replicates are made so that m comes out near the weight if they are whole weights, and near 1 if they are factors. So it shows
/// also where weights add up to the number of persons that m does not follow w.
/// </remarks>
internal readonly record struct ReplicateLikeness(long Persons, double W, double M, double WW, double WM, double MM)
{
    // Of the variance of the weights; below it they are all alike but for rounding.
    private const double Rounding = 1e-9;

    /// <summary>Whether m is far closer to a constant than to w.</summary>
    public bool LooksLikeFactors
    {
        get
        {
            var (ww, wm, mm) = (WW - (W * W / Persons), WM - (W * M / Persons), MM - (M * M / Persons));
            return Persons > 1 && ww > Rounding * WW && mm < 0.5 * (ww - (2 * wm) + mm);
        }
    }

    /// <summary>One person.</summary>
    public static ReplicateLikeness Of(double w, double m) => new(1, w, m, w * w, w * m, m * m);

    /// <summary>Both together.</summary>
    public static ReplicateLikeness operator +(ReplicateLikeness a, ReplicateLikeness b) =>
        new(a.Persons + b.Persons, a.W + b.W, a.M + b.M, a.WW + b.WW, a.WM + b.WM, a.MM + b.MM);
}
