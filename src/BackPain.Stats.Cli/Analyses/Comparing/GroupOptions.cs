using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>The options that say which groups are compared, within what, and whether a trend over them is sought.</summary>
internal sealed class GroupOptions
{
    private readonly CliOption<Stratification?> groups = CliOption
        .Once<Stratification>(
            "--groups",
            "COL[,COL…]",
            "Compare the levels of this column, or of several crossed columns. A column of --bands may be one of them.",
            OptionTexts.TryStratification)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<string?> reference = CliOption
        .Once<string>("--reference", "LEVEL|COL=LEVEL,…", "The group that others are compared with. Default: the first.", OptionTexts.Any)
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<PairRule?> pairs = CliOption
        .Once<PairRule>(
            "--pairs",
            string.Join('|', PairRule.All),
            "Which groups are compared: each with the reference, each with each earlier one (all), with the one before it (adjacent), or "
                + "with all others together (rest). Default: reference.",
            OptionTexts.OneOf(PairRule.All))
        .Offering(PairRule.All.Select(rule => rule.Name))
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<Stratification?> adjust = CliOption
        .Once<Stratification>(
            "--adjust",
            "COL[,COL…]",
            "Beside the crude comparison, pool the strata of these columns (Mantel–Haenszel), with tests of homogeneity. Without a "
                + "sampling design only.",
            OptionTexts.TryStratification)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<bool> trend = CliOption
        .Switch(
            "--trend",
            "Test whether prevalence rises or falls over the groups, with the departure from that and slopes. Without a sampling design "
                + "only.")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<TrendScores?> scores = CliOption
        .Once<TrendScores>(
            "--scores",
            "LEVEL=NUMBER,…",
            "The scores of the groups in --trend. Default: the levels if they are numbers, else 0, 1, 2, ….",
            TryScores)
        .WithEffect(ReadingEffect.None);

    public OptionGroup Group => new("Groups", [groups, reference, pairs, adjust, trend, scores]);

    /// <summary>The columns that groups are compared by or adjusted for, so that they may have bands.</summary>
    /// <exception cref="RequestException">No groups are named.</exception>
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
            throw new RequestException(
                $"'{twice}' is in --adjust and in {(columns.Contains(twice) ? "--groups" : "--by")}; omit one of them.");
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

    /// <summary>The question about groups, without measures and methods.</summary>
    /// <exception cref="RequestException">An option does not apply.</exception>
    public ComparisonQuestion QuestionIn(ParseResult parsed, bool hasDesign)
    {
        var rule = parsed.GetValue(pairs) ?? PairRule.WithReference;
        if (parsed.GetValue(reference) is not null && !rule.HasReference)
            throw new RequestException($"--pairs {rule} has no reference; omit --reference.");
        if (hasDesign && (parsed.GetValue(adjust) is not null || parsed.GetValue(trend)))
            throw new RequestException(
                $"{(parsed.GetValue(trend) ? "--trend" : "--adjust")} knows no sampling design; omit it, or use --unweighted.");
        if (parsed.GetValue(scores) is not null && !parsed.GetValue(trend))
            throw new RequestException("--scores are those of --trend, which is missing.");
        return new ComparisonQuestion
        {
            Groups = GroupsIn(parsed),
            Reference = ReferenceIn(parsed),
            Pairs = rule,
            Adjustment = parsed.GetValue(adjust),
            Scores = parsed.GetValue(trend) ? parsed.GetValue(scores) ?? TrendScores.OfLevels : null,
        };
    }

    private Stratification GroupsIn(ParseResult parsed) =>
        parsed.GetValue(groups) ?? throw new RequestException("--groups is missing; name the column whose levels are compared.");

    private IReadOnlyList<StratumLevel> ReferenceIn(ParseResult parsed)
    {
        if (parsed.GetValue(reference) is not { } text)
            return [];
        var columns = GroupsIn(parsed).Columns;
        if (LevelsIn(text) is { } levels && levels.All(level => columns.Contains(level.Column)))
            return levels;
        if (columns is [var only] && QuotedName.TryTake(text, out var name, out var after) && after.Length == 0)
            return [new StratumLevel(only, name)];
        throw new RequestException($"--reference '{text}' does not name levels of {string.Join(", ", columns)}; write COL=LEVEL,….");
    }

    /// <summary>COL=LEVEL,…; null if the text is not that.</summary>
    private static List<StratumLevel>? LevelsIn(string text)
    {
        var levels = new List<StratumLevel>();
        for (var rest = $",{text}"; rest.Length > 0;)
        {
            if (!rest.StartsWith(',') || !QuotedName.TryTake(rest[1..], out var column, out var after, '=') || !after.StartsWith('=')
                || !QuotedName.TryTake(after[1..], out var level, out rest, ','))
                return null;
            levels.Add(new StratumLevel(column, level));
        }
        return levels;
    }

    private static bool TryScores(string text, out TrendScores? value, out string? problem)
    {
        var given = new Dictionary<string, double>(StringComparer.Ordinal);
        (value, problem) = (null, $"'{text}' is not a list of scores; write LEVEL=NUMBER,LEVEL=NUMBER, as in never=0,former=1,current=2");
        foreach (var (level, number) in LevelsIn(text) ?? [])
        {
            if (!double.TryParse(
                    number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
                || !double.IsFinite(score)
                || !given.TryAdd(level, score))
                return false;
        }
        value = new TrendScores(given);
        return given.Count > 0;
    }
}
