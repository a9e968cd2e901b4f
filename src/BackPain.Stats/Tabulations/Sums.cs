namespace BackPain.Stats.Tabulations;

/// <summary>What is known of the persons in one cell: how many they are, the sum of their weights, and of the squares.</summary>
/// <param name="N">Persons.</param>
/// <param name="W">Σw.</param>
/// <param name="W2">Σw².</param>
public readonly record struct Sums(long N, DoubleDouble W, DoubleDouble W2)
{
    /// <summary>Persons who each weigh 1.</summary>
    public static Sums Unweighted(long persons) => new(persons, persons, persons);

    /// <summary>One person of a weight.</summary>
    public static Sums OfPerson(double weight) => new(1, weight, weight * weight);

    /// <summary>Whether these are the sums of one person with a weight above 0, which then says everything.</summary>
    internal bool IsOfPerson => N == 1 && W.Low == 0 && W2.Low == 0 && W.High > 0 && W2.High == W.High * W.High;

    /// <summary>Σ(w − w̄)² = Σw² − (Σw)²/n, taken in twice the digits, since nearly all of them cancel where weights are alike.</summary>
    public double SquaresAboutMean => N < 2 ? 0 : Math.Max(0, (W2 - (W * W / N)).Value);

    /// <summary>Both together.</summary>
    public static Sums operator +(Sums a, Sums b) => new(a.N + b.N, a.W + b.W, a.W2 + b.W2);
}
