using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Surveys;

/// <summary>The part of an answer that is common to all analyses of counted persons.</summary>
public interface ISurveyAnswer
{
    /// <summary>Who is included in its figures, and who is not.</summary>
    DomainAnswer Counted { get; }

    /// <summary>The sampling design; null for a simple random sample.</summary>
    DesignSummary? Design { get; }

    /// <summary>The notes on its estimates, each once.</summary>
    IReadOnlyList<Note> Notes { get; }

    /// <summary>What the reader must know of the result as a whole, besides what the design and the data say.</summary>
    IReadOnlyList<Note> Warnings => [];
}
