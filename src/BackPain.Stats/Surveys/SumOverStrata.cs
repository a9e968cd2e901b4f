using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Surveys;

/// <summary>Adds up what the strata contribute to covariances, of those in which there is anybody whom a statistic is about.</summary>
/// <param name="statistics">How many statistics.</param>
/// <param name="lonely">What to do with strata of a single unit.</param>
internal sealed class SumOverStrata(int statistics, LonelyPsuPolicy lonely)
{
    private readonly CovarianceMatrix sum = new(statistics);
    private int strata;
    private int known;

    /// <summary>The sum; not a number where no stratum shows any variance and the policy is to take the average of those that do.</summary>
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

    /// <summary>Whether the units of some stratum are a sample that can show variance: two or more, and not all that there are.</summary>
    public bool HasSampledUnits { get; private set; }

    /// <summary>Adds a stratum.</summary>
    /// <param name="units">Its units, as far as anybody in them is of interest.</param>
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
