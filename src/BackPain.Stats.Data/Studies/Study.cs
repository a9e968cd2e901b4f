using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Studies;

/// <summary>What was counted, and what it was counted from.</summary>
/// <param name="Tabulation">The grouped sums of all inputs together.</param>
/// <param name="Stratifications">The breakdowns asked for, or else those of the codebook.</param>
/// <param name="Codebooks">What is known of the columns of each input.</param>
/// <param name="Inputs">What was read.</param>
/// <param name="Paths">The files that were read, codebooks among them.</param>
/// <param name="Warnings">What a reader should know about the reading.</param>
public sealed record Study(
    Tabulation Tabulation,
    IReadOnlyList<Stratification> Stratifications,
    IReadOnlyList<Codebook> Codebooks,
    IReadOnlyList<InputSummary> Inputs,
    IReadOnlyList<string> Paths,
    IReadOnlyList<Note> Warnings)
{
    /// <summary>Whether the codebooks allow a figure for all rows together.</summary>
    public bool OverallMeansSomething => Codebooks.All(codebook => codebook.Overall);

    /// <summary>Whether the codebooks allow strata without anybody.</summary>
    public bool EmptyStrataMeanSomething => Codebooks.All(codebook => codebook.EmptyStrata);

    /// <summary>Whether counts of a model are among the data.</summary>
    public bool Modelled => Codebooks.Any(codebook => codebook.Modelled);

    /// <summary>The column of the persons of whom the rows are visits, or null if a row is a person.</summary>
    public string? Repeats { get; init; }

    /// <summary>How the codes of columns were compared, where the levels of the tabulation do not show it.</summary>
    public IReadOnlyDictionary<string, CodeComparison> Compared { get; init; } = new SortedDictionary<string, CodeComparison>();
}

/// <summary>One input and its fingerprint.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal; nothing for a table in a database, or where no fingerprint was asked
/// for.</param>
/// <param name="Bytes">Its size; of a table in a database, that of the values that came from it.</param>
/// <param name="Rows">Its rows, without the header and blank lines.</param>
/// <param name="Codebook">What says what its columns mean; null if nothing does.</param>
/// <param name="Scales">The file of the scales of its replicate weights; null if there is none.</param>
public sealed record InputSummary(
    string Name, string? Sha256, long Bytes, long Rows, CodebookFile? Codebook = null, ScalesFile? Scales = null);
