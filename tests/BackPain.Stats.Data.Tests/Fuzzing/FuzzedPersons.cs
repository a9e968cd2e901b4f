using System.Globalization;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>Persons at random, with the columns that a question needs. Now and then one has no weight, or contradicts another on the design.</summary>
internal sealed class FuzzedPersons
{
    private static readonly string[] Strata = ["m", "f", "m", "f", "two words", "with,comma", "with;semicolon", "with\ttab", "bar|bar", "say \"x\"", "\"", "line\nbreak", "line\r\nbreak", "line\rbreak", "ünïcödé", "日本語", "🦴", "=1+1", "", "NA", ".", "9", "\u00a0", "\u2028", "longer than seven bytes", "'"];
    private static readonly string[] Answers = ["1", "0", "1", "0", "yes", "NO", "True", "f", "", "NA", ".", "9"];
    private static readonly string[] NumberStrata = ["1", "1.0", "01", "+1", "1e0", "2", "2.0", "-0", "0", "0.50", ".5", "9", "9.0", "12345678901234567", "12345678901234568", "", "NA", "."];
    private static readonly string[] NumberAnswers = ["1", "1.0", "01", "0", "0.0", "-0", "1e0", "9", "9.0", "", "NA"];
    private static readonly string[] Units = ["1", "1.0", "2", "02", "3", "3e0"];
    private static readonly string[] Weights = ["1", "2.5", "0.125", "1e2", "12345.75", "3.", "+4", "100000000.5", "0.5", ".1", "0.7", "3.3333333333333335", "1234.56789", "17e-3"];
    private static readonly string[] Gaps = ["", "NA", ".", "0", "0", "0.0"];
    private static readonly string[] Replicates = ["0", "0", "-1.5", "2.2", "1e3"];
    private static readonly string[] Areas = ["north", "south", "9", "09", "über", "a,b", "line\nbreak"];
    private static readonly string[][] Sizes = [["50000", "50000.0", "5e4"], ["60000", "6e4", "+60000"], [".25", "0.25", "25e-2"], ["3", "3.0", "3"], ["1", "1.0", "1e0"]];

    private readonly Random random;
    private readonly bool hasGaps;
    private readonly bool hasNumbers;
    private readonly bool hasText;
    private readonly bool isNested;
    private readonly int firstArea;
    private readonly int firstSize;
    private int area;

    public FuzzedPersons(Random random, StudyRequest request)
    {
        this.random = random;
        (hasGaps, isNested) = (random.Next(4) == 0, request.Design.Nested ?? true);
        (hasNumbers, hasText) = (random.Next(3) == 0, random.Next(3) == 0);
        (firstArea, firstSize) = (random.Next(Areas.Length - 2), random.Next(2) == 0 ? 0 : random.Next(Sizes.Length - 1));
        var columns = NamesFor(request, random).ToList();
        if (columns.Count > 1 && random.Next(12) == 0)
            columns.RemoveAt(random.Next(columns.Count));
        Columns = [.. columns.OrderBy(_ => random.Next())];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The values of the next person.</summary>
    public List<string> Next()
    {
        area = random.Next(3);
        return [.. Columns.Select(ValueOf)];
    }

    private static IEnumerable<string> NamesFor(StudyRequest request, Random random)
    {
        var design = request.Design;
        var replicates = design.Replicates is null ? [] : Enumerable.Range(1, random.Next(1, 4)).Select(number => $"rw{number}");
        return request.Stratifications.Count == 0 ? ["pain"] : new[] { "id", "stratum", "pain", "w", design.Strata, design.Psu, design.Fpc }.OfType<string>().Concat(replicates);
    }

    private string ValueOf(string column) => column switch
    {
        "id" => random.Next(1000).ToString(CultureInfo.InvariantCulture),
        "stratum" => hasNumbers && !IsText() ? Pick(NumberStrata) : Pick(Strata),
        "pain" => hasNumbers && !IsText() ? Pick(NumberAnswers) : Pick(Answers),
        "area" => hasGaps && random.Next(60) == 0 ? Pick(Gaps) : Areas[firstArea + area],
        "psu" => hasGaps && random.Next(60) == 0 ? Pick(Gaps) : isNested ? Pick(hasNumbers ? Units : ["1", "2", "03"]) : $"{AreaOrNext()}{Pick(["x", "y"])}",
        "N" => Pick(Sizes[Math.Min(firstSize + AreaOrNext(), Sizes.Length - 1)]),
        "w" => hasGaps && random.Next(15) == 0 ? Pick(Gaps) : Pick(Weights),
        _ => hasGaps && random.Next(60) == 0 ? Pick(Gaps) : Pick(random.Next(2) == 0 ? Replicates : Weights),
    };

    /// <summary>Rarely, and in some files only, a text among numbers.</summary>
    private bool IsText() => hasText && random.Next(10) == 0;

    /// <summary>Rarely the wrong one.</summary>
    private int AreaOrNext() => random.Next(200) == 0 ? area + 1 : area;

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
