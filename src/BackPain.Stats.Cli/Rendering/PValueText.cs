using System.Globalization;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A p value for people.</summary>
internal static class PValueText
{
    private const double Smallest = 0.0001;

    /// <summary>Returns two significant digits, such as .034 or .00072; &lt;.0001 for less.</summary>
    public static string Of(double p) => p switch
    {
        < Smallest => "<.0001",
        >= 0.995 => "1",
        >= 0.0995 => p.ToString("#.00", CultureInfo.InvariantCulture),
        >= 0.00995 => p.ToString("#.000", CultureInfo.InvariantCulture),
        >= 0.000995 => p.ToString("#.0000", CultureInfo.InvariantCulture),
        _ => p.ToString("#.00000", CultureInfo.InvariantCulture),
    };
}
