namespace BackPain.Stats.Intervals;

/// <summary>
/// Two likelihood-ratio limits that enclose the lower limit of a method, so that many values can be ruled out without solving for
/// the limit.
/// </summary>
/// <remarks>
/// Zubkov AM, Serov AA (2013). A complete proof of universal inequalities for the distribution function of the binomial law.
/// Theory Probab Appl 57:539–544, https://doi.org/10.1137/S0040585X97986138: Φ(r(k)) ≤ P(X≤k) ≤ Φ(r(k+1)), where r(k) is
/// the square root of the deviance of k/n from p, with the sign of k/n − p. At P(X≥x) = α/2 this means that the Clopper–Pearson limit
/// of x lies between the likelihood-ratio limits of x−1 and x. The other exact limits lie between Clopper–Pearson limits; each method
/// documents which.
/// </remarks>
/// <param name="Lowest">The lower bound.</param>
/// <param name="Highest">The upper bound.</param>
public readonly record struct LikelihoodBracket(LikelihoodLimit Lowest, LikelihoodLimit Highest)
{
    /// <summary>Returns false if the limit certainly lies outside a range, and true if it may lie inside.</summary>
    public bool Meets(double from, double to) => !Lowest.IsAbove(to) && !Highest.IsBelow(from);
}
