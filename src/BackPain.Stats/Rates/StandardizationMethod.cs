using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>
/// A method of computing limits for a standardized prevalence. Each method provides what help and documentation say about it.
/// </summary>
public abstract class StandardizationMethod
{
    /// <summary>The name, as typed and as printed in machine-readable output.</summary>
    public abstract string Name { get; }

    /// <summary>The name used in running text.</summary>
    public abstract string Title { get; }

    /// <summary>The formula, on one line.</summary>
    public abstract string Formula { get; }

    /// <summary>The publication that the method is taken from.</summary>
    public abstract Reference Reference { get; }

    /// <summary>When the method is a good choice.</summary>
    public abstract string WhenToUse { get; }

    /// <summary>The weaknesses of the method.</summary>
    public abstract string Weakness { get; }

    /// <summary>The limits when nobody or everybody is a case.</summary>
    public abstract string AtTheEdges { get; }

    /// <summary>The method as cited in results.</summary>
    public CitedMethod Citation => new(Name, Title, [Reference]);
}
