namespace BackPain.Stats.Surveys;

/// <summary>The rank of a matrix of which rows are seen one at a time and none are kept: of replicate weights, whose rank less 1 are their degrees of freedom.</summary>
/// <remarks>
/// It keeps an orthonormal basis of the rows so far. Rows are looked at in bundles: a combination of a bundle with coefficients drawn at random lies in the
/// space of the basis only if, with probability 1, every row does. So a row costs one multiplication a column; a bundle is looked at row by row only
/// where its combination sticks out. The coefficients are the same in every run. A row that sticks out by less than 10⁻⁵ of its length lies in the space, since
/// weights are published rounded; R's <c>survey</c> allows as much.
/// </remarks>
/// <param name="columns">Numbers in a row.</param>
public sealed class RowSpace(int columns)
{
    private const int Bundle = 64;
    private const double Tolerance = 1e-5;

    private readonly List<double[]> basis = [];
    private readonly double[] bundle = new double[Bundle * columns];
    private readonly double[] combination = new double[columns];
    private int rows;
    private ulong state = 0x9E3779B97F4A7C15;

    /// <summary>Numbers in a row.</summary>
    public int Columns => columns;

    /// <summary>The rank of the rows seen so far.</summary>
    public int Rank
    {
        get
        {
            Empty();
            return basis.Count;
        }
    }

    /// <summary>Sees a row.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        if (basis.Count == columns)
            return;
        row.CopyTo(bundle.AsSpan(rows * columns));
        var length = Math.Sqrt(Dot(row, row));
        if (length == 0)
            return;
        rows++;
        var factor = NextCoefficient() / length;
        for (var i = 0; i < columns; i++)
            combination[i] += factor * row[i];
        if (rows == Bundle)
            Empty();
    }

    /// <summary>Sees all rows that another has seen.</summary>
    public void Add(RowSpace other)
    {
        other.Empty();
        foreach (var direction in other.basis)
            Add(direction);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0d;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private void Empty()
    {
        // No coefficient is below 1, so the combination of unit rows sticks out by at least as much as they do.
        if (rows > 0 && SticksOut(combination, length: 1) is not null)
        {
            for (var i = 0; i < rows && basis.Count < columns; i++)
            {
                var row = bundle.AsSpan(i * columns, columns);
                if (SticksOut(row, Math.Sqrt(Dot(row, row))) is { } direction)
                    basis.Add(direction);
            }
        }
        rows = 0;
        Array.Clear(combination);
    }

    /// <summary>The direction in which a row sticks out of the space; nothing where it lies in it.</summary>
    private double[]? SticksOut(ReadOnlySpan<double> row, double length)
    {
        var rest = row.ToArray();
        // Twice, since what once is left of a row that nearly lies in the space is not orthogonal to it.
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var direction in basis)
            {
                var along = Dot(rest, direction);
                for (var i = 0; i < rest.Length; i++)
                    rest[i] -= along * direction[i];
            }
        }
        var left = Math.Sqrt(Dot(rest, rest));
        if (left <= Tolerance * length)
            return null;
        for (var i = 0; i < rest.Length; i++)
            rest[i] /= left;
        return rest;
    }

    /// <summary>A number between 1 and 2, or its negative, by the generator of Marsaglia (xorshift).</summary>
    private double NextCoefficient()
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        var size = 1 + ((state >> 12) / (double)(1UL << 52));
        return (state & 1) == 0 ? size : -size;
    }
}
