using BackPain.Stats.Surveys;

namespace BackPain.Stats.Data.Sources;

/// <summary>What all files of a study together must agree on, as far as it was seen: in which stratum a PSU is, and the rank of the replicate weights.</summary>
internal sealed class DesignLedger
{
    /// <summary>The stratum of each PSU, where PSUs are not numbered anew in each stratum.</summary>
    public Dictionary<string, string> StratumOfPsu { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each stratum was first seen, where strata have finite populations.</summary>
    public Dictionary<string, (string File, long Line, string Fpc)> Fpcs { get; } = new(StringComparer.Ordinal);

    /// <summary>The replicate weights, row by row.</summary>
    public RowSpace? Replicates { get; set; }
}
