using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Families;
using BackPain.Stats.Comparisons.Strata;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>Comparisons for people: groups as rows, measures side by side, and one p where one test decides all.</summary>
/// <param name="answer">What was found.</param>
/// <param name="provenance">The provenance.</param>
/// <param name="per">The number of persons that prevalence is reported per: 100 for percent.</param>
internal sealed class ComparisonPage(ComparisonAnswer answer, Provenance provenance, int per)
{
    private readonly SharedFootnotes footnotes = new(answer, provenance);
    private readonly ComparisonColumns columns = new(answer, new SharedFootnotes(answer, provenance), per);

    /// <summary>The pair in words.</summary>
    public static string NameOf(GroupPair pair) => $"{pair.Group.Name} vs {pair.Reference.Name}";

    /// <summary>Arranges the answer.</summary>
    public Table Arrange()
    {
        var layout = columns.Columns();
        var outcomes = answer.Sets.Select(set => set.Outcome).Distinct().ToList();
        var what = outcomes is [var only] ? PrevalenceChart.TitleOf(only) : "Prevalence";
        return new Table
        {
            Name = "comparisons",
            Title = $"{what}, by {answer.Question.Groups}",
            Columns = layout.Columns,
            Rows = [.. outcomes.SelectMany(outcome => RowsOf(outcome, layout, outcomes.Count > 1 ? 1 : 0))],
            Footnotes = [.. Footnotes()],
        };
    }

    private IEnumerable<Row> RowsOf(KeyColumn outcome, TableOf<ComparisonLine> layout, int depth)
    {
        if (depth > 0)
            yield return Row.Heading(PrevalenceChart.TitleOf(outcome), 0);
        foreach (var set in answer.Sets.Where(set => set.Outcome == outcome))
        {
            if (set.Stratum.Count > 0)
                yield return Row.Heading(string.Join(", ", set.Stratum.Select(level => $"{level.Column} {level.Level}")), depth);
            foreach (var row in layout.Arrange("comparisons", columns.LinesOf(set)).Rows)
                yield return row with { Depth = depth + (set.Stratum.Count > 0 ? 1 : 0) };
        }
    }

    private IEnumerable<string> Footnotes()
    {
        var methods = answer.Rows
            .Where(row => row.Measure is not null && (columns.IsLong || row.Method != StratifiedMethods.Klingenberg))
            .Select(row => row.Method.Title)
            .Distinct();
        yield return $"CI: {answer.Question.Level.InPercent}% confidence interval, {string.Join("; ", methods)}.";
        var tests = answer.Rows.Where(row => row.Kind == ComparisonKind.Test).Select(row => row.Method.Title).Distinct().ToList();
        if (tests.Count > 0)
            yield return $"p: {string.Join("; ", tests)}{(answer.Design is null ? "" : "; of each comparison, t of the design")}.";
        var homogeneity = answer.Rows
            .Where(row => row.Kind == ComparisonKind.Homogeneity && row.Method != StratifiedMethods.BreslowDay)
            .Select(row => row.Method.Title)
            .Distinct()
            .ToList();
        if (homogeneity.Count > 0)
            yield return $"adjusted: for {answer.Question.Adjustment}; homog. p: {string.Join("; ", homogeneity)}.";
        if (answer.Rows.Any(row => row.AdjustedP is not null))
            yield return Adjustment(answer.Question.Multiplicity);
        foreach (var sentence in footnotes.OnDesign.Concat(footnotes.Last))
            yield return sentence;
    }

    private string Adjustment(Multiplicity multiplicity)
    {
        var intervals = multiplicity is Unadjusted
            ? ""
            : multiplicity.SimultaneousLevel(answer.Question.Level, 2) is null
                ? $" The intervals are not adjusted: there are none for {multiplicity.Title}."
                : " The intervals hold simultaneously.";
        return multiplicity is Unadjusted
            ? "The p values are not adjusted for the number of comparisons."
            : $"Adjusted p: {multiplicity.Title}, over the pairs of each outcome and stratum.{intervals}";
    }
}
