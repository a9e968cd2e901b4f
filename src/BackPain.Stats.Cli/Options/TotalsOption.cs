using System.CommandLine;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Options;

/// <summary>The option that asks for the numbers of cases in the population.</summary>
internal sealed class TotalsOption
{
    private readonly CliOption<bool> totals = CliOption
        .Switch("--totals", "Show how many cases there are in the population: the sum of the weights of the cases, with its interval.")
        .WithEffect(ReadingEffect.None);

    public Option Option => totals;

    /// <summary>Whether totals are wanted.</summary>
    /// <exception cref="RequestException">There are no weights to make totals of.</exception>
    public bool IsIn(ParseResult parsed, Tabulation tabulation)
    {
        if (parsed.GetValue(totals) && InferredWeights.In(tabulation).Weighting is null)
            throw new RequestException(
                "--totals are sums of weights, which say for how many persons of the population one stands; "
                    + "name their column with --weight.");
        return parsed.GetValue(totals);
    }
}
