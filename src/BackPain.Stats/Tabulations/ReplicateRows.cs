namespace BackPain.Stats.Tabulations;

/// <summary>The replicate weights of the persons of one cell, row by row, which give their rank in any domain.</summary>
/// <remarks>Of many rows only sums are kept.</remarks>
/// <param name="columns">Replicate weights of a person.</param>
internal sealed class ReplicateRows(int columns)
{
    private const int FewestKept = 256;

    private readonly int most = Math.Max(FewestKept, 4 * columns);
    private Dictionary<long, double[]> rows = [];
    private bool isFolded;

    /// <summary>The persons whose replicate weights were seen. Fewer than the persons of the cell where some came as sums.</summary>
    public long Persons { get; private set; }

    /// <summary>The rows, or the sums of rows.</summary>
    public IEnumerable<double[]> Rows => rows.OrderBy(row => row.Key).Select(row => row.Value);

    /// <summary>Sees a person.</summary>
    /// <param name="line">The line, which no other person has.</param>
    /// <param name="weights">The replicate weights.</param>
    /// <param name="persons">The persons of the line.</param>
    public void Add(long line, ReadOnlySpan<DoubleDouble> weights, long persons)
    {
        Persons += persons;
        var row = new double[columns];
        for (var r = 0; r < columns; r++)
            row[r] = weights[r].Value;
        Add(line, row);
    }

    /// <summary>Sees all persons that another has seen.</summary>
    public void Add(ReplicateRows other)
    {
        Persons += other.Persons;
        if (other.isFolded && !isFolded)
            Fold();
        foreach (var (place, row) in other.rows)
        {
            if (other.isFolded)
                AddTo(place, [.. row], 1);
            else
                Add(place, [.. row]);
        }
    }

    private void Add(long line, double[] row)
    {
        if (!isFolded && rows.Count == most)
            Fold();
        if (!isFolded)
            AddTo(line, row, 1);
        else if (RowFold.Of(line, most) is var (sum, isNegative))
            AddTo(sum, row, isNegative ? -1 : 1);
    }

    private void Fold()
    {
        var all = rows;
        (rows, isFolded) = ([], true);
        foreach (var (line, row) in all)
            Add(line, row);
    }

    private void AddTo(long sum, double[] row, double factor)
    {
        if (factor == 1 && rows.TryAdd(sum, row))
            return;
        if (!rows.TryGetValue(sum, out var total))
            rows[sum] = total = new double[columns];
        for (var r = 0; r < columns; r++)
            total[r] += factor * row[r];
    }
}
