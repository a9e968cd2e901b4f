using System.Globalization;

namespace BackPain.Stats.Designs;

/// <summary>How replicate weights were made, which determines the scale of each squared deviation in the variance.</summary>
/// <param name="Name">The name, such as brr or fay:0.3.</param>
/// <param name="ScaleOf">Returns the scale of each of R replicates; null if it depends on the strata and must be given.</param>
public sealed record ReplicateType(string Name, Func<int, double>? ScaleOf)
{
    /// <summary>The names, for messages.</summary>
    public const string Choices = "brr, fay:RHO, jk1, jkn, bootstrap or sdr";

    private const string Fay = "fay:";

    private static readonly ReplicateType[] Plain =
    [
        new("brr", count => 1d / count),
        new("jk1", count => (count - 1d) / count),
        new("jkn", null),
        new("bootstrap", count => 1d / count),
        new("sdr", count => 4d / count),
    ];

    /// <summary>The names without parameters.</summary>
    public static IEnumerable<string> Names => Plain.Select(type => type.Name);

    /// <summary>
    /// Parses a name, ignoring case. Fay's factor ρ, from 0 to less than 1, follows after a colon: V = Σ(θ_r − θ)²/(R(1−ρ)²).
    /// </summary>
    public static bool TryParse(string text, out ReplicateType? type)
    {
        var name = text.Trim();
        type = Array.Find(Plain, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (type is null && TryFay(name, out var rho))
        {
            type = new ReplicateType(
                string.Create(CultureInfo.InvariantCulture, $"{Fay}{rho}"),
                count => 1 / (count * (1 - rho) * (1 - rho)));
        }
        return type is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool TryFay(string name, out double rho)
    {
        rho = 0;
        return name.StartsWith(Fay, StringComparison.OrdinalIgnoreCase)
            && double.TryParse(name[Fay.Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rho)
            && rho < 1;
    }
}
