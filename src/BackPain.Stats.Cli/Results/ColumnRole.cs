namespace BackPain.Stats.Cli.Results;

/// <summary>
/// What the values of a column mean. Renderers, pictures, values in sentences and the choice of rows use roles, never names or
/// positions.
/// </summary>
public enum ColumnRole
{
    /// <summary>No special role.</summary>
    Other,

    /// <summary>Part of the name of what was estimated: its type, recall period, outcome.</summary>
    Outcome,

    /// <summary>The level of one column of a breakdown; empty in rows that are not broken down by it.</summary>
    Stratum,

    /// <summary>Cases, unweighted.</summary>
    Cases,

    /// <summary>Persons with a known answer, unweighted.</summary>
    Persons,

    /// <summary>The estimate.</summary>
    Estimate,

    /// <summary>The lower confidence limit of the estimate.</summary>
    Lower,

    /// <summary>The upper confidence limit of the estimate.</summary>
    Upper,

    /// <summary>The confidence level.</summary>
    Level,

    /// <summary>The name of the method that gives the limits.</summary>
    Method,

    /// <summary>Caveats about the row.</summary>
    Notes,
}
