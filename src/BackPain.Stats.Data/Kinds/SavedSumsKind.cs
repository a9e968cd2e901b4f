using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a cell of a tabulation that was saved before.</summary>
internal sealed class SavedSumsKind : RowKind
{
    /// <inheritdoc/>
    public override bool HasEveryColumn => false;

    /// <inheritdoc/>
    public override ReadingPlan Complete(ReadingPlan plan, StudyRequest request) => plan;

    /// <inheritdoc/>
    public override Wording? ObjectionTo(ReadingPlan plan, StudyRequest request, bool isAlone) => request switch
    {
        // Beside other files, these parts of the request concern those.
        _ when !isAlone => null,
        { Persons.IsEmpty: false } =>
            (Wording)$"its rows are saved sums; {Settings.Id}, {Settings.Repeats} and {Settings.Frequency} are for individual data.",
        { Design.IsEmpty: false } or { MissingWeight: not null } or { Unweighted: true } =>
            $"a tabulation carries its own design; leave out the options that say what the design is, or tabulate the rows again.",
        { Counts.IsEmpty: false } =>
            $"a tabulation already says what was counted; leave out {Settings.Cases}, {Settings.Persons}, {Settings.NonCases}, "
                + $"{Settings.Recall} and {Settings.RecallColumn}.",
        _ when request.Outcomes.FirstOrDefault(outcome => outcome.Codes is not null) is { } coded =>
            $"a tabulation already says who is a case; name '{coded.Column}' without codes, or tabulate the rows again.",
        _ => null,
    };

    /// <inheritdoc/>
    public override RowSource CounterOf(DataRows rows, ReadingPlan plan, DesignLedger ledger, ProblemLog log) =>
        new TabulationSource(rows, plan, ledger, log) { Heads = ledger.Heads };

    /// <inheritdoc/>
    public override IEnumerable<Note> NotesOn(string file, StudyRequest request) => ReadingNotes.OnTabulation(file, request.Outcomes);
}
