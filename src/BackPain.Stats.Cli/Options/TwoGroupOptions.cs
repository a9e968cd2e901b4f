using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that concern the comparison of two groups: the measures, and the counts of a reference.</summary>
internal sealed class TwoGroupOptions
{
    private readonly CliOption<List<IReadOnlyList<ComparisonMeasure>>> measure = MeasureOption(
        "With --versus, only these measures; without, list the methods and tests for two groups.");
    private readonly CliOption<Proportion?> versus = CliOption.Once<Proportion?>(
        "--versus",
        "X/N",
        "With --cases and --persons: the cases and persons of a reference to compare with, such as 30/160.",
        TryProportion);

    public Option Measure => measure;

    public Option Versus => versus;

    /// <summary>Creates an option for measures.</summary>
    public static CliOption<List<IReadOnlyList<ComparisonMeasure>>> MeasureOption(string description) => CliOption
        .Many<IReadOnlyList<ComparisonMeasure>>("--measure", "NAME[,NAME…]", description, TryMeasures)
        .Offering(ComparisonMeasure.All.Select(known => known.Name))
        .WithEffect(ReadingEffect.None);

    /// <summary>Whether two groups are meant rather than one proportion.</summary>
    public bool IsIn(ParseResult parsed) => parsed.GetValue(versus) is not null || parsed.GetValue(measure)!.Count > 0;

    /// <summary>The reference; null if none was given.</summary>
    public Proportion? ReferenceIn(ParseResult parsed) => parsed.GetValue(versus);

    /// <summary>The measures requested, each once; all if none were requested.</summary>
    public IReadOnlyList<ComparisonMeasure> MeasuresIn(ParseResult parsed) =>
        parsed.GetValue(measure) is { Count: > 0 } lists ? [.. lists.SelectMany(list => list).Distinct()] : ComparisonMeasure.All;

    private static bool TryMeasures(string text, out IReadOnlyList<ComparisonMeasure>? value, out string? problem)
    {
        (value, problem) = (null, null);
        var measures = new List<ComparisonMeasure>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (ComparisonMeasure.Find(name) is { } one)
                measures.Add(one);
            else
                problem = $"'{name}' is not a measure; expected difference, ratio or odds-ratio";
        }
        value = measures;
        return problem is null;
    }

    private static bool TryProportion(string text, out Proportion? value, out string? problem)
    {
        (value, problem) = (null, $"'{text}' is not a proportion; write it as cases/persons, such as 30/160");
        if (text.Split('/') is not [var before, var after]
            || !OptionTexts.TryCount(before.Trim(), out var cases, out _) || !OptionTexts.TryCount(after.Trim(), out var persons, out _))
            return false;
        if (persons == 0 || cases > persons)
        {
            problem = string.Create(
                CultureInfo.InvariantCulture,
                $"{cases} cases of {persons} persons are impossible; give at least one person and no more cases than persons");
            return false;
        }
        value = new Proportion(cases!.Value, persons!.Value);
        return true;
    }
}
