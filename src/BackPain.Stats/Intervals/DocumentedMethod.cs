namespace BackPain.Stats.Intervals;

/// <summary>
/// An entry of a catalogue of methods: an interval, a test, a standardization. Each method is one file and provides everything that help
/// and documentation say about it.
/// </summary>
public abstract class DocumentedMethod
{
    /// <summary>The canonical name, as typed on the command line and printed in machine-readable output.</summary>
    public abstract string Name { get; }

    /// <summary>The name used in running text, such as "Wilson score".</summary>
    public abstract string Title { get; }

    /// <summary>The formula or definition, on one line.</summary>
    public abstract string Formula { get; }

    /// <summary>The publication that the method is taken from.</summary>
    public abstract Reference Reference { get; }

    /// <summary>When the method is a good choice.</summary>
    public abstract string WhenToUse { get; }

    /// <summary>The weaknesses of the method.</summary>
    public abstract string Weakness { get; }

    /// <summary>The result when nobody or everybody is a case.</summary>
    public abstract string AtTheEdges { get; }

    /// <summary>The method as cited in results.</summary>
    public CitedMethod Citation => new(Name, Title, [Reference]);
}
