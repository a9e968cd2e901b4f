using System.Globalization;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Surveys;

/// <summary>How many degrees of freedom a design-based interval has.</summary>
public abstract record DegreesOfFreedomRule
{
    /// <summary>
    /// PSUs minus strata, among those with anybody of the domain (Korn &amp; Graubard 1999, §5.2); with replicates, the rank of the
    /// replicate weights of its persons minus 1.
    /// </summary>
    /// <remarks>Where sums do not show that rank, it is that of the design, which is no smaller.</remarks>
    public static DegreesOfFreedomRule OfDomain { get; } = new Domain();

    /// <summary>PSUs less strata of the whole design; with replicates the rank of their weights less 1.</summary>
    public static DegreesOfFreedomRule OfDesign { get; } = new Design();

    /// <summary>A number, also an infinite one.</summary>
    public static DegreesOfFreedomRule Of(double number) => new Number(number);

    /// <summary>The degrees of freedom; nothing where they cannot be told.</summary>
    public abstract double? ApplyTo(LinearizedStatistic statistic, SurveyVariance variance);

    /// <summary>What the rule says, in words.</summary>
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
