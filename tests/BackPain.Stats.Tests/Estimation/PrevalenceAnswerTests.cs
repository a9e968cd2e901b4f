using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Estimation;

/// <summary>Estimates from a small study whose counts can be checked by eye.</summary>
public class PrevalenceAnswerTests
{
    private static readonly KeyColumn Now = KeyColumn.Outcome("now", RecallPeriod.Point);
    private static readonly KeyColumn Ever = KeyColumn.Outcome("ever", RecallPeriod.Lifetime);

    private static readonly Level Refused = Level.Missing("9");

    // sex, smoking, now, ever, persons; the last two rows are not of the subpopulation.
    private static readonly Tabulation Study = Of(
        ("male", "never", Level.Case, Level.Case, 3),
        ("male", "never", Level.NonCase, Level.NonCase, 5),
        ("male", "current", Level.NonCase, Level.Case, 2),
        ("male", "", Level.Case, Level.NonCase, 1),
        ("female", "never", Refused, Level.Case, 4),
        ("female", "never", Level.NonCase, Refused, 6),
        ("outside", "", null, null, 7),
        ("outside", "", null, null, 8));

    [Fact]
    public void The_overall_row_counts_everybody_with_a_known_answer()
    {
        var now = Answer(new()).Estimates[0];
        Assert.Equal((4, 17, 4), (now.Cases, now.Persons, now.Missing));
        Assert.Equal(4 / 17d, now.Prevalence);
        // Wilson 1927, by hand in mpmath: 4/17 at 95 %.
        Assert.Equal(0.09555044322080115, now.Intervals[0].Interval!.Value.Lower, 1e-15);
    }

    [Fact]
    public void Every_person_read_is_in_a_figure_or_accounted_for()
    {
        var answer = Answer(new() { Stratifications = [new("smoking")] });
        Assert.Equal(36, answer.Counted.Persons);
        foreach (var outcome in new[] { Now, Ever })
        {
            var outside = Persons(answer, AttritionStep.Outside, null);
            var unanswered = Persons(answer, AttritionStep.OutcomeMissing, outcome);
            var unplaced = Persons(answer, AttritionStep.StratumMissing, outcome);
            var rows = answer.Estimates.Where(estimate => estimate.Outcome == outcome).ToList();
            Assert.Equal(36, outside + unanswered + rows[0].Persons);
            Assert.Equal(36, outside + unanswered + unplaced + rows.Skip(1).Sum(row => row.Persons));
        }
        Assert.Equal(15, Persons(answer, AttritionStep.Outside, null));
    }

    [Fact]
    public void Every_combination_of_the_levels_seen_has_a_row_also_without_anybody()
    {
        var rows = Rows(Answer(new() { Stratifications = [new("sex", "smoking")], Overall = false }), Now);
        Assert.Equal(["female current 0/0", "female never 0/6", "male current 0/2", "male never 3/8"], rows);
    }

    [Fact]
    public void Strata_without_anybody_can_be_left_out()
    {
        var rows = Rows(Answer(new() { Stratifications = [new("sex", "smoking")], Overall = false, EmptyStrata = false }), Now);
        Assert.Equal(["female never 0/6", "male current 0/2", "male never 3/8"], rows);
    }

    [Fact]
    public void Persons_of_unknown_stratum_are_left_out_or_a_stratum()
    {
        Assert.Equal(["current 0/2", "never 3/14"], Rows(Answer(new() { Stratifications = [new("smoking")], Overall = false }), Now));
        Assert.Equal(["current 0/2", "never 3/14", "(missing) 1/1"], Rows(Answer(new() { Stratifications = [new("smoking")], Overall = false, UnknownStratum = UnknownStratum.Level }), Now));
    }

    [Fact]
    public void The_overall_row_stays_also_without_anybody()
    {
        var nobody = new TabulationBuilder([KeyColumn.Outside, Now]);
        nobody.Add([Tabulation.NoLevel, nobody.CodeOf(1, Refused)], Sums.Unweighted(3));
        var row = Assert.Single(PrevalenceAnswer.To(new() { EmptyStrata = false }, nobody.Build()).Estimates);
        Assert.Equal((0, 0, 3), (row.Cases, row.Persons, row.Missing));
        Assert.Single(PrevalenceAnswer.To(new() { EmptyStrata = false }, new TabulationBuilder([KeyColumn.Outside, Now]).Build()).Estimates);
    }

    [Fact]
    public void Persons_who_were_not_asked_are_accounted_for_and_their_levels_have_rows()
    {
        var builder = new TabulationBuilder([KeyColumn.Outside, KeyColumn.By("sex"), Now, Ever]);
        builder.Add([Tabulation.NoLevel, builder.CodeOf(1, Level.Value("f")), builder.CodeOf(2, Level.Case), Tabulation.NoLevel], Sums.Unweighted(4));
        builder.Add([Tabulation.NoLevel, builder.CodeOf(1, Level.Value("m")), Tabulation.NoLevel, builder.CodeOf(3, Level.Case)], Sums.Unweighted(5));
        var answer = PrevalenceAnswer.To(new() { Stratifications = [new("sex")] }, builder.Build());
        Assert.Equal((5L, 4L), (Persons(answer, AttritionStep.NotAsked, Now), Persons(answer, AttritionStep.NotAsked, Ever)));
        Assert.Equal([" 4/4", "f 4/4", "m 0/0"], Rows(answer, Now));
    }

    [Fact]
    public void A_value_that_reads_like_the_missing_level_stays_apart_from_it()
    {
        var builder = new TabulationBuilder([KeyColumn.Outside, KeyColumn.By("sex"), Now]);
        foreach (var level in new[] { Level.Value("(missing)"), Level.Missing("empty") })
            builder.Add([Tabulation.NoLevel, builder.CodeOf(1, level), builder.CodeOf(2, Level.Case)], Sums.Unweighted(1));
        var answer = PrevalenceAnswer.To(new() { Stratifications = [new("sex")], UnknownStratum = UnknownStratum.Level, Overall = false }, builder.Build());
        Assert.Equal(["(missing) 1/1", "((missing)) 1/1"], Rows(answer, Now));
    }

    [Fact]
    public void A_stratum_without_anybody_says_why_there_is_no_estimate()
    {
        var empty = Answer(new() { Stratifications = [new("sex", "smoking")], Overall = false, Methods = IntervalMethods.All }).Estimates[0];
        Assert.Null(empty.Prevalence);
        Assert.Equal(12, empty.Intervals.Count);
        Assert.All(empty.Intervals, interval =>
        {
            Assert.Null(interval.Interval);
            Assert.Equal([Note.NoDenominator], interval.Notes);
        });
    }

    [Fact]
    public void A_case_now_who_was_never_ill_is_a_contradiction()
    {
        var contradiction = Assert.Single(Answer(new()).Counted.Contradictions);
        Assert.Equal((Now, Ever, 1), (contradiction.Shorter, contradiction.Longer, contradiction.Persons));
    }

    [Fact]
    public void Two_outcomes_of_the_same_recall_are_two_conditions_and_not_compared()
    {
        Assert.Empty(RecallContradiction.Comparable([Now, Ever, KeyColumn.Outcome("neck", RecallPeriod.Point)]));
        Assert.Equal([Now, Ever], RecallContradiction.Comparable([Ever, Now]));
    }

    [Theory]
    [InlineData("++++", null)]
    [InlineData("----", null)]
    [InlineData("-?++", null)]
    [InlineData("+?-+", "02")]
    [InlineData("+-++", "01")]
    [InlineData("+++-", "23")]
    [InlineData("-+-+", "12")]
    public void A_person_contradicts_himself_at_the_first_no_after_a_yes(string answers, string? places)
    {
        var found = RecallContradiction.FirstIn([.. answers.Select(answer => answer switch { '+' => LevelKind.Case, '-' => LevelKind.NonCase, _ => (LevelKind?)LevelKind.Missing })]);
        Assert.Equal(places, found is { } pair ? $"{pair.Shorter}{pair.Longer}" : null);
    }

    [Fact]
    public void More_strata_than_anybody_can_read_are_refused()
    {
        var builder = new TabulationBuilder([KeyColumn.By("a"), KeyColumn.By("b"), Now]);
        for (var i = 0; i < 1100; i++)
            builder.Add([builder.CodeOf(0, Level.Value($"{i}")), builder.CodeOf(1, Level.Value($"{i}")), builder.CodeOf(2, Level.Case)], Sums.Unweighted(1));
        var (question, tabulation) = (new PrevalenceQuestion { Stratifications = [new("a", "b")] }, builder.Build());
        Assert.Throws<TooManyStrataException>(() => PrevalenceAnswer.To(question, tabulation));
        Assert.Equal(1101, PrevalenceAnswer.To(question with { EmptyStrata = false }, tabulation).Estimates.Count);
    }

    private static PrevalenceAnswer Answer(PrevalenceQuestion question) => PrevalenceAnswer.To(question, Study);

    private static long Persons(PrevalenceAnswer answer, AttritionStep step, KeyColumn? outcome) =>
        answer.Counted.Attrition.Where(entry => entry.Step == step && entry.Outcome == outcome).Sum(entry => entry.Persons);

    private static IEnumerable<string> Rows(PrevalenceAnswer answer, KeyColumn outcome) =>
        answer.Estimates.Where(estimate => estimate.Outcome == outcome).Select(estimate => $"{string.Join(' ', estimate.Stratum.Select(level => level.Level))} {estimate.Cases}/{estimate.Persons}");

    private static Tabulation Of(params (string Sex, string Smoking, Level? Now, Level? Ever, long Persons)[] rows)
    {
        var builder = new TabulationBuilder([KeyColumn.Outside, KeyColumn.By("sex"), KeyColumn.By("smoking"), Now, Ever]);
        foreach (var (sex, smoking, now, ever, persons) in rows)
        {
            builder.Add(
                now is null
                    ? [builder.CodeOf(0, Level.Outside("not adult")), Tabulation.NoLevel, Tabulation.NoLevel, Tabulation.NoLevel, Tabulation.NoLevel]
                    :
                    [
                        Tabulation.NoLevel,
                        builder.CodeOf(1, Level.Value(sex)),
                        builder.CodeOf(2, smoking.Length == 0 ? Level.Missing("empty") : Level.Value(smoking)),
                        builder.CodeOf(3, now.Value),
                        builder.CodeOf(4, ever!.Value),
                    ],
                Sums.Unweighted(persons));
        }
        return builder.Build();
    }
}
