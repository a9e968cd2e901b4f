namespace BackPain.Stats.Distributions;

/// <summary>log(1+x) and eˣ − 1 to full precision even for tiny x, where the framework's expressions lose digits.</summary>
/// <remarks>
/// Kahan's correction: the rounding error of 1+x, or of eˣ, is divided out (Higham, Accuracy and Stability of Numerical Algorithms,
/// §1.14.1).
/// </remarks>
internal static class Elementary
{
    /// <summary>log(1+x), for x &gt; −1.</summary>
    public static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <summary>eˣ − 1.</summary>
    public static double Expm1(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : (u - 1) * x / Math.Log(u);
    }
}
