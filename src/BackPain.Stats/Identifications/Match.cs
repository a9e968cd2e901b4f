namespace BackPain.Stats.Identifications;

/// <summary>The parts of a printed figure that a candidate reproduces.</summary>
public enum Match
{
    /// <summary>The estimate, if no limits were given.</summary>
    Estimate,

    /// <summary>The estimate and the lower limit.</summary>
    Lower,

    /// <summary>The estimate and the upper limit.</summary>
    Upper,

    /// <summary>The estimate and both limits.</summary>
    Both,
}
