namespace BackPain.Stats.Statistics;

/// <summary>The covariances of statistics of the same sample.</summary>
/// <param name="size">The number of statistics.</param>
public sealed class CovarianceMatrix(int size)
{
    private readonly double[] values = new double[size * size];

    /// <summary>The number of statistics.</summary>
    public int Size => size;

    /// <summary>The covariance of the statistics at two indexes, or the variance if the indexes are equal; NaN if it is unknown.</summary>
    public double this[int a, int b]
    {
        get => values[(a * size) + b];
        internal set => values[(a * size) + b] = values[(b * size) + a] = value;
    }

    /// <summary>Adds two matrices of the same size.</summary>
    public static CovarianceMatrix operator +(CovarianceMatrix a, CovarianceMatrix b)
    {
        var sum = new CovarianceMatrix(a.Size);
        for (var i = 0; i < sum.values.Length; i++)
            sum.values[i] = a.values[i] + b.values[i];
        return sum;
    }
}
