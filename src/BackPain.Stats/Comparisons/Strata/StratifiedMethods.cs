using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Strata;

/// <summary>The methods that pool strata, as cited in results.</summary>
public static class StratifiedMethods
{
    private static readonly Reference Mantel = new(
        "Mantel N, Haenszel W (1959). Statistical aspects of the analysis of data from retrospective studies of disease. "
        + "J Natl Cancer Inst 22:719–748.",
        "10.1093/jnci/22.4.719");

    /// <summary>The Mantel–Haenszel odds ratio.</summary>
    public static CitedMethod OddsRatio { get; } = new(
        "mantel-haenszel",
        "Mantel–Haenszel, Robins–Breslow–Greenland variance",
        [
            new("Robins J, Breslow N, Greenland S (1986). Estimators of the Mantel–Haenszel variance consistent in both sparse data and "
                + "large-strata limiting models. Biometrics 42:311–323.", "10.2307/2531052"),
            Mantel,
        ]);

    /// <summary>The Mantel–Haenszel ratio of prevalences.</summary>
    public static CitedMethod Ratio { get; } = new(
        "mantel-haenszel",
        "Mantel–Haenszel, Greenland–Robins variance",
        [new("Greenland S, Robins JM (1985). Estimation of a common effect parameter from sparse follow-up data. Biometrics 41:55–68.",
            "10.2307/2530643")]);

    /// <summary>The Mantel–Haenszel difference.</summary>
    public static CitedMethod Difference { get; } = new(
        "sato",
        "Mantel–Haenszel, Sato variance",
        [new("Sato T (1989). On the variance estimator for the Mantel–Haenszel risk difference. Biometrics 45:1323–1324.")]);

    /// <summary>The Mantel–Haenszel difference with Klingenberg's limits.</summary>
    public static CitedMethod Klingenberg { get; } = new(
        "klingenberg",
        "Mantel–Haenszel, Klingenberg limits",
        [new("Klingenberg B (2014). A new and improved confidence interval for the Mantel–Haenszel risk difference. Stat Med 33:2968–2983.",
            "10.1002/sim.6122")]);

    /// <summary>The Cochran–Mantel–Haenszel test.</summary>
    public static CitedMethod Test { get; } = new("cmh", "Cochran–Mantel–Haenszel test", [Mantel]);

    /// <summary>The Breslow–Day test with Tarone's adjustment.</summary>
    public static CitedMethod Tarone { get; } = new(
        "tarone",
        "Breslow–Day test with Tarone's adjustment",
        [new("Tarone RE (1985). On heterogeneity tests based on efficient scores. Biometrika 72:91–95.", "10.1093/biomet/72.1.91")]);

    /// <summary>The Breslow–Day test.</summary>
    public static CitedMethod BreslowDay { get; } = new(
        "breslow-day",
        "Breslow–Day test",
        [new("Breslow NE, Day NE (1980). Statistical Methods in Cancer Research, vol. 1: The Analysis of Case-Control Studies. "
            + "Lyon: IARC (§4.4).")]);

    /// <summary>Cochran's Q of ratios.</summary>
    public static CitedMethod CochranQOfRatios { get; } = new("cochran-q-ratio", "Cochran's Q of the ratios", [Cochran]);

    /// <summary>Cochran's Q of differences.</summary>
    public static CitedMethod CochranQOfDifferences { get; } = new("cochran-q-difference", "Cochran's Q of the differences", [Cochran]);

    private static Reference Cochran => new(
        "Cochran WG (1954). Some methods for strengthening the common χ² tests. Biometrics 10:417–451.", "10.2307/3001616");
}
