using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A way to show a table. Each is one file; nothing before it rounds or prints.</summary>
public abstract class Renderer
{
    /// <summary>The name of the format, as typed.</summary>
    public abstract string Name { get; }

    /// <summary>The extensions of files that hold it, with the point.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Whether it is read by people, who want rounded figures and headings, rather than by machines, who want every digit.
    /// </summary>
    public abstract bool IsForPeople { get; }

    /// <summary>Whether it shows what a table says besides its rows: warnings, and who is not in the figures.</summary>
    public abstract bool ShowsFootnotes { get; }

    /// <summary>Whether it has a place for explanations.</summary>
    public virtual bool ShowsExplanations => ShowsFootnotes;

    /// <summary>Whether it tells which bytes a table comes from.</summary>
    public virtual bool ShowsInputs => false;

    /// <summary>Shows a table.</summary>
    public abstract void Render(Table table, Stream output, Style style);
}
