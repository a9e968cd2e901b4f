using System.CommandLine;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Options;

/// <summary>The option that asks for explanations.</summary>
internal sealed class ExplainOption
{
    private readonly CliOption<bool> explain = CliOption
        .Switch(
            "--explain",
            "Show under the table how each figure is computed: the formula, with the figure's numbers substituted, and the reference.")
        .WithEffect(ReadingEffect.None);

    public Option Option => explain;

    /// <summary>Whether explanations are wanted.</summary>
    /// <exception cref="RequestException">The format cannot show them.</exception>
    public bool IsIn(ParseResult parsed, Renderer renderer)
    {
        if (parsed.GetValue(explain) && !renderer.ShowsExplanations)
            throw new RequestException($"{renderer.Name} cannot show --explain; use table, markdown, html, latex or json.");
        return parsed.GetValue(explain);
    }
}
