using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>A sampling design as a whole: what a reader of its estimates must know of it.</summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="variance">How its variances are computed.</param>
/// <param name="choices">What was chosen.</param>
public sealed class DesignSummary(Tabulation tabulation, SurveyVariance variance, SurveyChoices choices)
{
    private readonly Sums all = tabulation.Cells.Where(cell => tabulation.IsSampled(cell)).Aggregate(default(Sums), (sum, cell) => sum + cell.Sums);

    /// <summary>The column of weights; null where there is none.</summary>
    public string? Weight => HasInferredWeights ? null : tabulation.Weighting?.Name;

    /// <summary>Whether nobody gave weights, and they follow from the finite populations.</summary>
    public bool HasInferredWeights => tabulation.Weighting is { IsInferred: true };

    /// <summary>The column of strata, if there is one.</summary>
    public string? StrataColumn => ColumnOf(KeyRole.DesignStratum);

    /// <summary>The column of PSUs, if there is one.</summary>
    public string? PsuColumn => ColumnOf(KeyRole.Psu);

    /// <summary>The column of the units of the second stage, if there is one.</summary>
    public string? SsuColumn => ColumnOf(KeyRole.Ssu);

    /// <summary>The columns of finite populations, that of the first stage first, as they are typed; null if there is none.</summary>
    public string? FpcColumns =>
        new[] { ColumnOf(KeyRole.Fpc), ColumnOf(KeyRole.SecondFpc) }.OfType<string>().ToList() is { Count: > 0 } columns ? QuotedName.Join(columns) : null;

    /// <summary>How weights follow from the finite populations, in symbols.</summary>
    public string InferredWeightFormula => ColumnOf(KeyRole.SecondFpc) is null ? "N/n" : "N/n·M/m";

    /// <summary>The replicate weights; 0 where the variance is linearized.</summary>
    public int Replicates => tabulation.Weighting?.Replicates.Count ?? 0;

    /// <summary>How the variances are computed.</summary>
    public SurveyVariance Variance => variance;

    /// <summary>The strata and units; nothing for replicates.</summary>
    public SamplingFrame? Frame => (variance as LinearizedVariance)?.Frame;

    /// <summary>What was chosen.</summary>
    public SurveyChoices Choices => choices;

    /// <summary>Everybody in the sample.</summary>
    public long Persons => all.N;

    /// <summary>Σw over everybody in the sample.</summary>
    public double SumOfWeights => all.W.Value;

    /// <summary>(Σw)²/Σw², the effective size of a sample whose weights have nothing to do with the answers (Kish 1965, §11.7); not a number where nobody has a weight.</summary>
    public double KishEffectiveSize => all.W.Value / all.W2.Value * all.W.Value;

    /// <summary>What a reader should know of the weights.</summary>
    public IEnumerable<Note> Notes
    {
        get
        {
            if (Weight is not null && Replicates == 0 && StrataColumn is null && PsuColumn is null && double.IsFinite(KishEffectiveSize))
                yield return new Note("kish-effective-size", string.Create(CultureInfo.InvariantCulture, $"Weights without strata, PSUs or replicates: the sample is taken for one of independent persons. By Kish's formula its {Persons} persons are worth {KishEffectiveSize:F1} of equal weight."));
            if (HasInferredWeights)
                yield return new Note("weights-inferred", $"No weights were given: every person counts {InferredWeightFormula}, the units in the population over those in the sample{(ColumnOf(KeyRole.SecondFpc) is null ? "" : ", of the design stratum and of the PSU")}, from the finite populations {FpcColumns}.");
            if (WeightsLookNormalized)
                yield return new Note("weights-normalized", string.Create(CultureInfo.InvariantCulture, $"The weights {Weight} add up to the number of persons, as normalized weights do: proportions are right, sums of weights are no counts of a population."));
            if (ReplicatesLookLikeFactors)
                yield return new Note("replicates-like-factors", $"The replicate weights do not go with the weights {Weight}: they look like factors by which these are to be multiplied, but whole weights are expected, and factors give wrong standard errors. Multiply them by the weights first.");
        }
    }

    /// <summary>Whether the weights differ and yet add up to the number of persons, as normalized weights do, so that they are no counts of a population.</summary>
    public bool WeightsLookNormalized => Weight is not null && Math.Abs(SumOfWeights - Persons) < 1e-4 * Persons && all.SquaresAboutMean > 1e-9 * SumOfWeights;

    /// <summary>Whether the rows show it, or every replicate adds up to less than half of the weights. Whole replicate weights add up to about as much.</summary>
    private bool ReplicatesLookLikeFactors =>
        tabulation.Weighting is { ReplicatesLookLikeFactors: true } || (Replicates > 0 && Enumerable.Range(0, Replicates).All(r => tabulation.Cells.Sum(cell => cell.Replicates[r].Value) < 0.5 * SumOfWeights));

    private string? ColumnOf(KeyRole role) => tabulation.Columns.Find(role)?.Name;
}
