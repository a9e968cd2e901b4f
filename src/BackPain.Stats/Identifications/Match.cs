namespace BackPain.Stats.Identifications;

/// <summary>How much of a printed figure a candidate prints.</summary>
public enum Match
{
    /// <summary>The estimate; no limits were given.</summary>
    Estimate,

    /// <summary>The estimate and the lower limit.</summary>
    Lower,

    /// <summary>The estimate and the upper limit.</summary>
    Upper,

    /// <summary>The estimate and both limits.</summary>
    Both,
}
