using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// What a row means. A kind knows which columns it needs and what a codebook says of them, what it objects to in a request, and how its
/// rows are counted.
/// </summary>
internal abstract class RowKind
{
    /// <summary>Whether the rows can be counted in any order, each by itself.</summary>
    public virtual bool CountsInAnyOrder => false;

    /// <summary>Whether outcomes are columns of codes, whose meaning a codebook or a request gives.</summary>
    public virtual bool HasCodedOutcomes => false;

    /// <summary>Whether a codebook's sampling design can be applied to the rows, or was applied when they were made.</summary>
    public virtual bool HasDesign => true;

    /// <summary>Whether the rows have every column that a codebook describes, rather than those that somebody asked about.</summary>
    public virtual bool HasEveryColumn => true;

    /// <summary>
    /// Decides what the rows of an input are: as the header of an engine's sums shows; as typed; as the codebook says; as the header shows;
    /// or as other parts of the request imply.
    /// </summary>
    public static RowKind Of(StudyRequest request, Codebook codebook, IReadOnlyList<string> header) =>
        RawSumsFormat.Matches(header)
            ? new EngineSumsKind()
            : (request.Kind ?? codebook.Kind ?? KindImpliedBy(request, header)) switch
            {
                DataKind.Individuals => new IndividualKind(),
                DataKind.Grouped => new GroupedKind(),
                DataKind.Tabulation => new SavedSumsKind(),
            };

    /// <summary>Completes a plan by the columns that only this kind has.</summary>
    /// <param name="plan">What all kinds have in common.</param>
    /// <param name="request">What was asked for.</param>
    public abstract ReadingPlan Complete(ReadingPlan plan, StudyRequest request);

    /// <summary>What speaks against counting the rows as requested, after the name of the file; null if nothing does.</summary>
    /// <param name="plan">The completed plan.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="isAlone">Whether it is the only file, so that what does not concern it concerns nothing.</param>
    public abstract Wording? ObjectionTo(ReadingPlan plan, StudyRequest request, bool isAlone);

    /// <summary>Makes what counts the rows.</summary>
    public abstract RowSource CounterOf(DataRows rows, ReadingPlan plan, DesignLedger ledger, ProblemLog log);

    /// <summary>What the reader of a result should know because of the kind of an input.</summary>
    public virtual IEnumerable<Note> NotesOn(string file, StudyRequest request) => [];

    private static DataKind KindImpliedBy(StudyRequest request, IReadOnlyList<string> header) =>
        TabulationFormat.Matches(header) ? DataKind.Tabulation
        : request.Counts.NamesCounts ? DataKind.Grouped
        : DataKind.Individuals;
}
