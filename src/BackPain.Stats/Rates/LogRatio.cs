using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>The interval of indirect standardization with a sampling design: on the log scale, with Student's t.</summary>
public sealed class LogRatio : StandardizationMethod
{
    /// <inheritdoc/>
    public override string Name => "log-ratio";

    /// <inheritdoc/>
    public override string Title => "Log ratio by the sampling design";

    /// <inheritdoc/>
    public override string Formula => "exp(ln(O/E) ± t·SE), O = Σwy, E = Σwr, r the rate of the reference, SE by the design";

    /// <inheritdoc/>
    public override Reference Reference => new("Korn EL, Graubard BI (1999). Analysis of Health Surveys. New York: Wiley (§2.5, §5.2).");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "The method of indirect standardization where there is a sampling design; others do not apply there.";

    /// <inheritdoc/>
    public override string Weakness => "Like every interval on the log scale, too wide for few cases.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Undefined; the Korn–Graubard limits of the crude prevalence, over what was expected, with the note ratio-at-edge.";
}
