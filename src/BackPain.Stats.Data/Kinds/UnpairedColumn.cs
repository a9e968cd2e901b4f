using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// A column of a hand-made tabulation that says something only beside another, which is not there, or that has half a name.
/// </summary>
/// <param name="Found">The column.</param>
/// <param name="Expected">What has to stand beside it, or how it has to be named.</param>
internal readonly record struct UnpairedColumn(string Found, string Expected)
{
    /// <summary>The first such column of a header; null if there is none.</summary>
    public static UnpairedColumn? In(IReadOnlyList<string> header)
    {
        var roles = header.Select(TabulationFormat.KeyOf).OfType<KeyColumn>().Select(key => key.Role).ToHashSet();
        foreach (var name in header)
        {
            if (PartnerOf(name, header, roles) is { } expected)
                return new UnpairedColumn(name, expected);
        }
        return null;
    }

    private static string? PartnerOf(string name, IReadOnlyList<string> header, HashSet<KeyRole> roles) =>
        TabulationFormat.KeyOf(name)?.Role switch
        {
            KeyRole.Ssu when !roles.Contains(KeyRole.Psu) => "'psu:NAME' beside it, in which the SSUs are",
            KeyRole.SecondFpc when !roles.Contains(KeyRole.Psu) => "'psu:NAME' beside it, whose finite populations these are",
            KeyRole.SecondFpc when !roles.Contains(KeyRole.Fpc) => "'fpc:NAME' beside it, the finite populations of the first stage",
            null when name.StartsWith("period:", StringComparison.Ordinal) => "a name such as 'period:P3M:NAME'",
            null when TabulationFormat.KeyBeside(name) is { } key && !header.Contains(key) => $"'{key}' beside it",
            null when name.StartsWith(TabulationFormat.SumW2 + ":", StringComparison.Ordinal)
                && !header.Contains(TabulationFormat.SumW + name[TabulationFormat.SumW2.Length..]) =>
                $"'{TabulationFormat.SumW}{name[TabulationFormat.SumW2.Length..]}' beside it",
            null when name == TabulationFormat.ReplicateRank && TabulationFormat.WeightingOf(header) is not { Replicates.Count: > 0 } =>
                "'replicate:SCALE:NAME' beside it",
            _ => null,
        };
}
