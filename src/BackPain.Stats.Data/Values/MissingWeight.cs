namespace BackPain.Stats.Data.Values;

/// <summary>What to do with persons without a weight.</summary>
public enum MissingWeight
{
    /// <summary>Refuse them.</summary>
    Fail,

    /// <summary>Leave them out, and count them.</summary>
    Drop,
}
