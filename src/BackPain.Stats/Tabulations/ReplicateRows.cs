namespace BackPain.Stats.Tabulations;

/// <summary>The replicate weights of the persons of one cell row by row, from which their rank in any domain is computed.</summary>
/// <remarks>If there are many rows, they are folded into a smaller number of signed sums; see <see cref="RowFold"/>.</remarks>
/// <param name="columns">The number of replicate weights per person.</param>
internal sealed class ReplicateRows(int columns)
{
    private const int FewestKept = 256;

    private readonly int most = Math.Max(FewestKept, 4 * columns);
    private Dictionary<long, double[]> rows = [];
    private bool isFolded;
    private long lines;

    /// <summary>
    /// The number of persons whose replicate weights were added. It is less than the number of persons of the cell if some were added as
    /// sums.
    /// </summary>
    public long Persons { get; private set; }

    /// <summary>The number of rows or sums that are kept at most for the rows added so far; it only grows.</summary>
    public long Kept => Math.Min(lines, most);

    /// <summary>The rows, or the signed sums of rows.</summary>
    public IEnumerable<double[]> Rows => rows.OrderBy(row => row.Key).Select(row => row.Value);

    /// <summary>Adds a row.</summary>
    /// <param name="line">The line number, which must be unique.</param>
    /// <param name="weights">The replicate weights of the row.</param>
    /// <param name="persons">The number of persons in the row.</param>
    public void Add(long line, ReadOnlySpan<DoubleDouble> weights, long persons)
    {
        Persons += persons;
        lines++;
        var row = new double[columns];
        for (var r = 0; r < columns; r++)
            row[r] = weights[r].Value;
        Add(line, row);
    }

    /// <summary>Adds all rows of another instance.</summary>
    public void Add(ReplicateRows other)
    {
        Persons += other.Persons;
        lines += other.lines;
        if (other.isFolded && !isFolded)
            Fold();
        foreach (var (key, row) in other.rows)
        {
            if (other.isFolded)
                AddTo(key, [.. row], 1);
            else
                Add(key, [.. row]);
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
