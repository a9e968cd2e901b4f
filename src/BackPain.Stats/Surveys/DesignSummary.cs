using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>A summary of a sampling design for the readers of its estimates.</summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="variance">The variance estimator.</param>
/// <param name="choices">The choices made.</param>
public sealed class DesignSummary(Tabulation tabulation, SurveyVariance variance, SurveyChoices choices)
{
    private readonly Sums all = tabulation.Cells
        .Where(cell => tabulation.IsSampled(cell))
        .Aggregate(default(Sums), (sum, cell) => sum + cell.Sums);

    /// <summary>The column of weights; null if there is none.</summary>
    public string? Weight => HasInferredWeights ? null : tabulation.Weighting?.Name;

    /// <summary>Whether the weights were not given but inferred from the finite populations.</summary>
    public bool HasInferredWeights => tabulation.Weighting is { IsInferred: true };

    /// <summary>The column of design strata; null if there is none.</summary>
    public string? StrataColumn => ColumnOf(KeyRole.DesignStratum);

    /// <summary>The column of PSUs; null if there is none.</summary>
    public string? PsuColumn => ColumnOf(KeyRole.Psu);

    /// <summary>The column of second-stage units; null if there is none.</summary>
    public string? SsuColumn => ColumnOf(KeyRole.Ssu);

    /// <summary>The columns of finite populations, separated by a comma, the first stage first; null if there are none.</summary>
    public string? FpcColumns =>
        new[] { ColumnOf(KeyRole.Fpc), ColumnOf(KeyRole.SecondFpc) }.OfType<string>().ToList() is { Count: > 0 } columns
            ? QuotedName.Join(columns)
            : null;

    /// <summary>The formula by which weights are inferred from the finite populations.</summary>
    public string InferredWeightFormula => ColumnOf(KeyRole.SecondFpc) is null ? "N/n" : "N/n·M/m";

    /// <summary>The number of replicate weights; 0 if the variance is linearized.</summary>
    public int Replicates => tabulation.Weighting?.Replicates.Count ?? 0;

    /// <summary>The variance estimator.</summary>
    public SurveyVariance Variance => variance;

    /// <summary>The strata and units; null for replicate weights.</summary>
    public SamplingFrame? Frame => (variance as LinearizedVariance)?.Frame;

    /// <summary>The choices made.</summary>
    public SurveyChoices Choices => choices;

    /// <summary>The number of persons in the sample.</summary>
    public long Persons => all.N;

    /// <summary>Σw over everybody in the sample.</summary>
    public double SumOfWeights => all.W.Value;

    /// <summary>
    /// (Σw)²/Σw², the effective size of a sample whose weights are unrelated to the answers (Kish 1965, §11.7); NaN if all are zero.
    /// </summary>
    public double KishEffectiveSize => all.W.Value / all.W2.Value * all.W.Value;

    /// <summary>The notes on the weights.</summary>
    public IEnumerable<Note> Notes
    {
        get
        {
            if (Weight is not null && Replicates == 0 && StrataColumn is null && PsuColumn is null && double.IsFinite(KishEffectiveSize))
            {
                yield return new Note(
                    "kish-effective-size",
                    $"There are weights but no strata, PSUs or replicates, so persons are treated as sampled independently. "
                    + $"By Kish's formula the {Persons} persons are equivalent to {KishEffectiveSize:F1} with equal weights.");
            }
            if (HasInferredWeights)
            {
                var units = ColumnOf(KeyRole.SecondFpc) is null ? "" : " for the design stratum and the PSU";
                yield return new Note(
                    "weights-inferred",
                    $"No weights were given, so every person counts {InferredWeightFormula}, the number of units in the population divided "
                    + $"by that in the sample{units}, according to the finite populations {FpcColumns}.");
            }
            if (WeightsLookNormalized)
            {
                yield return new Note(
                    "weights-normalized",
                    $"The weights {Weight} add up to the number of persons, as normalized weights do: proportions are correct, "
                    + $"but sums of weights are not population counts.");
            }
            if (ReplicatesLookLikeFactors)
            {
                yield return new Note(
                    "replicates-like-factors",
                    $"The replicate weights are not on the scale of the weights {Weight}: they look like factors by which the weights have "
                    + $"yet to be multiplied. Complete replicate weights are expected, and factors give wrong standard errors; "
                    + $"multiply them by the weights first.");
            }
        }
    }

    /// <summary>Whether the weights differ but add up to the number of persons, as normalized weights do.</summary>
    public bool WeightsLookNormalized =>
        Weight is not null
        && Math.Abs(SumOfWeights - Persons) < 1e-4 * Persons
        && all.SquaresAboutMean > 1e-9 * SumOfWeights;

    /// <summary>
    /// Whether the rows show it, or the sum of every replicate is less than half the sum of the weights; complete replicate weights have
    /// about the same sum.
    /// </summary>
    private bool ReplicatesLookLikeFactors =>
        tabulation.Weighting is { ReplicatesLookLikeFactors: true }
        || (Replicates > 0 && Enumerable.Range(0, Replicates).All(r => SumOf(r) < 0.5 * SumOfWeights));

    private double SumOf(int replicate) => tabulation.Cells.Sum(cell => cell.Replicates[replicate].Value);

    private string? ColumnOf(KeyRole role) => tabulation.Columns.Find(role)?.Name;
}
