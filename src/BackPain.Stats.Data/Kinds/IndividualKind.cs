using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a person, or persons with the same answers.</summary>
internal class IndividualKind : RowKind
{
    /// <inheritdoc/>
    public override bool CountsInAnyOrder => true;

    /// <inheritdoc/>
    public override bool HasCodedOutcomes => true;

    /// <inheritdoc/>
    public override ReadingPlan Complete(ReadingPlan plan, StudyRequest request)
    {
        var persons = request.Persons.CompletedBy(plan.Codebook.Persons);
        var design = request.Unweighted ? DesignColumns.None : request.Design.CompletedBy(plan.Codebook.Design);
        return plan with { Persons = persons, Design = WithPersonsAsUnits(design, persons.Repeats) };
    }

    /// <inheritdoc/>
    public override Wording? ObjectionTo(ReadingPlan plan, StudyRequest request, bool isAlone) =>
        plan.Outcomes.Count == 0 && !request.OnlyCheck
            ? (Wording)($"nothing says what makes a case. Name an outcome with {Settings.Point}, {Settings.Period} or {Settings.Lifetime}; "
                + $"for a file of counts {Settings.Cases} and {Settings.Persons}; or give a codebook.")
        : request.Counts.IsEmpty ? ObjectionToRows(plan, request) ?? ObjectionToDesign(plan)
        : (Wording)($"its rows are individuals; {Settings.Cases}, {Settings.Persons}, {Settings.NonCases}, {Settings.Recall} and "
            + $"{Settings.RecallColumn} are for grouped data.");

    /// <inheritdoc/>
    public override RowSource CounterOf(DataRows rows, ReadingPlan plan, DesignLedger ledger, ProblemLog log) =>
        new IndividualSource(rows, plan, ledger, log) { Heads = ledger.Heads };

    /// <summary>What speaks against the persons that a row is said to be.</summary>
    protected virtual Wording? ObjectionToRows(ReadingPlan plan, StudyRequest request) =>
        plan.Persons.Frequency is not null && plan.Design.Replicates is not null
            ? (Wording)($"rows that stand for several persons ({Settings.Frequency}) have no replicate weights for each of them; "
                + $"write such rows as often as there are persons.")
            : null;

    private static Wording? ObjectionToDesign(ReadingPlan plan) => plan.Design switch
    {
        { Replicates: not null, Weight: null } =>
            (Wording)$"replicate weights need {Settings.Weight} as well, the weight that gives the estimate itself.",
        { Replicates: not null } design when design.UnitColumns.Any() =>
            $"{Settings.Strata}, {Settings.Psu}, {Settings.Ssu} and {Settings.Fpc} are one way to the variance and {Settings.Replicates} "
                + $"another; give one of them.",
        { Ssu: { } ssu, Psu: null } =>
            $"{Settings.Ssu} {QuotedName.Quote(ssu)} names the units inside PSUs; it needs {Settings.Psu}.",
        { SecondFpc: { } second, Psu: null } =>
            $"the second column of {Settings.Fpc}, {QuotedName.Quote(second)}, gives the finite populations of the PSUs; "
                + $"it needs {Settings.Psu}.",
        { Ssu: { } ssu, Psu: { } psu } when ssu == psu =>
            $"{Settings.Psu} and {Settings.Ssu} both name '{psu}'; an SSU is a unit inside a PSU.",
        { Replicates.Type: null, Replicates: not null } =>
            $"say with {Settings.ReplicateType} how the replicate weights were made: {ReplicateType.Choices}.",
        { Replicates: { Scales: null, Type: { ScaleOf: null } type } } =>
            $"the scales of {type} depend on the strata; give them with {Settings.ReplicateScales}.",
        { Weight: null } when plan.MissingWeight is not null => $"{Settings.MissingWeight} needs {Settings.Weight}.",
        _ => null,
    };

    /// <summary>
    /// The visits of a person are a cluster, unless something else is said to be one: a PSU, or an SSU if two stages are described.
    /// A person has one id over all strata.
    /// </summary>
    private static DesignColumns WithPersonsAsUnits(DesignColumns design, string? repeats) =>
        repeats is null || design.Replicates is not null ? design
        : design.Psu is null && design.Ssu is null && design.SecondFpc is null
            ? design with { Psu = repeats, Nested = design.Nested ?? false }
        : design.Psu is not null && design.SecondFpc is not null ? design with { Ssu = design.Ssu ?? repeats }
        : design;
}
