namespace BackPain.Stats.Intervals;

/// <summary>Two likelihood-ratio limits between which the lower limit of a method lies, so that it need not be solved for to know where it is not.</summary>
/// <remarks>
/// Zubkov AM, Serov AA (2013). A complete proof of universal inequalities for the distribution function of the binomial law.
/// Theory Probab Appl 57:539–544, https://doi.org/10.1137/S0040585X97986138: Φ(r(k)) ≤ P(X≤k) ≤ Φ(r(k+1)), r(k) the root of the deviance
/// of k/n from p with the sign of k/n − p. Where P(X≥x) = α/2 this says that Clopper and Pearson's limit of x lies between the
/// likelihood-ratio limits of x−1 and x. The other exact methods lie between Clopper–Pearson limits, and say of which.
/// </remarks>
/// <param name="Lowest">The one below.</param>
/// <param name="Highest">The one above.</param>
public readonly record struct LikelihoodBracket(LikelihoodLimit Lowest, LikelihoodLimit Highest)
{
    /// <summary>Whether a limit in the bracket can lie in a range; false is certain, true is not.</summary>
    public bool Meets(double from, double to) => !Lowest.IsAbove(to) && !Highest.IsBelow(from);
}
