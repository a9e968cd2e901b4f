using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>The footnotes that every analysis has: on its design, on its notes, on everybody who was read, and on the reading.</summary>
/// <param name="answer">What was found.</param>
/// <param name="provenance">The provenance.</param>
internal sealed class SharedFootnotes(ISurveyAnswer answer, Provenance provenance)
{
    private const int Letters = 26;

    /// <summary>On the sampling design; none for a simple random sample.</summary>
    public IEnumerable<string> OnDesign => answer.Design is { } design ? DesignSentences.On(design) : [];

    /// <summary>On the notes, on everybody, and on the reading.</summary>
    public IEnumerable<string> Last =>
    [
        .. answer.Notes.Select(note => $"{MarkOf(note)}: {note.Wording.InOptions()}"),
        .. new CountedSentences(provenance, answer).All,
        .. provenance.Warnings.Select(warning => warning.Wording.InOptions()),
    ];

    /// <summary>The marks of several notes, as they stand beside an estimate.</summary>
    public string MarksOf(IEnumerable<Note> notes) => string.Join(' ', notes.Select(MarkOf));

    /// <summary>The letter that refers to a note, a to z; after these, letters are doubled.</summary>
    private string MarkOf(Note note)
    {
        var index = answer.Notes.ToList().IndexOf(note);
        return new string((char)('a' + (index % Letters)), 1 + (index / Letters));
    }
}
