using BackPain.Stats.Surveys;

namespace BackPain.Stats.Tests.Surveys;

public class RowSpaceTests
{
    [Theory]
    [InlineData(1, 500)]
    [InlineData(7, 500)]
    [InlineData(20, 25)]
    [InlineData(24, 5000)]
    public void The_rank_is_the_number_of_rows_that_all_others_are_made_of(int rank, int rows)
    {
        var random = new Random(rank);
        var makers = Enumerable.Range(0, rank).Select(_ => RandomRow(random, 24)).ToArray();
        var space = new RowSpace(24);
        for (var i = 0; i < rows; i++)
            space.Add(Mix(makers, i < rank ? i : -1, random));
        Assert.Equal(rank, space.Rank);
    }

    [Fact]
    public void A_direction_that_one_row_in_thousands_has_is_found()
    {
        var random = new Random(5);
        var makers = Enumerable.Range(0, 3).Select(_ => RandomRow(random, 10)).ToArray();
        var space = new RowSpace(10);
        for (var i = 0; i < 3000; i++)
            space.Add(i == 1777 ? RandomRow(random, 10) : Mix(makers, -1, random));
        Assert.Equal(4, space.Rank);
    }

    [Fact]
    public void Rows_of_half_samples_have_the_rank_of_their_strata()
    {
        // Three strata of two PSUs, four balanced half samples: rank 4, so 3 degrees of freedom (R: survey, help(scd)).
        int[][] hadamard = [[1, 1, 1], [-1, 1, -1], [1, -1, -1], [-1, -1, 1]];
        var space = new RowSpace(4);
        for (var i = 0; i < 600; i++)
            space.Add([.. hadamard.Select(half => (1 + (half[i % 3] * ((i / 3 % 2 * 2) - 1))) * (1 + (i * 0.01)))]);
        Assert.Equal(4, space.Rank);
    }

    [Fact]
    public void Noise_of_rounding_is_no_direction()
    {
        var random = new Random(6);
        var makers = Enumerable.Range(0, 5).Select(_ => RandomRow(random, 12)).ToArray();
        var space = new RowSpace(12);
        for (var i = 0; i < 2000; i++)
            space.Add([.. Mix(makers, -1, random).Select(value => Math.Round(1000 * value, 3))]);
        Assert.Equal(5, space.Rank);
    }

    private static double[] RandomRow(Random random, int columns) => [.. Enumerable.Range(0, columns).Select(_ => 0.2 + random.NextDouble())];

    private static double[] Mix(double[][] makers, int only, Random random)
    {
        var factors = makers.Select((_, i) => only < 0 ? random.NextDouble() : i == only ? 1 : 0).ToArray();
        return [.. Enumerable.Range(0, makers[0].Length).Select(column => makers.Select((maker, i) => factors[i] * maker[column]).Sum())];
    }
}
