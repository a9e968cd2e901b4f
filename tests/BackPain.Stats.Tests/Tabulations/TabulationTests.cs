using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Tabulations;

public class TabulationTests
{
    private static readonly KeyColumn Sex = KeyColumn.By("sex");
    private static readonly KeyColumn Pain = KeyColumn.Outcome("pain", RecallPeriod.Point);

    [Fact]
    public void Sums_come_out_with_the_same_bits_in_any_order_and_from_any_parts()
    {
        // Numbers of very different size, which plain addition rounds differently in every order.
        var random = new Random(7);
        var numbers = Enumerable.Range(0, 1000).Select(_ => Math.ScaleB(random.NextDouble(), random.Next(-20, 40))).ToArray();
        var whole = Sum(numbers).Value;
        for (var trial = 0; trial < 50; trial++)
        {
            random.Shuffle(numbers);
            var cut = random.Next(numbers.Length);
            Assert.Equal(whole, (Sum(numbers[..cut]) + Sum(numbers[cut..])).Value);
        }

        static DoubleDouble Sum(double[] part) => part.Aggregate((DoubleDouble)0d, (sum, number) => sum + number);
    }

    [Fact]
    public void Many_cells_are_each_found_again()
    {
        var builder = new TabulationBuilder([KeyColumn.By("a"), KeyColumn.By("b")]);
        for (var i = 0; i < 50_000; i++)
            builder.Add([builder.CodeOf(0, Level.Value($"{i % 211}")), builder.CodeOf(1, Level.Value($"{i % 97}"))], Sums.Unweighted(1));
        var tabulation = builder.Build();
        Assert.Equal(211 * 97, tabulation.Cells.Count);
        Assert.Equal(50_000, tabulation.Persons);
        Assert.All(tabulation.Cells, cell => Assert.InRange(cell.Sums.N, 2, 3));
    }

    /// <summary>Keys that take one, two and four numbers of 64 bits; cells of one person, of many, and of weight 0; with and without replicates.</summary>
    [Theory]
    [InlineData(3, 5, 0)]
    [InlineData(3, 300, 0)]
    [InlineData(9, 300, 0)]
    [InlineData(24, 300, 0)]
    [InlineData(3, 5, 2)]
    [InlineData(24, 300, 2)]
    public void Cells_are_those_of_a_dictionary(int width, int levels, int replicates)
    {
        var random = new Random(width + levels + replicates);
        var expected = new SortedDictionary<string, (long N, decimal W, decimal W2, decimal R)>(StringComparer.Ordinal);
        var weighting = new Weighting("w", [.. Enumerable.Range(0, replicates).Select(r => new Replicate($"r{r}", 1))]);
        TabulationBuilder[] parts = [Builder(), Builder()];
        for (var row = 0; row < 4000; row++)
        {
            var builder = parts[random.Next(2)];
            // The last half of the rows repeats few combinations.
            var key = Enumerable.Range(0, width).Select(place => row < 2000 ? random.Next(levels) : place == 0 ? random.Next(3) : 1).ToArray();
            var (weight, other) = (random.Next(5), random.Next(5));
            builder.Add([.. key.Select((level, place) => level == 0 ? Tabulation.NoLevel : builder.CodeOf(place, Level.Value($"{level:D3}")))], Sums.OfPerson(weight), Enumerable.Repeat((DoubleDouble)other, replicates).ToArray());
            var text = string.Join(',', key.Select(level => level == 0 ? "" : $"{level:D3}"));
            var (n, w, w2, r) = expected.GetValueOrDefault(text);
            expected[text] = (n + 1, w + weight, w2 + (weight * weight), r + other);
        }
        parts[0].Add(parts[1]);
        var tabulation = parts[0].Build();
        Assert.Equal(
            expected.Select(entry => $"{entry.Key}: {entry.Value.N} {entry.Value.W} {entry.Value.W2} {string.Join(' ', Enumerable.Repeat(entry.Value.R, replicates))}"),
            tabulation.Cells.Select(cell => $"{string.Join(',', Enumerable.Range(0, width).Select(place => tabulation.LevelOf(cell, place)?.Text))}: {cell.Sums.N} {cell.Sums.W.Value} {cell.Sums.W2.Value} {string.Join(' ', cell.Replicates.ToArray().Select(sum => sum.Value))}"));
        Assert.Throws<InvalidOperationException>(parts[0].Build);

        TabulationBuilder Builder() => new(Enumerable.Range(0, width).Select(place => KeyColumn.By($"k{place}")), weighting);
    }

    [Fact]
    public void Keys_whose_texts_run_together_are_different_cells()
    {
        var tabulation = Of(["a|", "a"], ["b", "|b"], ["a", "b"]);
        Assert.Equal(3, tabulation.Cells.Count);

        static Tabulation Of(params string[][] rows)
        {
            var builder = new TabulationBuilder([KeyColumn.By("x"), KeyColumn.By("y")]);
            foreach (var row in rows)
                builder.Add([builder.CodeOf(0, Level.Value(row[0])), builder.CodeOf(1, Level.Value(row[1]))], Sums.Unweighted(1));
            return builder.Build();
        }
    }

    [Fact]
    public void Parts_add_up_to_the_whole_whatever_levels_each_has_seen()
    {
        var sum = Tabulation.SumOf([Study(("male", Level.Case, 2)), Study(("female", Level.NonCase, 3), ("male", Level.Case, 1))]);
        var whole = Study(("male", Level.Case, 3), ("female", Level.NonCase, 3));
        Assert.Equal(Rows(whole), Rows(sum));
    }

    [Fact]
    public void A_question_that_a_part_did_not_ask_is_not_asked_there()
    {
        var other = new TabulationBuilder([Sex, KeyColumn.Outcome("ever", RecallPeriod.Lifetime)]);
        other.Add([other.CodeOf(0, Level.Value("male")), other.CodeOf(1, Level.Case)], Sums.Unweighted(5));
        var sum = Tabulation.SumOf([Study(("male", Level.Case, 2)), other.Build()]);
        Assert.Equal(["male,,case 5", "male,case, 2"], Rows(sum));
    }

    [Fact]
    public void Parts_broken_down_by_different_columns_do_not_add_up()
    {
        var builder = new TabulationBuilder([KeyColumn.By("age"), Pain]);
        Assert.Throws<ArgumentException>(() => Tabulation.SumOf([Study(("male", Level.Case, 2)), builder.Build()]));
    }

    [Theory]
    [InlineData("10,9,100", "9,10,100")]
    [InlineData("60+,<20,40-59,20-39", "<20,20-39,40-59,60+")]
    [InlineData("10-19,0-9,100-109", "0-9,10-19,100-109")]
    [InlineData("never,current,former", "current,former,never")]
    [InlineData("10,9,unknown", "10,9,unknown")]
    [InlineData("b,B,a", "B,a,b")]
    [InlineData("２,١٠,9", "9,١٠,２")]
    public void Levels_are_in_the_order_of_their_numbers_or_else_of_their_characters(string seen, string ordered) =>
        Assert.Equal(ordered, Ordered(seen, []));

    [Fact]
    public void Levels_are_in_the_order_of_the_codebook_where_there_is_one() =>
        Assert.Equal("never,former,current,other", Ordered("current,other,never,former", ["never", "former", "current"]));

    private static string Ordered(string seen, string[] declared) =>
        string.Join(',', LevelOrder.Arrange(seen.Split(',').Select(Level.Value), declared).Select(level => level.Text));

    private static Tabulation Study(params (string Sex, Level Answer, long Persons)[] rows)
    {
        var builder = new TabulationBuilder([Sex, Pain]);
        foreach (var (sex, answer, persons) in rows)
            builder.Add([builder.CodeOf(0, Level.Value(sex)), builder.CodeOf(1, answer)], Sums.Unweighted(persons));
        return builder.Build();
    }

    private static IEnumerable<string> Rows(Tabulation tabulation) =>
        tabulation.Cells.Select(cell => $"{string.Join(',', Enumerable.Range(0, tabulation.Columns.Count).Select(place => tabulation.LevelOf(cell, place)?.Text))} {cell.Sums.N}");
}
