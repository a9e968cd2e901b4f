using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>A way to put a two-sided confidence interval around a proportion. Each method is one file, and says of itself all that help and documentation need.</summary>
/// <remarks>
/// A method gives its lower limit only. The upper limit is the lower limit of the non-cases, seen from the other end, so that no
/// method can treat cases and non-cases differently. The limits at 0 and n are assigned here, once, for all.
/// </remarks>
public abstract class IntervalMethod
{
    private const double Rounding = 1e-12;

    /// <summary>The canonical name, as typed and as printed.</summary>
    public abstract string Name { get; }

    /// <summary>Other names by which people know it.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>The name in a text: "Wilson score".</summary>
    public abstract string Title { get; }

    /// <summary>The definition, on one line.</summary>
    public abstract string Formula { get; }

    /// <summary>Who published it.</summary>
    public abstract Reference Reference { get; }

    /// <summary>The method as results cite it.</summary>
    public CitedMethod Citation => new(Name, Title, [Reference]);

    /// <summary>When it is a good choice.</summary>
    public abstract string WhenToUse { get; }

    /// <summary>What is wrong with it.</summary>
    public abstract string Weakness { get; }

    /// <summary>What it gives when nobody, or everybody, is a case.</summary>
    public abstract string AtTheEdges { get; }

    /// <summary>The interval around whole persons, taken as a simple random sample.</summary>
    public ConfidenceInterval Around(Proportion proportion, ConfidenceLevel level) => Around(EffectiveSample.Of(proportion), level);

    /// <summary>The interval: inside [0,1], around x/n, exactly 0 at the lower end when x = 0 and exactly 1 at the upper when x = n.</summary>
    public ConfidenceInterval Around(EffectiveSample sample, ConfidenceLevel level)
    {
        var lower = sample.X == 0 ? 0 : Lower(sample, level).P;
        var upper = sample.X == sample.N ? 1 : Lower(sample.Mirrored(), level).Q;
        // A sample that a design made can have less than half a case, and then some formulas pass the estimate.
        return new ConfidenceInterval(Math.Clamp(lower, 0, sample.Estimate), Math.Clamp(upper, sample.Estimate, 1));
    }

    /// <summary>Whether a normal quantile stands in its formula, for which a design puts Student's t; else a design's degrees of freedom go into the size of the sample (Korn &amp; Graubard 1998).</summary>
    public virtual bool HasQuantile => true;

    /// <summary>Whether it gives an interval of some width by itself at x = 0 and x = n.</summary>
    public virtual bool HasEdges => true;

    /// <summary>What a reader of this interval around this sample must know, if anything.</summary>
    public virtual Note? NoteOn(EffectiveSample sample) => null;

    /// <summary>How the interval comes about, step by step.</summary>
    public Explanation Explain(EffectiveSample sample, ConfidenceLevel level) =>
        Explain(sample, level, [new("p̂", "x/n, cases over persons", $"{sample.X}/{sample.N}", sample.Estimate)]);

    /// <summary>How the interval comes about, after steps that lead to the sample.</summary>
    public Explanation Explain(EffectiveSample sample, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var steps = before.ToList();
        steps.AddRange(Steps(sample, Around(sample, level), level));
        return new Explanation(Citation, steps, [.. RemarksOn(sample, steps)]);
    }

    /// <summary>The steps from p̂ to the limits. A limit that is assigned because x = 0 or x = n needs none.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="interval">The interval, for methods that show that it solves an equation.</param>
    /// <param name="level">The confidence level.</param>
    protected internal abstract IEnumerable<ExplanationStep> Steps(EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level);

    /// <summary>Where the lower limit of whole persons surely lies, for a method whose limit takes time to solve for; nothing for a closed formula.</summary>
    public virtual LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) => null;

    /// <summary>The lower limit and its complement, for a sample with cases. It may fall below 0; it is cut off there.</summary>
    /// <param name="sample">x &gt; 0.</param>
    /// <param name="level">The confidence level.</param>
    protected internal abstract UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level);

    /// <summary>The step that gives z.</summary>
    protected static ExplanationStep Quantile(EffectiveSample sample, ConfidenceLevel level) => double.IsFinite(sample.DegreesOfFreedom)
        ? new("z", "t⁻¹(1 − α/2; df), Student's quantile in place of the normal one", $"t⁻¹(1 − {level.Alpha}/2; {sample.DegreesOfFreedom})", sample.CriticalValue(level))
        : new("z", "Φ⁻¹(1 − α/2), the normal quantile", $"Φ⁻¹(1 − {level.Alpha}/2)", sample.CriticalValue(level));

    /// <summary>The step that gives the probability left in each tail.</summary>
    protected static ExplanationStep Tail(ConfidenceLevel level) => new("α/2", "(1 − level)/2, what is left in each tail", $"(1 − {level.Value})/2", level.Tail);

    private IEnumerable<string> RemarksOn(EffectiveSample sample, List<ExplanationStep> steps)
    {
        if (NoteOn(sample) is { } note)
            yield return note.Text;
        if (sample.X == 0)
            yield return "There are no cases, so the lower limit is 0 by definition.";
        if (sample.X == sample.N)
            yield return "Everybody is a case, so the upper limit is 1 by definition.";
        if (steps.Exists(step => (step.Quantity == ExplanationStep.Lower && step.Value > sample.Estimate * (1 + Rounding)) || (step.Quantity == ExplanationStep.Upper && step.Value < sample.Estimate * (1 - Rounding))))
            yield return "A limit that passes the estimate is the estimate.";
        if (sample.X > 0 && steps.Exists(step => step.Quantity == ExplanationStep.Lower && step.Value < 0))
            yield return "A proportion is not below 0, so the lower limit is cut off there.";
        if (sample.X < sample.N && steps.Exists(step => step.Quantity == ExplanationStep.Upper && step.Value > 1))
            yield return "A proportion is not above 1, so the upper limit is cut off there.";
    }
}
