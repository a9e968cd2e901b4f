using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>The way out where a code declared missing for all columns may be meant for others.</summary>
internal static class DoubtfulMissingHint
{
    /// <summary>Says how to declare it for the column, or that the column has none.</summary>
    public static Wording For(string column, IEnumerable<Found> found)
    {
        var name = QuotedName.Quote(column);
        return $"Write {Settings.MissingCodes} {name}={QuotedName.Join(found.Select(value => value.Value))} if it is missing here, "
            + $"or {Settings.MissingCodes} {name}= if it is not.";
    }
}
