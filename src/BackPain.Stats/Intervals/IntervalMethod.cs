using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>
/// A method of computing a two-sided confidence interval for a proportion. Each method is one file and provides everything that help
/// and documentation say about it.
/// </summary>
/// <remarks>
/// A method implements only its lower limit. The upper limit is one minus the lower limit for the non-cases, so that no method can
/// treat cases and non-cases differently. The lower limit at x = 0 and the upper limit at x = n are assigned here for all methods.
/// </remarks>
public abstract class IntervalMethod : DocumentedMethod
{
    private const double Rounding = 1e-12;

    /// <summary>Other accepted names.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>Computes the interval for counts from a simple random sample.</summary>
    public ConfidenceInterval Around(Proportion proportion, ConfidenceLevel level) => Around(EffectiveSample.Of(proportion), level);

    /// <summary>
    /// Computes the interval. It lies within [0, 1] and contains x/n; the lower limit is exactly 0 if x = 0, and the upper limit exactly
    /// 1 if x = n.
    /// </summary>
    public ConfidenceInterval Around(EffectiveSample sample, ConfidenceLevel level)
    {
        var lower = sample.X == 0 ? 0 : Lower(sample, level).P;
        var upper = sample.NonCases == 0 ? 1 : Lower(sample.Mirrored(), level).Q;
        // An effective sample can have less than half a case, and some formulas then cross the estimate.
        return new ConfidenceInterval(Math.Clamp(lower, 0, sample.Estimate), Math.Clamp(upper, sample.Estimate, 1));
    }

    /// <summary>
    /// Whether the formula contains a normal quantile, which is replaced by Student's t for a sampling design. For other methods the
    /// degrees of freedom of the design adjust the effective sample size (Korn &amp; Graubard 1998).
    /// </summary>
    public virtual bool HasQuantile => true;

    /// <summary>Whether the method itself defines an interval of positive width at x = 0 and x = n.</summary>
    public virtual bool HasEdges => true;

    /// <summary>Returns the note that accompanies the interval for a sample, or null if there is none.</summary>
    public virtual Note? NoteOn(EffectiveSample sample) => null;

    /// <summary>Explains how the interval is computed, step by step.</summary>
    public Explanation Explain(EffectiveSample sample, ConfidenceLevel level) =>
        Explain(sample, level, [new("p̂", "x/n, cases over persons", $"{sample.X}/{sample.N}", sample.Estimate)]);

    /// <summary>Explains how the interval is computed, after the steps that derive the effective sample.</summary>
    public Explanation Explain(EffectiveSample sample, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var steps = before.ToList();
        steps.AddRange(Steps(sample, Around(sample, level), level));
        return new Explanation(Citation, steps, [.. RemarksOn(sample, steps)]);
    }

    /// <summary>Returns the steps from p̂ to the limits. A limit that is assigned because x = 0 or x = n has no steps.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="interval">The interval, for methods that show that its limits solve an equation.</param>
    /// <param name="level">The confidence level.</param>
    protected internal abstract IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level);

    /// <summary>
    /// Returns bounds on the lower limit for counts, if the method has to solve for that limit iteratively; null if the limit has a
    /// closed formula.
    /// </summary>
    public virtual LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) => null;

    /// <summary>Computes the lower limit and its complement for a sample with cases. A result below 0 is truncated by the caller.</summary>
    /// <param name="sample">A sample with x &gt; 0.</param>
    /// <param name="level">The confidence level.</param>
    protected internal abstract UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level);

    /// <summary>The step that computes z, or Student's t for a sampling design.</summary>
    protected static ExplanationStep Quantile(EffectiveSample sample, ConfidenceLevel level) => double.IsFinite(sample.DegreesOfFreedom)
        ? new(
            "z",
            "t⁻¹(1 − α/2; df), Student's t quantile instead of the normal quantile",
            $"t⁻¹(1 − {level.Alpha}/2; {sample.DegreesOfFreedom})",
            sample.CriticalValue(level))
        : new("z", "Φ⁻¹(1 − α/2), the normal quantile", $"Φ⁻¹(1 − {level.Alpha}/2)", sample.CriticalValue(level));

    /// <summary>The step that computes the probability left in each tail.</summary>
    protected static ExplanationStep Tail(ConfidenceLevel level) => new(
        "α/2",
        "(1 − level)/2, the probability in each tail",
        $"(1 − {level.Value})/2",
        level.Tail);

    private static bool PassesEstimate(ExplanationStep step, double estimate) => step.Quantity switch
    {
        ExplanationStep.Lower => step.Value > estimate * (1 + Rounding),
        ExplanationStep.Upper => step.Value < estimate * (1 - Rounding),
        _ => false,
    };

    private IEnumerable<string> RemarksOn(EffectiveSample sample, List<ExplanationStep> steps)
    {
        if (NoteOn(sample) is { } note)
            yield return note.Text;
        if (sample.X == 0)
            yield return "There are no cases, so the lower limit is 0 by definition.";
        if (sample.NonCases == 0)
            yield return "Everybody is a case, so the upper limit is 1 by definition.";
        if (steps.Exists(step => PassesEstimate(step, sample.Estimate)))
            yield return "A limit on the wrong side of the estimate is set to the estimate.";
        if (sample.X > 0 && steps.Exists(step => step.Quantity == ExplanationStep.Lower && step.Value < 0))
            yield return "A proportion cannot be less than 0, so the lower limit is truncated to 0.";
        if (sample.NonCases > 0 && steps.Exists(step => step.Quantity == ExplanationStep.Upper && step.Value > 1))
            yield return "A proportion cannot be greater than 1, so the upper limit is truncated to 1.";
    }
}
