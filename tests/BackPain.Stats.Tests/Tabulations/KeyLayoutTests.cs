using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Tabulations;

public class KeyLayoutTests
{
    private static readonly KeyColumn Pain = KeyColumn.Outcome("pain", RecallPeriod.Point);
    private static readonly KeyColumn Ever = KeyColumn.Outcome("pain", RecallPeriod.Lifetime);

    [Fact]
    public void Keys_are_ordered_by_role_and_otherwise_as_given()
    {
        var layout = new KeyLayout(
        [
            Ever, KeyColumn.By("sex"), KeyColumn.Outside, KeyColumn.SecondFpc("m"), KeyColumn.Fpc("n"), Pain, KeyColumn.By("age"),
            KeyColumn.Ssu("s"), KeyColumn.Psu("p"), KeyColumn.DesignStratum("h"),
        ]);
        Assert.Equal(["h", "p", "s", "n", "m", "outside", "sex", "age", "pain", "pain"], layout.Select(key => key.Name));
        Assert.Equal([0, 1, 2, 3, 4], layout.Design.Select(entry => entry.Index));
        Assert.Equal([6, 7], layout.By.Select(entry => entry.Index));
        Assert.Equal([(8, Ever), (9, Pain)], layout.Outcomes);
        Assert.All(layout.Design.Concat(layout.By).Concat(layout.Outcomes), entry => Assert.Equal(entry.Index, layout.IndexOf(entry.Key)));
    }

    [Fact]
    public void A_key_that_is_absent_has_no_index()
    {
        var layout = new KeyLayout([KeyColumn.By("psu"), Pain]);
        Assert.Equal((-1, -1, -1), (layout.IndexOf(KeyRole.Psu), layout.IndexOf(KeyColumn.Psu("psu")), layout.IndexOf(Ever)));
        Assert.Null(layout.Find(KeyRole.Psu));
        Assert.Empty(layout.Design);
    }

    [Fact]
    public void A_key_occurs_once() => Assert.Throws<ArgumentException>(() => new KeyLayout([Pain, KeyColumn.By("sex"), Pain]));

    [Fact]
    public void A_union_has_every_key_once_and_gives_its_indexes_in_each_part()
    {
        var (first, second) = (new KeyLayout([KeyColumn.By("sex"), Pain]), new KeyLayout([KeyColumn.By("sex"), Ever]));
        var union = KeyLayout.Union([first, second]);
        Assert.Equal([KeyColumn.By("sex"), Pain, Ever], union);
        Assert.Equal([0, -1, 1], union.IndexesIn(second));
    }

    [Fact]
    public void An_additional_key_takes_the_place_of_its_role() =>
        Assert.Equal(
            [KeyColumn.DesignStratum("site"), KeyColumn.Psu("p"), Pain],
            new KeyLayout([KeyColumn.Psu("p"), Pain]).With(KeyColumn.DesignStratum("site")));

    [Fact]
    public void Answers_are_by_columns_and_outcomes_and_nothing_else_is_cleared()
    {
        var layout = new KeyLayout([KeyColumn.Psu("p"), KeyColumn.Outside, KeyColumn.By("sex"), Pain]);
        int[] codes = [3, 1, 2, 0];
        layout.ClearAnswers(codes);
        Assert.Equal([3, 1, Tabulation.NoLevel, Tabulation.NoLevel], codes);
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(layout.IsAnswer));
        Assert.Equal([KeyColumn.Psu("p"), KeyColumn.Outside, KeyColumn.By("sex"), Ever], layout.WithOutcomes([Ever]));
    }
}
