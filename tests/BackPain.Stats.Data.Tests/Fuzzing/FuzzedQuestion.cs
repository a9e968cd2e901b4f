using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>What is asked of a fuzzed file: how many have pain, by stratum, with one sampling design or another.</summary>
internal static class FuzzedQuestion
{
    /// <summary>A value of the condition that no file has.</summary>
    public const string Nobody = "nobody";

    /// <summary>One at random.</summary>
    public static StudyRequest Of(Random random)
    {
        if (random.Next(20) == 0)
            return Asking();
        var design = DesignOf(random);
        return Asking("stratum") with
        {
            Design = design,
            MissingWeight = design.Weight is not null && random.Next(3) == 0 ? MissingWeight.Drop : null,
            Where = random.Next(6) switch { 0 => [], 5 => [new ValueCondition("stratum", ["1.0", "2", "m", "09", Nobody], Among: random.Next(2) == 0)], 1 => [new ValueCondition("stratum", ["m", "f", "3", Nobody], Among: true)], _ => [new ValueCondition("stratum", [Nobody, "'"], Among: false)] },
        };
    }

    /// <summary>How many have pain, where 9 is no answer.</summary>
    public static StudyRequest Asking(params string[] by)
    {
        var request = Scratch.Asking("pain", by);
        request.Missing.Declare(["9"]);
        return request;
    }

    private static DesignColumns DesignOf(Random random) => random.Next(10) switch
    {
        0 or 1 => new DesignColumns { Weight = "w" },
        2 or 3 => new DesignColumns { Weight = "w", Strata = "area", Psu = "psu" },
        4 => new DesignColumns { Weight = "w", Strata = "area", Psu = "psu", Fpc = "N", Nested = false },
        5 => new DesignColumns { Strata = "area", Fpc = "N" },
        6 or 7 => new DesignColumns { Weight = "w", Replicates = new ReplicateColumns("rw*", ReplicateType.TryParse("jk1", out var type) ? type : null, null) },
        _ => DesignColumns.None,
    };
}
