using BackPain.Stats.Designs;

namespace BackPain.Stats.Tests.Surveys;

public class ReplicateRankSketchTests
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
        var space = new ReplicateRankSketch(24);
        for (var i = 0; i < rows; i++)
            space.Add(i, Mix(makers, i < rank ? i : -1, random));
        Assert.Equal(rank, space.Rank);
    }

    [Fact]
    public void A_direction_that_one_row_in_thousands_has_is_found()
    {
        var random = new Random(5);
        var makers = Enumerable.Range(0, 3).Select(_ => RandomRow(random, 10)).ToArray();
        var space = new ReplicateRankSketch(10);
        for (var i = 0; i < 3000; i++)
            space.Add(i, i == 1777 ? RandomRow(random, 10) : Mix(makers, -1, random));
        Assert.Equal(4, space.Rank);
    }

    [Fact]
    public void Rows_of_half_samples_have_the_rank_of_their_strata()
    {
        // Three strata of two PSUs, four balanced half samples: rank 4, so 3 degrees of freedom (R: survey, help(scd)).
        int[][] hadamard = [[1, 1, 1], [-1, 1, -1], [1, -1, -1], [-1, -1, 1]];
        var space = new ReplicateRankSketch(4);
        for (var i = 0; i < 600; i++)
            space.Add(i, [.. hadamard.Select(half => (1 + (half[i % 3] * ((i / 3 % 2 * 2) - 1))) * (1 + (i * 0.01)))]);
        Assert.Equal(4, space.Rank);
    }

    [Fact]
    public void Noise_of_rounding_is_no_direction()
    {
        var random = new Random(6);
        var makers = Enumerable.Range(0, 5).Select(_ => RandomRow(random, 12)).ToArray();
        var space = new ReplicateRankSketch(12);
        for (var i = 0; i < 2000; i++)
            space.Add(i, [.. Mix(makers, -1, random).Select(value => Math.Round(1000 * value, 3))]);
        Assert.Equal(5, space.Rank);
    }

    [Theory]
    [InlineData(0, 5000, 0, 60)]
    [InlineData(1, 5000, 0, 36)]
    [InlineData(1, 5000, 2, 37)]
    [InlineData(2, 5000, 0, 33)]
    [InlineData(2, 5000, 1, 34)]
    [InlineData(2, 100, 1, 56)]
    [InlineData(3, 100, 1, 35)]
    [InlineData(6, 100, 0, 33)]
    public void Of_rounded_weights_the_rank_is_that_of_R_in_any_order_and_from_any_number_of_parts(int decimals, double size, int seed, int rank)
    {
        // Witness: R 4.2.2, qr(weights, tol = 1e-5)$rank of these rows, which survey 4.1.1 takes. Of 40 PSUs in 8 strata the rank is 33, but for rounding.
        var rows = Bootstrap(decimals, size, seed).Index().ToArray();
        Assert.Equal(rank, RankOf([rows]));
        Assert.Equal(rank, RankOf([[.. rows.Reverse()]]));
        Assert.Equal(rank, RankOf(rows.Chunk(1500)));
        Assert.Equal(rank, RankOf(rows.GroupBy(row => row.Index % 7).Select(group => group.ToArray())));

        static int RankOf(IEnumerable<(int Place, double[] Row)[]> parts)
        {
            var whole = new ReplicateRankSketch(60);
            foreach (var part in parts)
            {
                var space = new ReplicateRankSketch(60);
                foreach (var (place, row) in part)
                    space.Add(place, row);
                whole.Add(space);
            }
            return whole.Rank;
        }
    }

    [Fact]
    public void There_may_be_more_columns_than_rows_and_more_rows_than_can_be_kept()
    {
        var random = new Random(8);
        var (few, many) = (new ReplicateRankSketch(40), new ReplicateRankSketch(3));
        for (var i = 0; i < 30; i++)
            few.Add(i, RandomRow(random, 40));
        for (var i = 0; i < 100_000; i++)
            many.Add(i, [1, 2, i == 77_777 ? 9 : 3]);
        Assert.Equal((30, 2), (few.Rank, many.Rank));
        Assert.Equal(0, new ReplicateRankSketch(3).Rank);
    }

    /// <summary>Sixty bootstrap weights of Rao and Wu for 4,000 persons in 8 strata of 5 PSUs, rounded.</summary>
    private static double[][] Bootstrap(int decimals, double size, int seed)
    {
        var random = new Random(seed);
        var factors = new double[8, 5, 60];
        for (var stratum = 0; stratum < 8; stratum++)
        {
            for (var draw = 0; draw < 4 * 60; draw++)
                factors[stratum, random.Next(5), draw / 4] += 5 / 4.0;
        }
        return [.. Enumerable.Range(0, 4000).Select(_ =>
        {
            var (stratum, psu, weight) = (random.Next(8), random.Next(5), size * Math.Exp((random.NextDouble() * 2) - 1));
            return Enumerable.Range(0, 60).Select(replicate => Math.Round(weight * factors[stratum, psu, replicate], decimals)).ToArray();
        })];
    }

    private static double[] RandomRow(Random random, int columns) => [.. Enumerable.Range(0, columns).Select(_ => 0.2 + random.NextDouble())];

    private static double[] Mix(double[][] makers, int only, Random random)
    {
        var factors = makers.Select((_, i) => only < 0 ? random.NextDouble() : i == only ? 1 : 0).ToArray();
        return [.. Enumerable.Range(0, makers[0].Length).Select(column => makers.Select((maker, i) => factors[i] * maker[column]).Sum())];
    }
}
