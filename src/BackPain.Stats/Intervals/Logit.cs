using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The logit interval: a Wald interval on the log-odds scale.</summary>
/// <remarks>expit(logit p̂ ± z√(n/(x(n−x)))). At x = 0 and x = n the logit is undefined, and the Clopper–Pearson limits are used.</remarks>
public sealed class Logit : IntervalMethod
{
    private static readonly ClopperPearson AtEdge = new();

    /// <inheritdoc/>
    public override string Name => "logit";

    /// <inheritdoc/>
    public override string Title => "Logit";

    /// <inheritdoc/>
    public override string Formula => "expit(logit p̂ ± z√(n/(x(n−x))))";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Brown LD, Cai TT, DasGupta A (2001). Interval estimation for a binomial proportion. Stat Sci 16:101–133 (§4.1.3).",
        "10.1214/ss/1009213286");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "For consistency with logistic regression and with survey software, where it is the usual interval for a weighted proportion.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Too wide in small samples and for rare conditions; undefined at 0/n and n/n; "
        + "above the 98 % level the upper limit for 2/n is below that for 1/n.";

    /// <inheritdoc/>
    public override string AtTheEdges => "Undefined; the Clopper–Pearson limits are given, with the note logit-undefined.";

    /// <inheritdoc/>
    public override bool HasEdges => false;

    /// <inheritdoc/>
    public override Note? NoteOn(EffectiveSample sample) => sample.X == 0 || sample.NonCases == 0 ? Note.LogitUndefined : null;

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, y, n, z) = (sample.X, sample.NonCases, sample.N, sample.CriticalValue(level));
        if (x == 0 || y == 0)
        {
            foreach (var step in AtEdge.Steps(sample, interval, level))
                yield return step;
            yield break;
        }
        yield return Quantile(sample, level);
        var logit = Math.Log(x / y);
        yield return new("logit p̂", "log(x/(n−x))", $"log({x}/{y})", logit);
        var half = z * Math.Sqrt(n / (x * y));
        yield return new("half width", "z√(n/(x(n−x)))", $"{z}·√({n}/({x}·{y}))", half);
        yield return new(
            ExplanationStep.Lower,
            "1/(1 + exp(−(logit p̂ − half width)))",
            $"1/(1 + exp(−({logit} − {half})))",
            1 / (1 + Math.Exp(half - logit)));
        yield return new(
            ExplanationStep.Upper,
            "1/(1 + exp(−(logit p̂ + half width)))",
            $"1/(1 + exp(−({logit} + {half})))",
            1 / (1 + Math.Exp(-half - logit)));
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level)
    {
        var (x, y, n) = (sample.X, sample.NonCases, sample.N);
        return y == 0
            ? AtEdge.Lower(sample, level)
            : UnitPoint.FromLogit(Math.Log(x / y) - (sample.CriticalValue(level) * Math.Sqrt(n / x / y)));
    }
}
