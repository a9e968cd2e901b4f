namespace BackPain.Stats.Data.Rows;

/// <summary>How many persons a study has counted so far, in all its files. No sum over some of them can overflow then.</summary>
internal sealed class HeadCount
{
    /// <summary>The persons.</summary>
    public long Persons { get; private set; }

    /// <summary>Counts more persons; false, and they are not counted, where the sum is beyond 2⁶³ − 1.</summary>
    public bool TryAdd(long more)
    {
        if (more > long.MaxValue - Persons)
            return false;
        Persons += more;
        return true;
    }
}
