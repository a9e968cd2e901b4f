using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Trends;

/// <summary>The methods for trends, as cited in results.</summary>
public static class TrendMethods
{
    private static readonly Reference Armitage = new(
        "Armitage P (1955). Tests for linear trends in proportions and frequencies. Biometrics 11:375–386.", "10.2307/3001775");

    /// <summary>The test of trend.</summary>
    public static CitedMethod Test { get; } = new("cochran-armitage", "Cochran–Armitage test of trend", [Armitage]);

    /// <summary>The test of departure.</summary>
    public static CitedMethod Departure { get; } = new("departure", "Departure from trend", [Armitage]);

    /// <summary>The slope of the prevalence.</summary>
    public static CitedMethod Linear { get; } = new(
        "linear",
        "Least squares with robust variance (HC0)",
        [new("White H (1980). A heteroskedasticity-consistent covariance matrix estimator and a direct test for heteroskedasticity. "
            + "Econometrica 48:817–838.", "10.2307/1912934")]);

    /// <summary>The slope of the logarithm of the prevalence.</summary>
    public static CitedMethod ModifiedPoisson { get; } = new(
        "modified-poisson",
        "Poisson regression with robust variance",
        [new("Zou G (2004). A modified Poisson regression approach to prospective studies with binary data. Am J Epidemiol 159:702–706.",
            "10.1093/aje/kwh090")]);

    /// <summary>The slope of the logarithm of the odds.</summary>
    public static CitedMethod Logistic { get; } = new(
        "logistic",
        "Logistic regression",
        [new("Cox DR (1958). The regression analysis of binary sequences. J R Stat Soc B 20:215–242.")]);
}
