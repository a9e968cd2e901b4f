namespace BackPain.Stats.Definitions;

/// <summary>What a note is attached to.</summary>
public enum NoteScope
{
    /// <summary>One estimate.</summary>
    Estimate,

    /// <summary>The whole result.</summary>
    Result,
}

/// <summary>A kind of note, identified by a name that scripts may rely on.</summary>
/// <param name="Name">A stable, hyphenated name.</param>
/// <param name="Scope">What it is attached to.</param>
/// <param name="IsActionable">
/// True if the note should be investigated before the result is used, so that a strict run fails; false if it is informational.
/// </param>
/// <param name="Meaning">What the note means.</param>
public sealed record NoteCode(string Name, NoteScope Scope, bool IsActionable, Wording Meaning);
