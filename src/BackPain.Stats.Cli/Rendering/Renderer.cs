using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>An output format for tables. Each is one file; nothing before it rounds or prints.</summary>
public abstract class Renderer
{
    /// <summary>The name of the format, as typed.</summary>
    public abstract string Name { get; }

    /// <summary>The file name extensions, with the dot.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Whether it is meant for people, who want rounded figures and headings, rather than for machines, which want every digit.
    /// </summary>
    public abstract bool IsForPeople { get; }

    /// <summary>Whether it shows more than the rows: warnings, and who is excluded from the figures.</summary>
    public abstract bool ShowsFootnotes { get; }

    /// <summary>Whether it can show explanations.</summary>
    public virtual bool ShowsExplanations => ShowsFootnotes;

    /// <summary>Whether it records the checksums of the inputs.</summary>
    public virtual bool ShowsInputs => false;

    /// <summary>Writes a table.</summary>
    public abstract void Render(Table table, Stream output, Style style);
}
