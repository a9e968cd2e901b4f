using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using BackPain.Stats.Cli.Analyses;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Reports;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Tests.Results;

/// <summary>
/// An analysis that the program does not have: a crude and an adjusted ratio beside a reference row, with three columns of its own.
/// Renderers, pictures, values in sentences and the choice of rows show it without knowing it.
/// </summary>
public class MadeUpAnalysisTests
{
    private static readonly Ratio[] Ratios =
    [
        new("never", 2752, 7903, null, null),
        new("former", 1621, 4088, new(1.14, 1.086, 1.197), new(1.09, 1.03, 1.15)),
        new("current", 1417, 3300, new(1.233, 1.173, 1.296), new(1.29, 1.2, double.PositiveInfinity)),
    ];

    private static readonly Cli.Results.Result Made = new(people => people ? ForPeople() : ForMachines())
    {
        Chart = new Chart([.. Ratios.SelectMany(MarksOf)], Measure.RatioOf("Prevalence ratios", "PR"), ConfidenceLevel.Default),
        Methods = [new CitedMethod("made-up", "Made up", [new("Nobody (2026). Nothing."), new("Somebody (2026). Something.", "10.1/x")])],
        Explanations = [new("current", new Explanation(new CitedMethod("made-up", "Made up", [new("Nobody (2026). Nothing."), new("Somebody (2026). Something.", "10.1/x")]), [new("PR", "p₁/p₀", $"{0.4294}/{0.3482}", 1.233)], []))],
        Provenance = new Provenance(["made-up"], [], [], []),
    };

    [Fact]
    public void Json_nests_strata_behind_the_outcome_and_has_every_column()
    {
        using var json = JsonDocument.Parse(Rendered("json"));
        var rows = json.RootElement.GetProperty("ratios").EnumerateArray().ToList();
        Assert.Equal("current", rows[2].GetProperty("strata").GetProperty("smoking").GetString());
        Assert.Equal(1.233, rows[2].GetProperty("crude").GetDouble());
        Assert.Equal("inf", rows[2].GetProperty("upper").GetString());
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("ratio").ValueKind);
        Assert.Contains("Nobody (2026). Nothing.; Somebody", json.RootElement.GetProperty("explanations")[0].GetProperty("reference").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_every_digit_and_writes_infinity() =>
        Assert.Equal("period,P3M,pain,current,1417,3300,1.233,1.173,1.296,1.29,1.2,inf,made-up", Rendered("csv").Split('\n')[3]);

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("latex")]
    public void Every_format_for_people_shows_both_estimates_and_the_reference(string format)
    {
        var text = Rendered(format);
        Assert.Contains("1.14 (1.09", text, StringComparison.Ordinal);
        Assert.Contains("1.09 (1.03", text, StringComparison.Ordinal);
        Assert.Contains("1 (reference)", text, StringComparison.Ordinal);
        Assert.Contains("Somebody (2026)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("intervals")]
    public void A_picture_has_a_mark_for_each_estimate_and_a_line_at_no_difference(string kind)
    {
        var svg = XDocument.Parse(PictureCatalogue.Find(kind)!.Draw(Made.Chart!, new Style(StandsAlone: true)));
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.Contains("PR (95% CI)", texts);
        Assert.Contains("1 (reference)", texts);
        Assert.Contains("1.14 (1.09–1.20)", texts);
        Assert.Contains("1.29 (1.20–∞)", texts);
        Assert.Equal(2, texts.Count(text => text == "adjusted"));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞\" ", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_shows_it_too() => Assert.Contains("1.09 (1.03–1.15)", TerminalPicture.Draw(Made.Chart!, new Style()), StringComparison.Ordinal);

    [Theory]
    [InlineData("smoking=former", "interval", "1.09 (1.03–1.15)")]
    [InlineData("smoking=former", "crude_interval", "1.14 (1.09–1.20)")]
    [InlineData("smoking=former", "crude_limits", "1.09–1.20")]
    [InlineData("smoking=former", "fraction", "1621/4088")]
    [InlineData("smoking=former", "ratio", "1.09")]
    public void Sentences_find_each_estimate_by_its_role(string row, string field, string expected)
    {
        var only = Assert.Single(RowChoice.In(Made.Rows, row));
        Assert.Equal(expected, ValueResolver.TextOf(only, Made.Rows, field, new Style()));
    }

    [Fact]
    public void The_row_that_is_not_broken_down_is_not_found_among_strata() => Assert.Empty(RowChoice.In(Made.Rows, "overall"));

    private static string Rendered(string format)
    {
        using var stream = new MemoryStream();
        var renderer = Renderers.Find(format)!;
        renderer.Render(Made.TableFor(renderer.IsForPeople), stream, new Style());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Table ForMachines() => StrataColumns.OutcomeAnd(
        [new Stratification(["smoking"])],
        new TableOf<Ratio>()
            .Count("cases", row => row.Cases, ColumnRole.Cases)
            .Count("n", row => row.Persons, ColumnRole.Persons)
            .Ratio("crude", row => row.Crude?.Estimate, ColumnRole.Estimate, of: "crude")
            .Ratio("crude_lower", row => row.Crude?.Lower, ColumnRole.Lower, of: "crude")
            .Ratio("crude_upper", row => row.Crude?.Upper, ColumnRole.Upper, of: "crude")
            .Ratio("ratio", row => row.Adjusted?.Estimate, ColumnRole.Estimate)
            .Ratio("lower", row => row.Adjusted?.Lower, ColumnRole.Lower)
            .Ratio("upper", row => row.Adjusted?.Upper, ColumnRole.Upper)
            .Text("method", _ => "made-up", ColumnRole.Method),
        _ => KeyColumn.Outcome("pain", RecallPeriod.Period(RecallSpan.TryParse("P3M", out var span) ? span : throw new InvalidOperationException())),
        row => [new StratumLevel("smoking", row.Level)]).Arrange("ratios", Ratios);

    private static Table ForPeople() => new TableOf<Ratio>()
        .Text("smoking", row => row.Level)
        .Add(new Column("crude", ColumnKind.RatioInterval, "crude PR"), row => Shown(row.Crude))
        .Add(new Column("adjusted", ColumnKind.RatioInterval, "adjusted PR"), row => Shown(row.Adjusted))
        .Arrange("ratios", Ratios) with
    { Title = "Made up" };

    private static object Shown(IntervalCell? cell) => cell is { } known ? known : "1 (reference)";

    private static IEnumerable<Mark> MarksOf(Ratio row)
    {
        IReadOnlyList<StratumLevel> stratum = [new("smoking", row.Level)];
        var counts = new Fraction(row.Cases, row.Persons);
        if (row.Crude is null)
            return [new("Ratios", stratum, new("crude", "Made up", IsHollow: true), counts, new IntervalCell(1, null, null), IsReference: true)];
        return
        [
            new("Ratios", stratum, new("crude", "Made up", IsHollow: true), counts, row.Crude),
            new("Ratios", stratum, new("adjusted", "Made up"), counts, row.Adjusted),
        ];
    }

    private sealed record Ratio(string Level, long Cases, long Persons, IntervalCell? Crude, IntervalCell? Adjusted);
}
