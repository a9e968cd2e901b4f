using System.Globalization;
using BackPain.Stats.Domains;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>Taylor linearization with the variance among primary sampling units, as if these had been drawn with replacement, or with the correction for finite populations of the first stage.</summary>
/// <remarks>
/// V = Σ_h (1−f_h) n_h/(n_h−1) Σ_c (z_hc − z̄_h)², z_hc the sum over PSU c of w(y − p̂)/Σw in the domain and 0 outside of it
/// (Binder 1983, Int Stat Rev 51:279; Särndal, Swensson &amp; Wretman 1992, §5.5–5.8). Where persons are the units, n, Σw and Σw² of their cells are enough:
/// the spread within a cell is Σ(w − w̄)² times the square of what its persons have in common.
/// </remarks>
public sealed class LinearizedVariance : SurveyVariance
{
    private readonly Tabulation tabulation;
    private readonly LonelyPsuPolicy lonely;

    /// <summary>Prepares the design.</summary>
    /// <param name="tabulation">The tabulation.</param>
    /// <param name="lonely">What to do with strata of one PSU.</param>
    /// <exception cref="LonelyPsuException">A stratum has a single PSU, and the policy is to fail.</exception>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
    public LinearizedVariance(Tabulation tabulation, LonelyPsuPolicy lonely)
    {
        (this.tabulation, this.lonely, Frame) = (tabulation, lonely, new SamplingFrame(tabulation));
        if (lonely == LonelyPsuPolicy.Fail && Frame.Strata.Where(stratum => stratum.IsLonely).Select(stratum => stratum.Name).ToList() is { Count: > 0 } names)
            throw new LonelyPsuException(names);
    }

    /// <summary>The strata and units.</summary>
    public SamplingFrame Frame { get; }

    /// <inheritdoc/>
    public override double? DegreesOfFreedom => Frame.DegreesOfFreedom();

    /// <inheritdoc/>
    public override string Formula => Frame.HasPsus
        ? "Σₕ (1−fₕ)·nₕ/(nₕ−1)·Σ (z − z̄ₕ)² over strata h and their PSUs, z the sum of w(y − p̂)/Σw in a PSU"
        : "Σₕ (1−fₕ)·nₕ/(nₕ−1)·Σ (z − z̄ₕ)² over strata h and their persons, z = w(y − p̂)/Σw";

    /// <inheritdoc/>
    public override string Size => string.Create(CultureInfo.InvariantCulture, $"{(Frame.HasStrata ? Counted(Frame.Strata.Count, "stratum", "strata") + ", " : "")}{Counted(Frame.Units, Frame.HasPsus ? "PSU" : "person", Frame.HasPsus ? "PSUs" : "persons")}");

    /// <inheritdoc/>
    public override double? DegreesOfFreedomIn(DomainProportion domain) => Frame.DegreesOfFreedomIn(domain);

    /// <inheritdoc/>
    public override Completeness CompletenessOf(DomainProportion domain)
    {
        if (!Frame.HasFinitePopulations)
            return Completeness.Sample;
        var (isSampled, hasSampledPsus) = (false, false);
        foreach (var cell in domain.Cells)
        {
            var stratum = Frame.StratumOf(tabulation.Cells[cell.Cell]);
            isSampled |= stratum.SampledFraction < 1;
            hasSampledPsus |= stratum.LacksVarianceInsidePsus;
        }
        return (isSampled, hasSampledPsus) switch
        {
            (_, true) => Completeness.AllPsus,
            (true, _) => Completeness.Sample,
            _ => Completeness.Census,
        };
    }

    /// <inheritdoc/>
    public override double Covariance(DomainProportion a, DomainProportion b)
    {
        var total = new OverStrata(lonely);
        var clusters = new List<Cluster>();
        var (stratum, unit) = (-1, -1);
        var ofA = a.Cells;
        var ofB = b.Cells;
        while (!ofA.IsEmpty || !ofB.IsEmpty)
        {
            var place = Math.Min(ofA.IsEmpty ? int.MaxValue : ofA[0].Cell, ofB.IsEmpty ? int.MaxValue : ofB[0].Cell);
            var (scoreA, scoreB) = (ScoreOf(place, a, ref ofA), ScoreOf(place, b, ref ofB));
            var cell = tabulation.Cells[place];
            var sums = cell.Sums;
            if (sums.N == 0)
                continue;
            if (Frame.PlaceOfStratum(cell) is var current && current != stratum)
            {
                if (clusters.Count > 0)
                    total.Add(clusters, Frame.Strata[stratum]);
                clusters.Clear();
                (stratum, unit) = (current, -1);
            }
            var weight = sums.W.Value;
            if (!Frame.HasPsus)
                clusters.Add(new Cluster(sums.N, weight * scoreA / sums.N, weight * scoreB / sums.N, sums.SquaresAboutMean * scoreA * scoreB));
            else if (Frame.UnitOf(cell) == unit)
                clusters[^1] = clusters[^1] with { A = clusters[^1].A + (weight * scoreA), B = clusters[^1].B + (weight * scoreB) };
            else
                clusters.Add(new Cluster(1, weight * scoreA, weight * scoreB, 0));
            unit = Frame.UnitOf(cell);
        }
        if (clusters.Count > 0)
            total.Add(clusters, Frame.Strata[stratum]);
        return total.Value;
    }

    /// <summary>The linearized value of the persons of a cell for a domain, 0 outside of it; goes on to the next cell of the domain.</summary>
    private static double ScoreOf(int place, DomainProportion domain, ref ReadOnlySpan<DomainCell> rest)
    {
        if (rest.IsEmpty || rest[0].Cell != place)
            return 0;
        var score = domain.Score(rest[0]);
        rest = rest[1..];
        return score;
    }

    private static string Counted(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>A PSU, or the persons of one cell where each of them is a unit.</summary>
    /// <param name="Units">How many units.</param>
    /// <param name="A">The mean of their linearized totals for the one domain.</param>
    /// <param name="B">The same for the other.</param>
    /// <param name="Spread">Σ of the products of their distances from these means.</param>
    private readonly record struct Cluster(long Units, double A, double B, double Spread);

    /// <summary>Adds up what the strata contribute, in which there is somebody of either domain.</summary>
    private struct OverStrata(LonelyPsuPolicy lonely)
    {
        private double sum;
        private int strata;
        private int known;

        public readonly double Value => lonely != LonelyPsuPolicy.Average ? sum : known == 0 ? double.NaN : sum * strata / known;

        public void Add(List<Cluster> clusters, DesignStratum stratum)
        {
            strata++;
            if (!stratum.IsLonely)
                (sum, known) = (sum + Among(clusters, stratum), known + 1);
            else if (lonely == LonelyPsuPolicy.Adjust)
                sum += (1 - stratum.SampledFraction) * clusters.Sum(cluster => cluster.Spread + (cluster.A * cluster.B));
        }

        /// <summary>(1−f) n/(n−1) Σ (a − ā)(b − b̄) over the units of a stratum, of which those outside of both domains are 0.</summary>
        private static double Among(List<Cluster> clusters, DesignStratum stratum)
        {
            if (stratum.SampledFraction >= 1)
                return 0;
            var n = (double)stratum.Units;
            var (meanA, meanB, touched) = (0d, 0d, 0L);
            foreach (var cluster in clusters)
            {
                meanA += cluster.Units * cluster.A / n;
                meanB += cluster.Units * cluster.B / n;
                touched += cluster.Units;
            }
            var sum = (n - touched) * meanA * meanB;
            foreach (var cluster in clusters)
                sum += cluster.Spread + (cluster.Units * (cluster.A - meanA) * (cluster.B - meanB));
            return (1 - stratum.SampledFraction) * n / (n - 1) * sum;
        }
    }
}
