using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>One input of a study: a file, or what an engine answers.</summary>
/// <param name="name">As the user named it.</param>
/// <param name="codebook">What is known of it beforehand; null if nothing is.</param>
internal abstract class DataInput(string name, Codebook? codebook)
{
    /// <summary>As the user named it; the file part of every message.</summary>
    public string Name => name;

    /// <summary>What is known of it beforehand; null if nothing is.</summary>
    public Codebook? Codebook => codebook;

    /// <summary>The file; null for the answer of an engine, which can be read only once.</summary>
    public virtual InputFile? File => null;

    /// <summary>Whether its rows are persons, so that it has to have at least one.</summary>
    public virtual bool NeedsRows => true;

    /// <summary>Opens it for one reading, from the start to the end.</summary>
    /// <param name="dialect">How text is written, if it is text.</param>
    /// <param name="fingerprint">Whether to take a fingerprint of its bytes, if it has any.</param>
    /// <param name="log">Where problems go.</param>
    /// <exception cref="UnreachableInputException">It cannot be opened.</exception>
    public abstract DataRows Open(CsvDialect dialect, bool fingerprint, ProblemLog log);
}

/// <summary>A file, standard input, or a bundled dataset.</summary>
internal sealed class FileInput(InputFile file) : DataInput(file.Name, file.Codebook)
{
    /// <inheritdoc/>
    public override InputFile File => file;

    /// <inheritdoc/>
    public override DataRows Open(CsvDialect dialect, bool fingerprint, ProblemLog log) => file.OpenRows(dialect, fingerprint, log);
}

/// <summary>Rows that are there already.</summary>
/// <param name="rows">The rows; closed by whoever opens them here.</param>
/// <param name="codebook">What is known of them.</param>
/// <param name="needsRows">Whether there has to be at least one.</param>
internal sealed class OpenInput(DataRows rows, Codebook codebook, bool needsRows = true) : DataInput(rows.File, codebook)
{
    /// <inheritdoc/>
    public override bool NeedsRows => needsRows;

    /// <inheritdoc/>
    public override DataRows Open(CsvDialect dialect, bool fingerprint, ProblemLog log) => rows;
}
