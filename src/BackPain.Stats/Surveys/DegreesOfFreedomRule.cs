using System.Globalization;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Surveys;

/// <summary>The rule by which a design-based interval gets its degrees of freedom.</summary>
public abstract record DegreesOfFreedomRule
{
    /// <summary>
    /// PSUs minus strata, counting those with persons of the domain (Korn &amp; Graubard 1999, §5.2); with replicates, the rank of the
    /// replicate weights of its persons minus 1.
    /// </summary>
    /// <remarks>If sums do not reveal that rank, it is that of the design, which is no smaller.</remarks>
    public static DegreesOfFreedomRule OfDomain { get; } = new Domain();

    /// <summary>PSUs minus strata of the whole design; with replicates, the rank of the replicate weights minus 1.</summary>
    public static DegreesOfFreedomRule OfDesign { get; } = new Design();

    /// <summary>A given number, which may be infinite.</summary>
    public static DegreesOfFreedomRule Of(double number) => new Number(number);

    /// <summary>Returns the degrees of freedom, or null if they cannot be determined.</summary>
    public abstract double? ApplyTo(LinearizedStatistic statistic, SurveyVariance variance);

    /// <summary>The rule in words: "of each domain".</summary>
    public abstract string InWords { get; }

    private sealed record Domain : DegreesOfFreedomRule
    {
        public override string InWords => "of each domain";

        public override double? ApplyTo(LinearizedStatistic statistic, SurveyVariance variance) =>
            variance.DegreesOfFreedomIn(statistic) ?? variance.DegreesOfFreedom;
    }

    private sealed record Design : DegreesOfFreedomRule
    {
        public override string InWords => "of the design";

        public override double? ApplyTo(LinearizedStatistic statistic, SurveyVariance variance) => variance.DegreesOfFreedom;
    }

    private sealed record Number(double Value) : DegreesOfFreedomRule
    {
        public override string InWords =>
            double.IsPositiveInfinity(Value) ? "infinite, as given" : string.Create(CultureInfo.InvariantCulture, $"{Value}, as given");

        public override double? ApplyTo(LinearizedStatistic statistic, SurveyVariance variance) => Value;
    }
}
