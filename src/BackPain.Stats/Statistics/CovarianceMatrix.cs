namespace BackPain.Stats.Statistics;

/// <summary>How statistics of the same sample vary together.</summary>
/// <param name="size">How many statistics.</param>
public sealed class CovarianceMatrix(int size)
{
    private readonly double[] values = new double[size * size];

    /// <summary>How many statistics.</summary>
    public int Size => size;

    /// <summary>The covariance of two statistics, by their indexes; the variance where both are the same. NaN if it is unknown.</summary>
    public double this[int a, int b]
    {
        get => values[(a * size) + b];
        internal set => values[(a * size) + b] = values[(b * size) + a] = value;
    }

    /// <summary>The sum of two matrices of one size.</summary>
    public static CovarianceMatrix operator +(CovarianceMatrix a, CovarianceMatrix b)
    {
        var sum = new CovarianceMatrix(a.Size);
        for (var i = 0; i < sum.values.Length; i++)
            sum.values[i] = a.values[i] + b.values[i];
        return sum;
    }
}
