using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Families;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>The options that say how groups are compared: measures, interval methods, tests and the adjustment of p values.</summary>
internal sealed class ComparisonOptions
{
    private const string AllMethods = "all";

    private readonly CliOption<List<IReadOnlyList<ComparisonMeasure>>> measure =
        TwoGroupOptions.MeasureOption("difference, ratio or odds-ratio of prevalences. Default: all three.");
    private readonly CliOption<List<IReadOnlyList<string>>> method = CliOption
        .Many<IReadOnlyList<string>>(
            "--method",
            "NAME[,NAME…]|all",
            "Interval methods without a sampling design, each for the measures that have it; 'backpain methods --measure MEASURE' lists "
                + "them. Default: miettinen-nurminen.",
            TryMethods)
        .Offering(ComparisonMethods.All.Select(known => known.Name).Distinct(StringComparer.Ordinal).Append(AllMethods))
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<List<IReadOnlyList<string>>> test = CliOption
        .Many<IReadOnlyList<string>>(
            "--test",
            "NAME[,NAME…]",
            $"Tests: {SimpleTests}; with a sampling design {DesignTests}. Default: {TwoGroupTests.Default.Name}; with a design "
                + $"{DesignTest.All[0].Name}.",
            TryTests)
        .Offering(TwoGroupTests.All.Select(known => known.Name).Concat(DesignTest.All.Select(known => known.Name)))
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<Multiplicity?> multiplicity = CliOption
        .Once<Multiplicity>(
            "--multiplicity",
            string.Join('|', Multiplicities.All),
            "How the p values of several pairs are adjusted for their number. Default: holm.",
            OptionTexts.OneOf(Multiplicities.All))
        .Offering(Multiplicities.All.Select(known => known.Name))
        .WithEffect(ReadingEffect.None);

    public IReadOnlyList<Option> All => [measure, method, test, multiplicity];

    private static string SimpleTests => string.Join(", ", TwoGroupTests.All.Select(known => known.Name));

    private static string DesignTests => string.Join(", ", DesignTest.All.Select(known => known.Name));

    /// <summary>Adds the measures and methods to a question about groups.</summary>
    /// <exception cref="RequestException">An option does not apply.</exception>
    public ComparisonQuestion Complete(ComparisonQuestion question, ParseResult parsed, bool hasDesign)
    {
        IReadOnlyList<ComparisonMeasure> measures =
            parsed.GetValue(measure) is { Count: > 0 } lists ? [.. lists.SelectMany(list => list).Distinct()] : ComparisonMeasure.All;
        var tests = NamesIn(parsed, test);
        return question with
        {
            Measures = measures,
            Methods = MethodsIn(parsed, measures, hasDesign),
            Tests = hasDesign ? [] : [.. tests.Select(name => TwoGroupTests.Find(name) ?? throw NotHere(name, hasDesign))],
            DesignTests = hasDesign ? [.. tests.Select(name => DesignTestOf(name) ?? throw NotHere(name, hasDesign))] : [],
            Multiplicity = parsed.GetValue(multiplicity) ?? Multiplicities.Default,
        };
    }

    private static List<string> NamesIn(ParseResult parsed, CliOption<List<IReadOnlyList<string>>> option) =>
        [.. parsed.GetValue(option)!.SelectMany(list => list).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static DesignTest? DesignTestOf(string name) =>
        DesignTest.All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static RequestException NotHere(string name, bool hasDesign) => new(
        hasDesign
            ? $"the test '{name}' knows no sampling design; use {DesignTests}, or --unweighted."
            : $"the test '{name}' is for a sampling design, and none is given; use {SimpleTests}.");

    private List<ComparisonMethod> MethodsIn(ParseResult parsed, IReadOnlyList<ComparisonMeasure> measures, bool hasDesign)
    {
        var names = NamesIn(parsed, method);
        if (names.Count > 0 && hasDesign)
            throw new RequestException("--method knows no sampling design, whose intervals use t and the variance of the design; "
                + "omit it, or use --unweighted.");
        if (names.Contains(AllMethods, StringComparer.OrdinalIgnoreCase))
            return [.. measures.SelectMany(ComparisonMethods.Of)];
        var methods = new List<ComparisonMethod>();
        foreach (var name in names)
        {
            var fitting = ComparisonMethods.Find(name).Where(known => measures.Contains(known.Measure)).ToList();
            if (fitting.Count == 0)
                throw new RequestException(
                    $"'{name}' is no method for {string.Join(", ", measures.Select(known => known.Name))}; use "
                        + $"{string.Join(", ", measures.SelectMany(ComparisonMethods.Of).Select(known => known.Name).Distinct())}.");
            methods.AddRange(fitting);
        }
        return methods;
    }

    private static bool TryMethods(string text, out IReadOnlyList<string>? value, out string? problem) => TryNames(
        text,
        name => name.Equals(AllMethods, StringComparison.OrdinalIgnoreCase) || ComparisonMethods.Find(name).Count > 0,
        "an interval method for two groups",
        out value,
        out problem);

    private static bool TryTests(string text, out IReadOnlyList<string>? value, out string? problem) => TryNames(
        text, name => TwoGroupTests.Find(name) is not null || DesignTestOf(name) is not null, "a test", out value, out problem);

    private static bool TryNames(
        string text, Func<string, bool> isKnown, string what, out IReadOnlyList<string>? value, out string? problem)
    {
        value = text.Split(',', StringSplitOptions.TrimEntries);
        var unknown = value.FirstOrDefault(name => !isKnown(name));
        problem = $"'{unknown}' is not {what}; 'backpain methods --measure difference,ratio,odds-ratio' lists them";
        return unknown is null;
    }
}
