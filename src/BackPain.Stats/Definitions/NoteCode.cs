namespace BackPain.Stats.Definitions;

/// <summary>What a note is attached to.</summary>
public enum NoteScope
{
    /// <summary>One estimate.</summary>
    Estimate,

    /// <summary>The whole result.</summary>
    Result,
}

/// <summary>A kind of note, under a name that scripts may rely on.</summary>
/// <param name="Name">A stable word with hyphens.</param>
/// <param name="Scope">What it is attached to.</param>
/// <param name="IsActionable">Whether somebody should look into it before the result is used, so that <c>--strict</c> fails; otherwise it is information.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
public sealed record NoteCode(string Name, NoteScope Scope, bool IsActionable, string Meaning);
