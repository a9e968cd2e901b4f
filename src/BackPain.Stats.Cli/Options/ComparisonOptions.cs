using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Families;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that say which groups are compared, and how.</summary>
internal sealed class ComparisonOptions
{
    private readonly CliOption<Stratification?> groups = CliOption
        .Once<Stratification>(
            "--groups",
            "COL[,COL…]",
            "Compare the levels of this column, or of several crossed columns. A column of --bands may be one of them.",
            OptionTexts.TryStratification)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<string?> reference = CliOption
        .Once<string>(
            "--reference",
            "LEVEL|COL=LEVEL,…",
            "The group that others are compared with. Default: the first.",
            OptionTexts.Any)
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<PairRule?> pairs = CliOption
        .Once<PairRule>(
            "--pairs",
            string.Join('|', PairRule.All),
            "Which groups are compared: each with the reference, each with each earlier one (all), with the one before it (adjacent), or with "
                + "all others together (rest). Default: reference.",
            OptionTexts.OneOf(PairRule.All))
        .Offering(PairRule.All.Select(rule => rule.Name))
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<Stratification?> adjust = CliOption
        .Once<Stratification>(
            "--adjust",
            "COL[,COL…]",
            "Beside the crude comparison, pool the strata of these columns (Mantel–Haenszel), with tests of homogeneity. Without a sampling "
                + "design only.",
            OptionTexts.TryStratification)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<bool> trend = CliOption
        .Switch("--trend", "Test whether prevalence rises or falls over the groups, with the departure from that and slopes. Without a "
            + "sampling design only.")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<TrendScores?> scores = CliOption
        .Once<TrendScores>(
            "--scores",
            "LEVEL=NUMBER,…",
            "The scores of the groups in --trend. Default: the levels if they are numbers, else 0, 1, 2, ….",
            TryScores)
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<List<IReadOnlyList<ComparisonMeasure>>> measure =
        TwoGroupOptions.MeasureOption("difference, ratio or odds-ratio of prevalences. Default: all three.");
    private readonly CliOption<List<IReadOnlyList<string>>> method = CliOption
        .Many<IReadOnlyList<string>>(
            "--method",
            "NAME[,NAME…]|all",
            "Interval methods without a sampling design, each for the measures that have it; 'backpain methods --measure MEASURE' lists "
                + "them. Default: miettinen-nurminen.",
            TryMethods)
        .Offering(ComparisonMethods.All.Select(known => known.Name).Distinct(StringComparer.Ordinal).Append("all"))
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<List<IReadOnlyList<string>>> test = CliOption
        .Many<IReadOnlyList<string>>(
            "--test",
            "NAME[,NAME…]",
            $"Tests: {string.Join(", ", TwoGroupTests.All.Select(known => known.Name))}; with a sampling design "
                + $"{string.Join(", ", DesignTest.All.Select(known => known.Name))}. Default: {TwoGroupTests.Default.Name}; "
                + $"with a design {DesignTest.All[0].Name}.",
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

    public OptionGroup Groups => new("Groups", [groups, reference, pairs, adjust, trend, scores]);

    public IReadOnlyList<Option> Measures => [measure, method, test, multiplicity];

    /// <summary>The columns whose levels are compared.</summary>
    /// <exception cref="RequestException">They are missing.</exception>
    public Stratification GroupsIn(ParseResult parsed) =>
        parsed.GetValue(groups) ?? throw new RequestException("--groups is missing; name the column whose levels are compared.");

    /// <summary>The columns that groups are compared by or adjusted for, so that they may have bands.</summary>
    public IReadOnlyList<string> ColumnsIn(ParseResult parsed) =>
        [.. GroupsIn(parsed).Columns, .. parsed.GetValue(adjust)?.Columns ?? []];

    /// <summary>The breakdowns shown: the groups, within everybody and within each breakdown.</summary>
    /// <exception cref="RequestException">A column has two purposes.</exception>
    public IReadOnlyList<Stratification> BreakdownsIn(ParseResult parsed, IReadOnlyList<Stratification> within)
    {
        var (columns, outer) = (GroupsIn(parsed).Columns, within.SelectMany(by => by.Columns).ToList());
        if (outer.Find(columns.Contains) is { } both)
            throw new RequestException($"'{both}' is in --groups and in --by; groups of one level cannot be compared within it.");
        if (parsed.GetValue(adjust)?.Columns.FirstOrDefault(column => columns.Contains(column) || outer.Contains(column)) is { } twice)
            throw new RequestException($"'{twice}' is in --adjust and in {(columns.Contains(twice) ? "--groups" : "--by")}; omit one of them.");
        return [.. within.Select(by => new Stratification([.. by.Columns, .. columns])).Prepend(new Stratification(columns))];
    }

    /// <summary>The breakdowns to be read: those shown, and each within the strata of the adjustment.</summary>
    public IReadOnlyList<Stratification> BreakdownsToRead(ParseResult parsed, IReadOnlyList<Stratification> within)
    {
        var shown = BreakdownsIn(parsed, within);
        return parsed.GetValue(adjust) is { } adjustment
            ? [.. shown, .. shown.Select(by => new Stratification([.. by.Columns, .. adjustment.Columns]))]
            : shown;
    }

    /// <summary>The question that the options ask.</summary>
    /// <exception cref="RequestException">An option does not apply.</exception>
    public ComparisonQuestion QuestionIn(ParseResult parsed, bool hasDesign)
    {
        var rule = parsed.GetValue(pairs) ?? PairRule.WithReference;
        if (parsed.GetValue(reference) is not null && !rule.HasReference)
            throw new RequestException($"--pairs {rule} has no reference; omit --reference.");
        IReadOnlyList<ComparisonMeasure> measures =
            parsed.GetValue(measure) is { Count: > 0 } lists ? [.. lists.SelectMany(list => list).Distinct()] : ComparisonMeasure.All;
        var testNames = NamesIn(parsed, test);
        if (hasDesign && (parsed.GetValue(adjust) is not null || parsed.GetValue(trend)))
            throw new RequestException($"{(parsed.GetValue(trend) ? "--trend" : "--adjust")} knows no sampling design; omit it, or use --unweighted.");
        if (parsed.GetValue(scores) is not null && !parsed.GetValue(trend))
            throw new RequestException("--scores are those of --trend, which is missing.");
        return new ComparisonQuestion
        {
            Groups = GroupsIn(parsed),
            Reference = ReferenceIn(parsed),
            Pairs = rule,
            Measures = measures,
            Methods = MethodsIn(parsed, measures, hasDesign),
            Tests = hasDesign ? [] : [.. testNames.Select(name => TwoGroupTests.Find(name) ?? throw NotHere(name, hasDesign))],
            DesignTests = hasDesign ? [.. testNames.Select(name => DesignTestOf(name) ?? throw NotHere(name, hasDesign))] : [],
            Adjustment = parsed.GetValue(adjust),
            Scores = parsed.GetValue(trend) ? parsed.GetValue(scores) ?? TrendScores.OfLevels : null,
            Multiplicity = parsed.GetValue(multiplicity) ?? Multiplicities.Default,
        };
    }

    private static List<string> NamesIn(ParseResult parsed, CliOption<List<IReadOnlyList<string>>> option) =>
        [.. parsed.GetValue(option)!.SelectMany(list => list).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static DesignTest? DesignTestOf(string name) =>
        DesignTest.All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static RequestException NotHere(string name, bool hasDesign) => new(
        hasDesign
            ? $"the test '{name}' knows no sampling design; use {string.Join(", ", DesignTest.All.Select(test => test.Name))}, or --unweighted."
            : $"the test '{name}' is for a sampling design, and none is given; use {string.Join(", ", TwoGroupTests.All.Select(test => test.Name))}.");

    private List<ComparisonMethod> MethodsIn(ParseResult parsed, IReadOnlyList<ComparisonMeasure> measures, bool hasDesign)
    {
        var names = NamesIn(parsed, method);
        if (names.Count > 0 && hasDesign)
            throw new RequestException("--method knows no sampling design, whose intervals use t and the variance of the design; "
                + "omit it, or use --unweighted.");
        if (names.Contains("all", StringComparer.OrdinalIgnoreCase))
            return [.. measures.SelectMany(ComparisonMethods.Of)];
        var methods = new List<ComparisonMethod>();
        foreach (var name in names)
        {
            var fitting = ComparisonMethods.Find(name).Where(known => measures.Contains(known.Measure)).ToList();
            if (fitting.Count == 0)
                throw new RequestException($"'{name}' is no method for {string.Join(", ", measures.Select(known => known.Name))}.");
            methods.AddRange(fitting);
        }
        return methods;
    }

    private IReadOnlyList<StratumLevel> ReferenceIn(ParseResult parsed)
    {
        if (parsed.GetValue(reference) is not { } text)
            return [];
        var columns = GroupsIn(parsed).Columns;
        var levels = new List<StratumLevel>();
        var rest = text;
        while (columns.Count > 1 || QuotedName.TryTake(text, out _, out var after, '=') && after.StartsWith('=') && text.StartsWith(columns[0], StringComparison.Ordinal))
        {
            if (!QuotedName.TryTake(rest, out var column, out after, '=') || !after.StartsWith('=') || !columns.Contains(column)
                || !QuotedName.TryTake(after[1..], out var level, out rest, ','))
                throw new RequestException($"--reference '{text}' does not name levels of {string.Join(", ", columns)}; write COL=LEVEL,….");
            levels.Add(new StratumLevel(column, level));
            if (rest.Length == 0)
                return levels;
            rest = rest[1..];
        }
        return QuotedName.TryTake(text, out var only, out var end) && end.Length == 0
            ? [new StratumLevel(columns[0], only)]
            : throw new RequestException($"--reference '{text}' is not a level; expected a closing quote, and nothing after it.");
    }

    private static bool TryScores(string text, out TrendScores? value, out string? problem)
    {
        var given = new Dictionary<string, double>(StringComparer.Ordinal);
        (value, problem) = (null, $"'{text}' is not a list of scores; write LEVEL=NUMBER,LEVEL=NUMBER, as in never=0,former=1,current=2");
        for (var rest = $",{text}"; rest.Length > 0;)
        {
            if (!rest.StartsWith(',') || !QuotedName.TryTake(rest[1..], out var level, out var after, '=') || !after.StartsWith('=')
                || !QuotedName.TryTake(after[1..], out var number, out rest, ',')
                || !double.TryParse(
                    number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
                || !given.TryAdd(level, score))
                return false;
        }
        value = new TrendScores(given);
        return true;
    }

    private static bool TryMethods(string text, out IReadOnlyList<string>? value, out string? problem) =>
        TryNames(text, name => name.Equals("all", StringComparison.OrdinalIgnoreCase) || ComparisonMethods.Find(name).Count > 0, "interval method for two groups", out value, out problem);

    private static bool TryTests(string text, out IReadOnlyList<string>? value, out string? problem) =>
        TryNames(text, name => TwoGroupTests.Find(name) is not null || DesignTestOf(name) is not null, "test", out value, out problem);

    private static bool TryNames(string text, Func<string, bool> isKnown, string what, out IReadOnlyList<string>? value, out string? problem)
    {
        value = text.Split(',', StringSplitOptions.TrimEntries);
        var unknown = value.FirstOrDefault(name => !isKnown(name));
        problem = $"'{unknown}' is not a {what}; 'backpain methods --measure difference,ratio,odds-ratio' lists them".Replace("a interval", "an interval", StringComparison.Ordinal);
        return unknown is null;
    }
}
