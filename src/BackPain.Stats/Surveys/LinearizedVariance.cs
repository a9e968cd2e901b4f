using System.Globalization;
using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>
/// Taylor linearization with the variance among primary sampling units, either as if these had been drawn with replacement or corrected
/// for the finite populations of one or two stages.
/// </summary>
/// <remarks>
/// V = Σ_h (1−f_h) n_h/(n_h−1) Σ_c (z_hc − z̄_h)², z_hc the sum over PSU c of w(y − p̂)/Σw in the domain and 0 outside it
/// (Binder 1983, Int Stat Rev 51:279; Särndal, Swensson &amp; Wretman 1992, §5.5–5.8). If persons are the units, n, Σw and Σw² of
/// their cells suffice: the spread within a cell is Σ(w − w̄)² times the square of the score that its persons share.
/// With a second stage, Σ_h f_h Σ_c (1−f_c) m_c/(m_c−1) Σ_i (z_hci − z̄_hc)² is added, i the m_c units sampled in PSU c (ibid., §4.3).
/// </remarks>
public sealed class LinearizedVariance : SurveyVariance
{
    private readonly Tabulation tabulation;
    private readonly LonelyPsuPolicy lonely;

    /// <summary>Prepares the design.</summary>
    /// <param name="tabulation">The tabulation.</param>
    /// <param name="lonely">How to treat strata with a single PSU.</param>
    /// <exception cref="LonelyPsuException">A stratum has a single PSU, and the policy is to fail.</exception>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    public LinearizedVariance(Tabulation tabulation, LonelyPsuPolicy lonely)
    {
        (this.tabulation, this.lonely, Frame) = (tabulation, lonely, new SamplingFrame(tabulation));
        IReadOnlyList<string> strata = [.. Frame.Strata.Where(stratum => stratum.IsLonely).Select(stratum => stratum.Name)];
        var psus = Frame.Second?.Lonely ?? [];
        if (lonely == LonelyPsuPolicy.Fail && strata.Count + psus.Count > 0)
            throw new LonelyPsuException(strata, psus);
    }

    /// <summary>The strata and units.</summary>
    public SamplingFrame Frame { get; }

    /// <inheritdoc/>
    public override double? DegreesOfFreedom => Frame.DegreesOfFreedom();

    /// <inheritdoc/>
    public override string Formula => Frame.HasPsus
        ? "Σₕ (1−fₕ)·nₕ/(nₕ−1)·Σ (z − z̄ₕ)² over strata h and their PSUs, z the sum of w(y − p̂)/Σw in a PSU"
            + (Frame.Second is null
                ? ""
                : "; and Σₕ fₕ·Σ (1−f)·m/(m−1)·Σ (z − z̄)² over the PSUs and the m units of their second stage")
        : "Σₕ (1−fₕ)·nₕ/(nₕ−1)·Σ (z − z̄ₕ)² over strata h and their persons, z = w(y − p̂)/Σw";

    /// <inheritdoc/>
    public override string Size => string.Join(", ", Sizes);

    private IEnumerable<string> Sizes
    {
        get
        {
            if (Frame.HasStrata)
                yield return Counted(Frame.Strata.Count, "stratum", "strata");
            yield return Frame.HasPsus ? Counted(Frame.Units, "PSU", "PSUs") : Counted(Frame.Units, "person", "persons");
            if (Frame.Second is { } second)
            {
                var inside = second.HasSsus ? Counted(second.Units, "SSU", "SSUs") : Counted(second.Units, "person", "persons");
                yield return $"{inside} inside";
            }
        }
    }

    /// <inheritdoc/>
    public override double? DegreesOfFreedomIn(LinearizedStatistic statistic) => Frame.DegreesOfFreedomIn(statistic);

    /// <inheritdoc/>
    public override Completeness CompletenessOf(LinearizedStatistic statistic)
    {
        if (!Frame.HasFinitePopulations)
            return Completeness.Sample;
        var (isSampled, hasSampledPsus) = (false, false);
        for (var i = 0; i < statistic.CellCount; i++)
        {
            var stratum = Frame.StratumOf(tabulation.Cells[statistic.CellAt(i).Cell]);
            var psu = Frame.Second?.PsuOf(tabulation.Cells[statistic.CellAt(i).Cell]);
            isSampled |= stratum.SampledFraction < 1 || psu?.SampledFraction < 1;
            hasSampledPsus |= psu is { } sampled
                ? stratum.SampledFraction >= 1 && sampled.SampledFraction >= 1 && sampled.Persons > sampled.Units
                : stratum.LacksVarianceInsidePsus;
        }
        return (isSampled, hasSampledPsus) switch
        {
            (_, true) => Completeness.AllPsus,
            (true, false) => Completeness.Sample,
            (false, false) => Completeness.Census,
        };
    }

    /// <inheritdoc/>
    public override CovarianceMatrix Covariance(IReadOnlyList<LinearizedStatistic> statistics)
    {
        var sum = new SumOverStrata(statistics.Count, lonely);
        var units = new UnitTotals(statistics.Count);
        var inside = Frame.Second is null ? null : new SumInsidePsus(statistics.Count, lonely);
        var merge = new ScoreMerge(statistics);
        Span<double> scores = new double[statistics.Count];
        var (stratum, unit) = (-1, -1);
        while (merge.Next(scores) is { } index)
        {
            var cell = tabulation.Cells[index];
            var sums = cell.Sums;
            if (sums.N == 0)
                continue;
            if (Frame.IndexOfStratum(cell) is var current && current != stratum)
            {
                if (!units.IsEmpty)
                    sum.Add(units, Frame.Strata[stratum]);
                units.Clear();
                (stratum, unit) = (current, -1);
            }
            if (!Frame.HasPsus)
            {
                units.AddEach(sums.N, sums.W.Value, sums.SquaresAboutMean, scores);
                continue;
            }
            if (units.IsEmpty || Frame.UnitOf(cell) != unit)
                units.Begin();
            units.Add(sums.W.Value, scores);
            inside?.Add(cell, Frame, scores);
            unit = Frame.UnitOf(cell);
        }
        if (!units.IsEmpty)
            sum.Add(units, Frame.Strata[stratum]);
        return inside is null ? sum.Value : Both(sum, inside.Value());
    }

    /// <summary>
    /// Returns the sum of both stages; NaN if the sampled PSUs show no variance, for example because a domain lies in one of them, so that
    /// the variance within PSUs alone would be too small.
    /// </summary>
    private static CovarianceMatrix Both(SumOverStrata among, CovarianceMatrix inside)
    {
        const double Rounding = 1e-20;
        var both = among.Value + inside;
        for (var a = 0; a < both.Size; a++)
        {
            if (among.HasSampledUnits && inside[a, a] > 0 && among.Value[a, a] <= Rounding * inside[a, a])
                both[a, a] = double.NaN;
        }
        return both;
    }

    private static string Counted(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
