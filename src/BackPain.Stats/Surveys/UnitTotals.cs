namespace BackPain.Stats.Surveys;

/// <summary>The linearized totals of the sampling units of one stratum at one stage, for several statistics.</summary>
/// <param name="statistics">The number of statistics.</param>
internal sealed class UnitTotals(int statistics)
{
    private readonly List<UnitGroup> groups = [];
    private readonly List<double> totals = [];

    // The scores shared by the persons of a cell if each person is a unit; empty if units are clusters.
    private readonly List<double> scoresOfEach = [];

    /// <summary>Whether no unit has been added.</summary>
    public bool IsEmpty => groups.Count == 0;

    /// <summary>Removes all units.</summary>
    public void Clear()
    {
        groups.Clear();
        totals.Clear();
        scoresOfEach.Clear();
    }

    /// <summary>Begins another unit, to which cells can be added.</summary>
    public void Begin()
    {
        groups.Add(new UnitGroup(1, 0));
        for (var i = 0; i < statistics; i++)
            totals.Add(0);
    }

    /// <summary>Adds the persons of a cell to the unit begun last.</summary>
    public void Add(double weight, ReadOnlySpan<double> scores)
    {
        var from = totals.Count - statistics;
        for (var i = 0; i < statistics; i++)
            totals[from + i] += weight * scores[i];
    }

    /// <summary>
    /// Adds the persons of a cell, each as a unit. Their spread about their mean is Σ(w − w̄)² times the product of their shared scores.
    /// </summary>
    /// <param name="persons">The number of persons.</param>
    /// <param name="weight">The sum of their weights.</param>
    /// <param name="squares">Σ(w − w̄)².</param>
    /// <param name="scores">Their scores.</param>
    public void AddEach(long persons, double weight, double squares, ReadOnlySpan<double> scores)
    {
        groups.Add(new UnitGroup(persons, squares));
        for (var i = 0; i < statistics; i++)
            totals.Add(weight * scores[i] / persons);
        scoresOfEach.AddRange(scores);
    }

    /// <summary>(1−f) n/(n−1) Σ (a − ā)(b − b̄) over the n units of the stratum; units that were not added have a total of 0.</summary>
    public double Among(int a, int b, long units, double fraction)
    {
        if (fraction >= 1)
            return 0;
        var n = (double)units;
        var (meanA, meanB, touched) = (0d, 0d, 0L);
        for (var g = 0; g < groups.Count; g++)
        {
            meanA += groups[g].Units * TotalOf(g, a) / n;
            meanB += groups[g].Units * TotalOf(g, b) / n;
            touched += groups[g].Units;
        }
        var sum = (n - touched) * meanA * meanB;
        for (var g = 0; g < groups.Count; g++)
            sum += SpreadOf(g, a, b) + (groups[g].Units * (TotalOf(g, a) - meanA) * (TotalOf(g, b) - meanB));
        return (1 - fraction) * n / (n - 1) * sum;
    }

    /// <summary>(1−f) Σ ab, the spread of a single unit about 0.</summary>
    public double AboutZero(int a, int b, double fraction)
    {
        var sum = 0d;
        for (var g = 0; g < groups.Count; g++)
            sum += SpreadOf(g, a, b) + (TotalOf(g, a) * TotalOf(g, b));
        return (1 - fraction) * sum;
    }

    private double TotalOf(int group, int statistic) => totals[(group * statistics) + statistic];

    private double SpreadOf(int group, int a, int b) =>
        groups[group].Squares == 0
            ? 0
            : groups[group].Squares * scoresOfEach[(group * statistics) + a] * scoresOfEach[(group * statistics) + b];

    /// <summary>A unit, or the persons of a cell if each person is a unit.</summary>
    /// <param name="Units">The number of units.</param>
    /// <param name="Squares">Σ(w − w̄)² of their weights; 0 for a single unit.</param>
    private readonly record struct UnitGroup(long Units, double Squares);
}
