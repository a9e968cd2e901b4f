namespace BackPain.Stats.Definitions;

/// <summary>The category of a reason for refusing a request.</summary>
public enum Refusal
{
    /// <summary>The request contradicts itself or the data.</summary>
    Request,

    /// <summary>The data are invalid.</summary>
    Data,

    /// <summary>A file or a database cannot be reached.</summary>
    Unreachable,
}

/// <summary>A request cannot be carried out for a reason outside the program; not a bug.</summary>
/// <param name="refusal">The category of the reason.</param>
/// <param name="wording">The reason, as a sentence.</param>
public abstract class RefusalException(Refusal refusal, Wording wording) : Exception(wording.ToString())
{
    /// <summary>The reason; in the message, settings have neutral names.</summary>
    public Wording Wording => wording;

    /// <summary>The category of the reason.</summary>
    public Refusal Refusal => refusal;
}
