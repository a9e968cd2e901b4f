using System.Globalization;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>The sampling design of a fuzzed survey.</summary>
internal enum FuzzedDesign
{
    None,
    Clusters,
    Replicates,
}

/// <summary>A survey that a seed makes: several outcomes with codes of every sort, awkward levels, bands, a decimal comma. What every cell means is known, since the meaning was made first.</summary>
internal sealed class FuzzedSurvey
{
    private static readonly string[] Awkward =
    [
        "f", "m", "two words", "with,comma", "with;semicolon", "with\ttab", "bar|bar", "say \"x\"", "\"", "line\nbreak", "line\r\nbreak", "=1+1", "-x", "'", "<b>", "a=b", "x/y", "*",
        "ünïcödé", "Käln", "Köln", "Küln", "日本語", "東京", "🦴", "Łódź", "Київ", "ελληνικά", "e\u0301", "longer than seven bytes",
    ];

    private static readonly (string Text, bool? Answer)[][] Codes =
    [
        [("1", true), ("0", false), ("yes", true), ("NO", false), ("True", true), ("f", false), ("", null), ("NA", null)],
        [("1", true), ("2", false), ("2", false), ("7", null), ("9", null), (".", null)],
        [("often", true), ("now and then", true), ("never", false), ("not, \"really\"", false), ("", null), ("refused", null)],
    ];

    private readonly Random random;
    private readonly FuzzedDesign design;
    private readonly bool isBanded;
    private readonly double[] replicateScales;

    /// <param name="seed">The seed.</param>
    /// <param name="design">The design.</param>
    /// <param name="canBeWritten">Which levels the encoding of the file can write; null for all.</param>
    public FuzzedSurvey(int seed, FuzzedDesign design = FuzzedDesign.None, Func<string, bool>? canBeWritten = null)
    {
        (random, this.design) = (new Random(seed), design);
        // Of a file in another encoding all columns are asked about: damage in any other is of no concern.
        (HasDecimalComma, isBanded) = (random.Next(4) == 0, random.Next(3) > 0 || canBeWritten is not null);
        OnlyAdults = canBeWritten is null && random.Next(4) == 0;
        var levels = Awkward.Where(level => canBeWritten?.Invoke(level) != false).OrderBy(_ => random.Next()).Take(random.Next(1, 5)).ToList();
        replicateScales = design == FuzzedDesign.Replicates ? new double[random.Next(2, 6)] : [];
        Columns = ["group", "age", "now", "year", "ever", .. DesignColumns()];
        var areas = Enumerable.Range(1, random.Next(1, 4)).ToList();
        var units = areas.SelectMany(area => Enumerable.Range(1, random.Next(2, 5)).Select(psu => (Area: area, Psu: psu))).ToList();
        Sizes = areas.ToDictionary(NameOf, area => units.Count(unit => unit.Area == area) + random.Next(1, 50), StringComparer.Ordinal);
        // Everybody else stands in a unit that somebody is in already: no unit is empty, so no stratum has a single one.
        Persons = [.. units.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => units[random.Next(units.Count)])).Select(unit => Person(NameOf(unit.Area), unit.Psu, levels)).OrderBy(_ => random.Next())];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The persons, in the order of the rows.</summary>
    public IReadOnlyList<FuzzedPerson> Persons { get; }

    /// <summary>How many PSUs there are in the population of each design stratum.</summary>
    public IReadOnlyDictionary<string, int> Sizes { get; }

    /// <summary>Whether numbers have a decimal comma.</summary>
    public bool HasDecimalComma { get; }

    /// <summary>Whether the question is about those aged 18 and over.</summary>
    public bool OnlyAdults { get; }

    /// <summary>What is asked.</summary>
    public IReadOnlyList<string> Options =>
    [
        "--point", "now", "--period", "12m:year=1/2", "--na", "year=7,9", "--lifetime", "ever=often,now and then/*", "--na", "ever=refused", "--by", "group",
        .. isBanded ? ["--by", "age", "--bands", "age=20,40,60"] : Array.Empty<string>(),
        .. OnlyAdults ? ["--where", "age>=18"] : Array.Empty<string>(),
        .. HasDecimalComma ? ["--decimal-comma"] : Array.Empty<string>(),
        .. design switch
        {
            FuzzedDesign.Clusters => ["--weight", "w", "--strata", "area", "--psu", "psu", .. Columns.Contains("N") ? ["--fpc", "N"] : Array.Empty<string>()],
            FuzzedDesign.Replicates => ["--weight", "w", "--replicates", "rw*", "--replicate-type", "jk1"],
            _ => Array.Empty<string>(),
        },
    ];

    /// <summary>The band of an age, as the question has them.</summary>
    public static string BandOf(int age) => age < 20 ? "<20" : age < 40 ? "20-39" : age < 60 ? "40-59" : "60+";

    private IEnumerable<string> DesignColumns() => design switch
    {
        FuzzedDesign.Clusters => ["w", "area", "psu", .. random.Next(2) == 0 ? ["N"] : Array.Empty<string>()],
        FuzzedDesign.Replicates => ["w", .. replicateScales.Select((_, r) => $"rw{r + 1}")],
        _ => [],
    };

    private FuzzedPerson Person(string area, int psu, IReadOnlyList<string> levels)
    {
        var group = random.Next(10) == 0 ? null : levels[random.Next(levels.Count)];
        int? age = random.Next(10) == 0 ? null : random.Next(100);
        var answers = Codes.Select(codes => codes[random.Next(codes.Length)]).ToList();
        // Whole numbers of eighths are exact, so sums in any order are the same to the last bit.
        var weight = random.Next(8, 8000) / 8d;
        var replicates = replicateScales.Select(_ => weight * random.Next(5) / 2).ToList();
        return new FuzzedPerson([.. Columns.Select(Cell)], group, age, [.. answers.Select(answer => answer.Answer)])
        {
            Area = area,
            Psu = psu,
            Weight = design == FuzzedDesign.None ? 1 : weight,
            Replicates = replicates,
        };

        string Cell(string column) => column switch
        {
            "group" => group ?? new[] { "", "NA", "." }[random.Next(3)],
            "age" => age is { } years ? Number(years) : "",
            "now" => answers[0].Text,
            "year" => answers[1].Text,
            "ever" => answers[2].Text,
            "w" => Number(weight),
            "area" => area,
            "psu" => psu.ToString(CultureInfo.InvariantCulture),
            "N" => Number(Sizes[area]),
            _ => Number(replicates[int.Parse(column[2..], CultureInfo.InvariantCulture) - 1]),
        };
    }

    /// <summary>A number in one of the ways in which programs write it.</summary>
    private string Number(double number)
    {
        var text = random.Next(4) switch
        {
            0 when number == Math.Floor(number) => number.ToString("0.0", CultureInfo.InvariantCulture),
            1 when number > 0 => number.ToString("0.#########e+0", CultureInfo.InvariantCulture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
        return HasDecimalComma ? text.Replace('.', ',') : text;
    }

    private static string NameOf(int area) => $"area {area}";
}
