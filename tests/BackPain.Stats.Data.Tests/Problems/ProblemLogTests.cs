using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Tests.Problems;

/// <summary>However many problems there are, they come out as they went in.</summary>
public sealed class ProblemLogTests
{
    [Fact]
    public void Every_problem_comes_out_file_by_file_in_the_order_of_the_lines()
    {
        var random = new Random(11);
        var (log, added) = (new ProblemLog(int.MaxValue), new List<Problem>());
        foreach (var file in new[] { "a", "b", "c" })
        {
            for (var line = 1; line <= 20_000; line++)
                Add(new Problem(file, line, ProblemCodes.NotANumber, $"found '{line % 97}' in column 'x'", "expected a number") { Column = "x" });
            for (var late = 0; late < 50; late++)
                Add(new Problem(late % 10 == 0 ? "a" : file, random.Next(1, 20_001), ProblemCodes.LooksMissing, $"found {late}"));
        }
        var expected = added.GroupBy(problem => problem.File).SelectMany(group => group.OrderBy(problem => problem.Line));
        Assert.Equal(expected, log.Problems);
        Assert.Equal(expected, log.Each());

        void Add(Problem problem)
        {
            log.Add(problem);
            added.Add(problem);
        }
    }
}
