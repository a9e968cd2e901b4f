using System.Globalization;

namespace BackPain.Stats.Designs;

/// <summary>How replicate weights were made, and so what the squared deviation of each counts for in the variance.</summary>
/// <param name="Name">As typed: brr, fay:0.3, jk1, jkn, bootstrap, sdr.</param>
/// <param name="ScaleOf">The scale of each of R replicates; nothing where it depends on the strata and has to be given.</param>
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

    /// <summary>The names that are complete by themselves.</summary>
    public static IEnumerable<string> Names => Plain.Select(type => type.Name);

    /// <summary>
    /// Reads a name, in any case. Fay's method has its factor ρ, from 0 to less than 1, after a colon: V = Σ(θ_r − θ)²/(R(1−ρ)²).
    /// </summary>
    public static bool TryParse(string text, out ReplicateType? type)
    {
        var name = text.Trim();
        type = Array.Find(Plain, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (type is null && TryFay(name, out var rho))
            type = new ReplicateType(string.Create(CultureInfo.InvariantCulture, $"{Fay}{rho}"), count => 1 / (count * (1 - rho) * (1 - rho)));
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
