using System.Numerics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>The rank of a matrix of which rows are seen one at a time and few are kept: of replicate weights, whose rank less 1 are their degrees of freedom.</summary>
/// <remarks>
/// Rows are added up, each with a sign of its own, into some thousands of sums; which sum and which sign follows from the place of the row alone. So rows may come in
/// any order and from any number of threads, and of up to as many rows as there are sums nothing is lost. Of more, lengths and angles are kept nearly (Clarkson and
/// Woodruff 2013, STOC 81). Of each column of the sums then counts what those before it do not explain, where that is 10⁻⁵ of its length or more, since
/// weights are published rounded: so does R's <c>survey</c> with all rows.
/// </remarks>
/// <param name="columns">Numbers in a row.</param>
public sealed class ReplicateRankSketch(int columns)
{
    private const int FewestSums = 2048;
    private const double Tolerance = 1e-5;

    private readonly int most = Math.Max(FewestSums, 4 * columns);
    private double[] sums = [];

    /// <summary>Numbers in a row.</summary>
    public int Columns => columns;

    /// <summary>The rank of the rows seen so far.</summary>
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

    /// <summary>Sees a row.</summary>
    /// <param name="line">The line number of the row, which must be unique.</param>
    /// <param name="row">Its numbers.</param>
    public void Add(long line, ReadOnlySpan<double> row)
    {
        var (sum, isNegative) = RowFold.Of(line, most);
        var start = sum * columns;
        if (start >= sums.Length)
            Array.Resize(ref sums, Math.Min(most, (int)BitOperations.RoundUpToPowerOf2((uint)sum + 1)) * columns);
        AddTo(sums.AsSpan(start, columns), row, isNegative ? -1 : 1);
    }

    /// <summary>Sees all rows that another has seen.</summary>
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

    /// <summary>The direction of what others do not explain of a column; nothing where that is next to nothing.</summary>
    private double[]? LeftOf(int column, List<double[]> basis)
    {
        var left = new double[sums.Length / columns];
        for (var i = 0; i < left.Length; i++)
            left[i] = sums[(i * columns) + column];
        var length = Math.Sqrt(Dot(left, left));
        var rest = Without(left, basis);
        // Again, since what once is left of a column that is nearly explained is not orthogonal to the others.
        if (rest < length / 10)
            rest = Without(left, basis);
        if (rest <= Tolerance * length)
            return null;
        for (var i = 0; i < left.Length; i++)
            left[i] /= rest;
        return left;
    }

    /// <summary>Takes the parts in some directions away, and gives the length of what is left.</summary>
    private static double Without(double[] left, List<double[]> basis)
    {
        foreach (var direction in basis)
            AddTo(left, direction, -Dot(left, direction));
        return Math.Sqrt(Dot(left, left));
    }
}
