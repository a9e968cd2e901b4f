using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Surveys;

/// <summary>Adds up the contributions to covariances of the strata with persons who belong to a statistic.</summary>
/// <param name="statistics">The number of statistics.</param>
/// <param name="lonely">How to treat strata with a single unit.</param>
internal sealed class SumOverStrata(int statistics, LonelyPsuPolicy lonely)
{
    private readonly CovarianceMatrix sum = new(statistics);
    private int strata;
    private int known;

    /// <summary>The sum; NaN if the policy is to take the average of the strata that show variance and there are none.</summary>
    public CovarianceMatrix Value
    {
        get
        {
            if (lonely != LonelyPsuPolicy.Average)
                return sum;
            var scaled = new CovarianceMatrix(statistics);
            ForEach((a, b) => scaled[a, b] = known == 0 ? double.NaN : sum[a, b] * strata / known);
            return scaled;
        }
    }

    /// <summary>Whether some stratum can show variance: two or more units were sampled, but not all.</summary>
    public bool HasSampledUnits { get; private set; }

    /// <summary>Adds a stratum.</summary>
    /// <param name="units">Its units with persons who belong to a statistic.</param>
    /// <param name="stratum">The stratum.</param>
    public void Add(UnitTotals units, DesignStratum stratum)
    {
        strata++;
        if (!stratum.IsLonely)
        {
            known++;
            HasSampledUnits |= stratum.SampledFraction < 1;
            ForEach((a, b) => sum[a, b] += units.Among(a, b, stratum.Units, stratum.SampledFraction));
        }
        else if (lonely == LonelyPsuPolicy.Adjust)
        {
            ForEach((a, b) => sum[a, b] += units.AboutZero(a, b, stratum.SampledFraction));
        }
    }

    private void ForEach(Action<int, int> each)
    {
        for (var a = 0; a < statistics; a++)
        {
            for (var b = a; b < statistics; b++)
                each(a, b);
        }
    }
}
