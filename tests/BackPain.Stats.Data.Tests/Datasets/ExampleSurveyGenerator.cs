using System.Globalization;
using System.Text;

namespace BackPain.Stats.Data.Tests.Datasets;

/// <summary>
/// Writes the synthetic survey <c>example-survey</c>. Nobody in it exists.
/// </summary>
/// <remarks>
/// Adults are drawn in sampling units (PSUs) within 20 strata. A person's risk on the logit scale is
/// <c>r = sex + age + smoking + pregnancy + PSU</c>. One uniform draw u decides all four answers:
/// pain within a recall period k when <c>u &lt; 1 / (1 + exp(−(c_k + r)))</c>, with c_now &lt; c_3m &lt; c_12m &lt; c_ever.
/// So pain now implies pain in 3 months, in 12 months, and ever (a proportional-odds model).
/// Then a few answers are lost, and every 331st person gives answers that contradict each other, as people do.
/// </remarks>
public static class ExampleSurveyGenerator
{
    /// <summary>The seed of the random numbers; another seed is another survey.</summary>
    public const int Seed = 20040527;

    private const int Strata = 20;
    private const int ContradictionEvery = 331;

    /// <summary>c_k: now, 3 months, 12 months, ever.</summary>
    private static readonly double[] Cuts = [-2.54, -1.43, -0.89, 0.06];

    /// <summary>Answers (now, 3 months, 12 months, ever) that cannot all be true.</summary>
    private static readonly string[][] Contradictions = [["1", "1", "1", "0"], ["0", "1", "0", "1"], ["1", "0", "1", "1"]];

    /// <summary>The whole survey as CSV: a header, a row a person, lines ended by '\n'.</summary>
    public static string Generate()
    {
        var random = new SplitMix64(Seed);
        var csv = new StringBuilder("id,age,sex,smoking,pregnant,pain_now,pain_3m,pain_12m,pain_ever,weight,stratum,psu\n");
        var id = 0;
        for (var stratum = 1; stratum <= Strata; stratum++)
        {
            for (var psu = 1; psu <= 2 + (stratum % 2); psu++)
            {
                var cluster = 0.30 * random.Normal();
                var size = 70 + (int)(21 * random.Uniform());
                for (var person = 0; person < size; person++)
                {
                    csv.Append(Person(++id, stratum, psu, cluster, random)).Append('\n');
                }
            }
        }

        return csv.ToString();
    }

    private static string Person(int id, int stratum, int psu, double cluster, SplitMix64 random)
    {
        var age = Age(random.Uniform());
        var female = random.Chance(0.52);
        var smoking = Smoking(age, female, random);
        var fertile = female && age <= 49;
        var pregnant = fertile && random.Chance(age < 40 ? 0.058 : 0.008);
        var risk = Risk(age, female, smoking, pregnant) + cluster;
        var (slip, rest) = Math.DivRem(id, ContradictionEvery);
        var pain = rest == 0 ? Contradictions[slip % Contradictions.Length] : Answers(risk, random.Uniform(), random);
        var weight = Weight(stratum, age, random.Uniform());
        var sex = female ? "female" : "male";
        var pregnancy = !fertile ? "" : pregnant ? "yes" : "no";
        var answers = string.Join(',', pain);
        return string.Create(CultureInfo.InvariantCulture, $"{id},{age},{sex},{smoking},{pregnancy},{answers},{weight:F3},{stratum},{psu}");
    }

    /// <summary>Whole years 18–89, the young more often than the old.</summary>
    private static int Age(double u) => 18 + (int)(72 * u * (0.65 + (0.35 * u)));

    /// <summary>Never, former or current; unknown (empty) for one in a hundred.</summary>
    private static string Smoking(int age, bool female, SplitMix64 random)
    {
        var current = (female ? 0.17 : 0.24) - (age >= 65 ? 0.10 : 0.00);
        var former = 0.08 + (0.0045 * (age - 18));
        var u = random.Uniform();
        return random.Chance(0.01) ? "" : u < current ? "current" : u < current + former ? "former" : "never";
    }

    /// <summary>r: higher in women, in middle age, in smokers and in pregnancy.</summary>
    private static double Risk(int age, bool female, string smoking, bool pregnant) =>
        (female ? 0.30 : 0.00)
        + 0.40 - (0.40 * Math.Pow((age - 58) / 32.0, 2))
        + smoking switch { "current" => 0.40, "former" => 0.20, _ => 0.00 }
        + (pregnant ? 0.60 : 0.00);

    /// <summary>1 pain, 0 no pain, 8 don't know, 9 refused, empty not answered.</summary>
    private static string[] Answers(double risk, double u, SplitMix64 random) =>
        [.. Cuts.Select(cut => Lost(u < Logistic(cut + risk) ? "1" : "0", random.Uniform()))];

    private static string Lost(string answer, double u) =>
        u < 0.015 ? "8" : u < 0.023 ? "9" : u < 0.030 ? "" : answer;

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>How many adults the person stands for: more in the later strata, fewer where the old were sampled more densely.</summary>
    private static double Weight(int stratum, int age, double u) =>
        (600 + (70 * stratum)) * (age < 30 ? 1.3 : age < 60 ? 1.0 : 0.6) * (0.8 + (0.4 * u));

    /// <summary>SplitMix64 (Steele, Lea &amp; Flood 2014, OOPSLA): the same numbers on every machine and every .NET.</summary>
    private sealed class SplitMix64(ulong state)
    {
        /// <summary>Uniform on [0, 1) with 53 bits.</summary>
        public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

        public bool Chance(double probability) => Uniform() < probability;

        /// <summary>Nearly standard normal: the sum of twelve uniforms less six.</summary>
        public double Normal() => Enumerable.Range(0, 12).Sum(_ => Uniform()) - 6;

        private ulong Next()
        {
            var z = state = unchecked(state + 0x9E3779B97F4A7C15);
            z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
            z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
            return z ^ (z >> 31);
        }
    }
}
