using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons;

/// <summary>A test of whether groups have the same prevalence that accounts for a sampling design.</summary>
public abstract class DesignTest
{
    private static readonly Reference RaoScott = new(
        "Rao JNK, Scott AJ (1984). On chi-squared tests for multiway contingency tables with cell proportions estimated from survey data. "
        + "Ann Stat 12:46–60.",
        "10.1214/aos/1176346391");

    private DesignTest(string name, string title, Reference reference) => Citation = new CitedMethod(name, title, [reference]);

    /// <summary>All tests, the default first.</summary>
    public static IReadOnlyList<DesignTest> All { get; } = [new SecondOrder(), new FirstOrder(), new Wald()];

    /// <summary>The name, the title and the publication.</summary>
    public CitedMethod Citation { get; }

    /// <summary>The name, as typed.</summary>
    public string Name => Citation.Name;

    /// <summary>Tests the groups; null if the test is undefined.</summary>
    /// <param name="groups">What the design tells of the groups.</param>
    internal abstract DesignTestResult? Of(DesignGroups groups);

    private sealed class SecondOrder() : DesignTest("rao-scott", "Rao–Scott test, second-order correction", RaoScott)
    {
        internal override DesignTestResult? Of(DesignGroups groups)
        {
            if (groups.Deffs is not { } deffs || groups.DegreesOfFreedom is not ({ } df and > 0))
                return null;
            var d0 = deffs.Trace * deffs.Trace / deffs.TraceOfSquare;
            var f = groups.Pearson / deffs.Trace;
            return new DesignTestResult(f, d0, d0 * df, new FisherF(d0, d0 * df).UpperTail(f));
        }
    }

    private sealed class FirstOrder() : DesignTest("rao-scott-1", "Rao–Scott test, first-order correction", RaoScott)
    {
        internal override DesignTestResult? Of(DesignGroups groups)
        {
            if (groups.Deffs is not { } deffs)
                return null;
            var chi = groups.Pearson / (deffs.Trace / deffs.Size);
            return new DesignTestResult(chi, deffs.Size, null, new ChiSquared(deffs.Size).UpperTail(chi));
        }
    }

    private sealed class Wald() : DesignTest("wald", "Adjusted Wald F test of the prevalences", new(
        "Korn EL, Graubard BI (1990). Simultaneous testing of regression coefficients with complex survey data: use of Bonferroni t "
        + "statistics. Am Stat 44:270–276.",
        "10.1080/00031305.1990.10475737"))
    {
        internal override DesignTestResult? Of(DesignGroups groups)
        {
            var k = groups.Count;
            if (groups.WaldStatistic is not { } wald || groups.DegreesOfFreedom is not { } df || df - k + 2 <= 0)
                return null;
            var (numerator, denominator) = (k - 1, df - k + 2);
            var f = wald * denominator / (df * numerator);
            return new DesignTestResult(f, numerator, denominator, new FisherF(numerator, denominator).UpperTail(f));
        }
    }
}

/// <summary>The result of a design-based test.</summary>
/// <param name="Statistic">F, or χ².</param>
/// <param name="NumeratorDegreesOfFreedom">The degrees of freedom of the numerator, or of χ².</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of the denominator; null for χ².</param>
/// <param name="P">The p value.</param>
internal sealed record DesignTestResult(double Statistic, double NumeratorDegreesOfFreedom, double? DegreesOfFreedom, double P);
