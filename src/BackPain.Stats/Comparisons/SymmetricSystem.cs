namespace BackPain.Stats.Comparisons;

/// <summary>Solves A·X = B for a square matrix A.</summary>
internal static class SymmetricSystem
{
    /// <summary>Returns X, by Gaussian elimination with pivots; null if A is singular.</summary>
    /// <param name="a">A, n × n.</param>
    /// <param name="b">B, n × m.</param>
    public static double[,]? Solve(double[,] a, double[,] b)
    {
        const double Singular = 1e-13;
        var (n, m) = (a.GetLength(0), b.GetLength(1));
        var (left, right) = ((double[,])a.Clone(), (double[,])b.Clone());
        var largest = Enumerable.Range(0, n).Max(i => Math.Abs(a[i, i]));
        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(left[row, column]));
            if (!(Math.Abs(left[pivot, column]) > Singular * largest))
                return null;
            Swap(left, column, pivot);
            Swap(right, column, pivot);
            for (var row = 0; row < n; row++)
            {
                var factor = left[row, column] / left[column, column];
                if (row == column || factor == 0)
                    continue;
                for (var j = column; j < n; j++)
                    left[row, j] -= factor * left[column, j];
                for (var j = 0; j < m; j++)
                    right[row, j] -= factor * right[column, j];
            }
        }
        for (var row = 0; row < n; row++)
        {
            for (var j = 0; j < m; j++)
                right[row, j] /= left[row, row];
        }
        return right;
    }

    private static void Swap(double[,] matrix, int a, int b)
    {
        for (var j = 0; j < matrix.GetLength(1); j++)
            (matrix[a, j], matrix[b, j]) = (matrix[b, j], matrix[a, j]);
    }
}
