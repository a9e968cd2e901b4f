using System.Numerics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>
/// Computes the rank of a matrix whose rows arrive one at a time and are not kept. The rank of replicate weights minus 1 is their
/// number of degrees of freedom.
/// </summary>
/// <remarks>
/// Rows are added, each with its own sign, to some thousands of sums. The line number alone determines the sum and the sign, so rows may
/// arrive in any order and from any number of threads. Up to as many rows as there are sums, nothing is lost; beyond that, lengths and
/// angles are approximately preserved (Clarkson and Woodruff 2013, STOC 81). A column of the sums adds to the rank if the columns before
/// it leave at least 10⁻⁵ of its length unexplained, because published weights are rounded; R's <c>survey</c> does the same with all rows.
/// </remarks>
/// <param name="columns">The number of columns.</param>
public sealed class ReplicateRankSketch(int columns)
{
    private const int FewestSums = 2048;
    private const double Tolerance = 1e-5;

    private readonly int most = Math.Max(FewestSums, 4 * columns);
    private double[] sums = [];

    /// <summary>The number of columns.</summary>
    public int Columns => columns;

    /// <summary>The rank of the rows added so far.</summary>
    public int Rank
    {
        get
        {
            var basis = new List<double[]>();
            for (var column = 0; column < columns; column++)
            {
                if (LeftOf(column, basis) is { } direction)
                    basis.Add(direction);
            }
            return basis.Count;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="line">The line number of the row, which must be unique.</param>
    /// <param name="row">The row.</param>
    public void Add(long line, ReadOnlySpan<double> row)
    {
        var (sum, isNegative) = RowFold.Of(line, most);
        var start = sum * columns;
        if (start >= sums.Length)
            Array.Resize(ref sums, Math.Min(most, (int)BitOperations.RoundUpToPowerOf2((uint)sum + 1)) * columns);
        AddTo(sums.AsSpan(start, columns), row, isNegative ? -1 : 1);
    }

    /// <summary>Adds all rows that were added to another sketch.</summary>
    public void Add(ReplicateRankSketch other)
    {
        if (other.sums.Length > sums.Length)
            Array.Resize(ref sums, other.sums.Length);
        AddTo(sums, other.sums, 1);
    }

    private static void AddTo(Span<double> to, ReadOnlySpan<double> values, double factor)
    {
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(to[i..]) + (new Vector<double>(values[i..]) * factor)).CopyTo(to[i..]);
        for (; i < values.Length; i++)
            to[i] += values[i] * factor;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (sum, i) = (Vector<double>.Zero, 0);
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sum += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    /// <summary>Returns the direction of the part of a column that a basis does not explain, or null if that part is negligible.</summary>
    private double[]? LeftOf(int column, List<double[]> basis)
    {
        var left = new double[sums.Length / columns];
        for (var i = 0; i < left.Length; i++)
            left[i] = sums[(i * columns) + column];
        var length = Math.Sqrt(Dot(left, left));
        var rest = Without(left, basis);
        // Once more, because the small remainder of a column that is nearly explained is not orthogonal to the basis.
        if (rest < length / 10)
            rest = Without(left, basis);
        if (rest <= Tolerance * length)
            return null;
        for (var i = 0; i < left.Length; i++)
            left[i] /= rest;
        return left;
    }

    /// <summary>Removes the parts in the directions of a basis and returns the length of the remainder.</summary>
    private static double Without(double[] left, List<double[]> basis)
    {
        foreach (var direction in basis)
            AddTo(left, direction, -Dot(left, direction));
        return Math.Sqrt(Dot(left, left));
    }
}
