namespace BackPain.Stats.Definitions;

/// <summary>Why something cannot be done.</summary>
public enum Refusal
{
    /// <summary>What was asked for does not fit itself or the data.</summary>
    Request,

    /// <summary>The data are wrong.</summary>
    Data,

    /// <summary>A file or a database cannot be reached.</summary>
    Unreachable,
}

/// <summary>Something cannot be done, for a reason that lies outside of the program; not a bug.</summary>
/// <param name="refusal">What kind of reason.</param>
/// <param name="message">The reason, as a sentence.</param>
public abstract class RefusalException(Refusal refusal, string message) : Exception(message)
{
    /// <summary>What kind of reason.</summary>
    public Refusal Refusal => refusal;
}
