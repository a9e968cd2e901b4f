using System.Globalization;
using System.Text;

namespace BackPain.Stats.Benchmarks;

/// <summary>A survey of any size with a design, the same bytes for the same size on every machine.</summary>
internal static class SyntheticSurvey
{
    /// <summary>PSUs in all strata together.</summary>
    public const int UsualPsus = 600;

    private const int Strata = 50;

    private static readonly string[] Names = ["id", "stratum", "psu", "weight", "sex", "region", "smoking", "age", "educ", "bmi", "pain"];
    private static readonly string[] Sexes = ["male", "female"];
    private static readonly string[] Regions = ["N", "E", "S", "W"];
    private static readonly string[] Smoking = ["never", "never", "former", "current"];

    /// <summary>Writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">Persons.</param>
    /// <param name="columns">Columns: the eleven that mean something, and fillers.</param>
    /// <param name="psus">PSUs in all strata together.</param>
    public static void Write(string path, long rows, int columns, int psus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, Names.Length);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        writer.Write(string.Join(',', Names.Concat(Enumerable.Range(Names.Length + 1, columns - Names.Length).Select(column => $"f{column}"))));
        writer.Write('\n');
        var state = 1UL;
        for (var id = 1L; id <= rows; id++)
        {
            var (female, smokes, age) = (Below(2), Below(Smoking.Length), 18 + Below(70));
            // Pain is more frequent among women, smokers and the old.
            var pain = Below(1000) < 180 + (60 * female) + (30 * smokes) + age ? 1 : 0;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{id},{1 + Below(Strata)},{1 + Below(psus / Strata)},{200 + (Below(50_000_000) / 10_000m):0.0000},{Sexes[female]},{Regions[Below(Regions.Length)]},{Smoking[smokes]},{age},{1 + Below(5)},{18 + (Below(200) / 10m):0.0},{pain}"));
            for (var column = Names.Length; column < columns; column++)
                writer.Write((ReadOnlySpan<char>)[',', (char)('0' + Below(10))]);
            writer.Write('\n');
        }

        // SplitMix64 (Steele, Lea and Flood 2014).
        int Below(int limit)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)(((mixed ^ (mixed >> 31)) >> 33) % (ulong)limit);
        }
    }
}
