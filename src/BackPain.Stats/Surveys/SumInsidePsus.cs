using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>
/// Adds up the contributions of the second stage to covariances: the first-stage sampling fraction times the variance among the units
/// within each PSU.
/// </summary>
/// <param name="statistics">The number of statistics.</param>
/// <param name="lonely">How to treat PSUs with a single unit; the average is that of the other PSUs.</param>
internal sealed class SumInsidePsus(int statistics, LonelyPsuPolicy lonely)
{
    private readonly UnitTotals units = new(statistics);
    private readonly CovarianceMatrix sum = new(statistics);
    private DesignStratum stratum;
    private SampledPsu psu;
    private (int Stratum, int Psu) current = (-1, -1);
    private int unit;
    private int psus;
    private int known;

    /// <summary>Adds the persons of a cell. Cells must be added in the order of the tabulation.</summary>
    public void Add(Cell cell, SamplingFrame frame, ReadOnlySpan<double> scores)
    {
        if (current != (frame.IndexOfStratum(cell), frame.UnitOf(cell)))
        {
            Close();
            (current, unit) = ((frame.IndexOfStratum(cell), frame.UnitOf(cell)), -1);
            (stratum, psu) = (frame.StratumOf(cell), frame.Second!.PsuOf(cell));
        }
        var sums = cell.Sums;
        if (!frame.Second!.HasSsus)
        {
            units.AddEach(sums.N, sums.W.Value, sums.SquaresAboutMean, scores);
            return;
        }
        if (units.IsEmpty || frame.Second.UnitOf(cell) != unit)
            units.Begin();
        units.Add(sums.W.Value, scores);
        unit = frame.Second.UnitOf(cell);
    }

    /// <summary>Returns the sum after the last cell.</summary>
    public CovarianceMatrix Value()
    {
        Close();
        if (lonely != LonelyPsuPolicy.Average || psus == known)
            return sum;
        var scaled = new CovarianceMatrix(statistics);
        for (var a = 0; a < statistics; a++)
        {
            for (var b = a; b < statistics; b++)
                scaled[a, b] = known == 0 ? double.NaN : sum[a, b] * psus / known;
        }
        return scaled;
    }

    private void Close()
    {
        if (units.IsEmpty)
            return;
        if (stratum.SampledFraction > 0)
            AddPsu();
        units.Clear();
    }

    private void AddPsu()
    {
        psus++;
        known += psu.IsLonely ? 0 : 1;
        if (psu.IsLonely && lonely != LonelyPsuPolicy.Adjust)
            return;
        for (var a = 0; a < statistics; a++)
        {
            for (var b = a; b < statistics; b++)
                sum[a, b] += stratum.SampledFraction * Inside(a, b);
        }
    }

    private double Inside(int a, int b) =>
        psu.IsLonely ? units.AboutZero(a, b, psu.SampledFraction) : units.Among(a, b, psu.Units, psu.SampledFraction);
}
