using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>What the codes of one outcome mean in one file: what was typed and what the codebook says, put together.</summary>
internal sealed class OutcomeMeaning
{
    private readonly HashSet<string> doubtful;

    /// <param name="outcome">The outcome.</param>
    /// <param name="column">The codes of its column.</param>
    /// <param name="isTyped">Whether the outcome was typed rather than found in the codebook.</param>
    public OutcomeMeaning(CaseDefinition outcome, ColumnCodes column, bool isTyped)
    {
        (Outcome, Column, IsTyped) = (outcome, column, isTyped);
        Codes = outcome.Codes?.With(CodesFor);
        var missing = column.Missing.ToList();
        Won =
        [
            .. missing.Where(code => code.Origin is MissingOrigin.Codebook or MissingOrigin.Itself && IsListed(code.Code))
                .Select(code => code.Code)
                .Distinct(StringComparer.Ordinal),
        ];
        Missing = [.. missing.Select(code => code.Code).Except(Won)];
        // Said for all columns, and by nobody for this one.
        var meant = missing.Where(code => code.Origin is MissingOrigin.Codebook or MissingOrigin.TypedForColumn).Select(code => code.Code);
        doubtful =
        [
            .. missing.Where(code => code.Origin == MissingOrigin.TypedForAll && IsUsual(code.Code))
                .Select(code => code.Code)
                .Except(meant),
        ];
    }

    /// <summary>The outcome as it was typed, or as the codebook says.</summary>
    public CaseDefinition Outcome { get; }

    /// <summary>The codes of its column.</summary>
    public ColumnCodes Column { get; }

    /// <summary>Whether it was typed.</summary>
    public bool IsTyped { get; }

    /// <summary>
    /// The codes of cases and non-cases, labels replaced by the codes they stand for; null where the usual ones are meant.
    /// </summary>
    public OutcomeCodes? Codes { get; }

    /// <summary>Where it was said, as it is typed.</summary>
    public Wording Saying => IsTyped ? Option : $"the codebook's outcome '{Outcome.Column}'";

    /// <summary>The codes for a missing answer.</summary>
    public HashSet<string> Missing { get; }

    /// <summary>The missing codes that are cases or non-cases, since these were said and those came from elsewhere.</summary>
    public IReadOnlyList<string> Won { get; }

    /// <summary>Whether a code is listed as a case or a non-case, in whichever way it is written.</summary>
    public bool IsListed(string code) => IsCase(code) || Codes?.NonCases?.Any(known => Column.AreOne(known, code)) == true;

    /// <summary>Whether a code is listed as a case.</summary>
    public bool IsCase(string code) => Codes?.Cases.Any(known => Column.AreOne(known, code)) == true;

    /// <summary>Whether a code is a usual word that was declared missing for all columns.</summary>
    public bool IsDoubtful(string code) => doubtful.Count > 0 && doubtful.Any(known => Column.AreOne(known, code));

    private Wording Option =>
        $"{Settings.OutcomeOf(Outcome.Recall)} {(Outcome.Recall.Span is { } span ? $"{span}:" : "")}"
        + $"{QuotedName.Quote(Outcome.Column)}{(Outcome.Codes is { } codes ? $"={codes}" : "")}";

    /// <summary>Of a codebook, a code is rather itself than a label; what is typed was checked before.</summary>
    private IEnumerable<string> CodesFor(string text) => Column.OtherCodeLabelled(text) is null ? Column.CodesFor(text) : [text];

    private bool IsUsual(string code) => Codes is { } codes ? codes.LeavesToUsual(code) : OutcomeCodes.Usual(code) is not null;
}
