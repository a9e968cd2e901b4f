namespace BackPain.Stats.Tabulations;

/// <summary>The sums over the persons in one cell: their number, the sum of their weights, and the sum of the squared weights.</summary>
/// <param name="N">The number of persons.</param>
/// <param name="W">Σw, the sum of the weights.</param>
/// <param name="W2">Σw², the sum of the squared weights.</param>
public readonly record struct Sums(long N, DoubleDouble W, DoubleDouble W2)
{
    /// <summary>Creates the sums for persons who each have weight 1.</summary>
    public static Sums Unweighted(long persons) => new(persons, DoubleDouble.Of(persons), DoubleDouble.Of(persons));

    /// <summary>Creates the sums for one person with the given weight.</summary>
    public static Sums OfPerson(double weight) => new(1, weight, weight * weight);

    /// <summary>Whether these are the sums of one person with a positive weight, which then determines them.</summary>
    internal bool IsOfPerson => N == 1 && W.Low == 0 && W2.Low == 0 && W.High > 0 && W2.High == W.High * W.High;

    /// <summary>
    /// Σ(w − w̄)² = Σw² − (Σw)²/n, computed in double-double arithmetic because most digits cancel if the weights are similar.
    /// </summary>
    public double SquaresAboutMean => N < 2 ? 0 : Math.Max(0, (W2 - (W * W / DoubleDouble.Of(N))).Value);

    /// <summary>Adds two sets of sums.</summary>
    /// <exception cref="OverflowException">There are more persons than a number can count.</exception>
    public static Sums operator +(Sums a, Sums b) => new(checked(a.N + b.N), a.W + b.W, a.W2 + b.W2);
}
