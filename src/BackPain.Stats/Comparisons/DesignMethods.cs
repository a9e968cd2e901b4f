using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons;

/// <summary>The intervals of comparisons under a sampling design.</summary>
public static class DesignMethods
{
    private static readonly Reference Binder = new(
        "Binder DA (1983). On the variances of asymptotically normal estimators from complex surveys. Int Stat Rev 51:279–292.",
        "10.2307/1402588");

    /// <summary>Estimate ± t·se.</summary>
    public static CitedMethod T { get; } = new("t", "t interval by the sampling design", [Binder]);

    /// <summary>Estimate·exp(±t·se of the logarithm).</summary>
    public static CitedMethod LogT { get; } = new("log-t", "t interval of the logarithm by the sampling design", [Binder]);

    /// <summary>d ∓ √(a² + b²) from the Korn–Graubard limits of each group.</summary>
    public static CitedMethod Hybrid { get; } = new(
        "korn-graubard-hybrid",
        "Korn–Graubard limits of each group, combined",
        [new("Korn EL, Graubard BI (1998). Confidence intervals for proportions with small expected number of positive counts estimated "
            + "from survey data. Surv Methodol 24:193–201.")]);
}
