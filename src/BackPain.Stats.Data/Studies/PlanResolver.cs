using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Studies;

/// <summary>Puts together what was asked for and what a codebook says, for one file.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="codebook">What the codebook says.</param>
/// <param name="file">The file, as the user named it.</param>
/// <param name="header">Its columns.</param>
/// <param name="isAlone">Whether it is the only file, so that what does not concern it concerns nothing.</param>
internal sealed class PlanResolver(StudyRequest request, Codebook codebook, string file, IReadOnlyList<string> header, bool isAlone)
{
    /// <summary>What the rows are: as typed; as the codebook says; as the header shows; or as the other options imply.</summary>
    public DataKind Kind { get; } =
        RawSumsFormat.Matches(header) ? DataKind.Individuals
        : request.Kind
        ?? codebook.Kind
        ?? (TabulationFormat.Matches(header) ? DataKind.Tabulation
            : (request.CasesColumn ?? request.PersonsColumn ?? request.NonCasesColumn) is not null ? DataKind.Grouped
            : DataKind.Individuals);

    /// <summary>The plan.</summary>
    /// <param name="stratifications">The breakdowns of the study.</param>
    /// <exception cref="RequestException">What was asked for does not fit the kind of data, or is not enough to count anything.</exception>
    public ReadingPlan Plan(IReadOnlyList<Stratification> stratifications)
    {
        var plan = new ReadingPlan
        {
            Codebook = codebook,
            Outcomes = request.Outcomes.Count > 0 ? request.Outcomes : codebook.Outcomes,
            TypedOutcomes = request.Outcomes,
            ByColumns = [.. stratifications.SelectMany(stratification => stratification.Columns).Concat(OverlappingRows.ColumnsToWatch(codebook, header)).Distinct(StringComparer.Ordinal)],
            Bands = BandsOfBoth(),
            Floored = request.Floored,
            Where = request.Where,
            DeclaredMissing = request.Missing,
            Design = Kind == DataKind.Individuals ? WithPersonsAsUnits(request.Unweighted ? DesignColumns.None : request.Design.CompletedBy(codebook.Design)) : DesignColumns.None,
            MissingWeight = request.MissingWeight,
            Folder = request.Folder,
            OutcomeName = codebook.OutcomeName,
            CasesColumn = request.CasesColumn ?? codebook.CasesColumn,
            PersonsColumn = request.PersonsColumn ?? (request.NonCasesColumn is null ? codebook.PersonsColumn : null),
            NonCasesColumn = request.NonCasesColumn ?? (request.PersonsColumn is null ? codebook.NonCasesColumn : null),
            Id = Kind == DataKind.Individuals ? IdOfRows() : [],
            Repeats = Kind == DataKind.Individuals ? Repeats : null,
            Frequency = Kind == DataKind.Individuals ? request.FrequencyColumn ?? codebook.FrequencyColumn : null,
            RecallColumn = request.RecallColumn ?? (request.Recall is null ? codebook.RecallColumn : null),
            Recall = request.Recall ?? (request.RecallColumn is null ? codebook.Recall : null),
        };
        Refuse(plan);
        new CodeConflicts(file, plan).Refuse(individuals: Kind == DataKind.Individuals);
        return plan;
    }

    private string? Repeats => request.RepeatsColumn ?? codebook.RepeatsColumn;

    /// <summary>As typed; else the primary key of the codebook, if the file does not repeat it on purpose. An engine has grouped rows without it.</summary>
    private IReadOnlyList<string> IdOfRows() =>
        request.Id.Count > 0 ? request.Id
        : !RawSumsFormat.Matches(header) && !(codebook.PrimaryKey is [var only] && only == Repeats) ? codebook.PrimaryKey
        : [];

    /// <summary>The visits of a person are a cluster, unless something else is said to be one: a PSU, or an SSU where two stages are described. A person has one id over all strata.</summary>
    private DesignColumns WithPersonsAsUnits(DesignColumns design) =>
        Repeats is null || design.Replicates is not null ? design
        : design.Psu is null && design.Ssu is null && design.SecondFpc is null ? design with { Psu = Repeats, Nested = design.Nested ?? false }
        : design.Psu is not null && design.SecondFpc is not null ? design with { Ssu = design.Ssu ?? Repeats }
        : design;

    private Dictionary<string, Bands> BandsOfBoth()
    {
        var bands = new Dictionary<string, Bands>(codebook.Bands, StringComparer.Ordinal);
        foreach (var (column, typed) in request.Bands)
            bands[column] = typed;
        return bands;
    }

    /// <summary>Whether a column is read as numbers that can be rounded down: for bands, or for conditions alone.</summary>
    private static bool IsNumeric(string column, ReadingPlan plan) =>
        plan.ByColumns.Contains(column) ? plan.BandsOf(column) is not null : plan.Where.Any(condition => condition.Column == column);

    private void Refuse(ReadingPlan plan)
    {
        var problem = Kind switch
        {
            DataKind.Individuals when plan.Outcomes.Count == 0 && !request.OnlyCheck =>
                (Wording)$"{file}: nothing says what makes a case. Name an outcome with {Settings.Point}, {Settings.Period} or {Settings.Lifetime}; for a file of counts {Settings.Cases} and {Settings.Persons}; or give a codebook.",
            DataKind.Individuals when (request.CasesColumn ?? request.PersonsColumn ?? request.NonCasesColumn ?? request.RecallColumn) is not null || request.Recall is not null =>
                $"{file}: its rows are individuals; {Settings.Cases}, {Settings.Persons}, {Settings.NonCases}, {Settings.Recall} and {Settings.RecallColumn} are for grouped data.",
            DataKind.Individuals when RawSumsFormat.Matches(header) && (request.Id.Count > 0 || plan.Frequency is not null) =>
                $"{file}: its rows are sums that an engine made; {Settings.Id} and {Settings.Frequency} need the rows themselves.",
            DataKind.Individuals when plan.Frequency is not null && plan.Design.Replicates is not null =>
                $"{file}: rows that stand for several persons ({Settings.Frequency}) have no replicate weights for each of them; write such rows as often as there are persons.",
            DataKind.Grouped or DataKind.Tabulation when isAlone && (request.Id.Count > 0 || (request.RepeatsColumn ?? request.FrequencyColumn) is not null) =>
                $"{file}: its rows are {(Kind == DataKind.Grouped ? "counts" : "saved sums")}; {Settings.Id}, {Settings.Repeats} and {Settings.Frequency} are for individual data.",
            DataKind.Individuals when plan.Design.Replicates is not null && plan.Design.Weight is null =>
                $"{file}: replicate weights need {Settings.Weight} as well, the weight that gives the estimate itself.",
            DataKind.Individuals when plan.Design.Replicates is not null && plan.Design.UnitColumns.Any() =>
                $"{file}: {Settings.Strata}, {Settings.Psu}, {Settings.Ssu} and {Settings.Fpc} are one way to the variance and {Settings.Replicates} another; give one of them.",
            DataKind.Individuals when plan.Design.Ssu is { } ssu && plan.Design.Psu is null =>
                $"{file}: {Settings.Ssu} {QuotedName.Quote(ssu)} names the units inside PSUs; it needs {Settings.Psu}.",
            DataKind.Individuals when plan.Design.SecondFpc is { } second && plan.Design.Psu is null =>
                $"{file}: the second column of {Settings.Fpc}, {QuotedName.Quote(second)}, gives the finite populations of the PSUs; it needs {Settings.Psu}.",
            DataKind.Individuals when plan.Design.Ssu is not null && plan.Design.Ssu == plan.Design.Psu =>
                $"{file}: {Settings.Psu} and {Settings.Ssu} both name '{plan.Design.Ssu}'; an SSU is a unit inside a PSU.",
            DataKind.Individuals when plan.Design.Replicates is { Type: null } =>
                $"{file}: say with {Settings.ReplicateType} how the replicate weights were made: {ReplicateType.Choices}.",
            DataKind.Individuals when plan.Design.Replicates is { Scales: null, Type.ScaleOf: null } replicates =>
                $"{file}: the scales of {replicates.Type} depend on the strata; give them with {Settings.ReplicateScales}.",
            DataKind.Individuals when plan.MissingWeight is not null && plan.Design.Weight is null =>
                $"{file}: {Settings.MissingWeight} needs {Settings.Weight}.",
            DataKind.Grouped when !request.Design.IsEmpty || request.MissingWeight is not null =>
                $"{file}: its rows are counts; a sampling design needs individual data, or sums that 'backpain tabulate' made of them.",
            DataKind.Tabulation when isAlone && (!request.Design.IsEmpty || request.MissingWeight is not null || request.Unweighted) =>
                $"{file}: a tabulation carries its own design; leave out the options that say what the design is, or tabulate the rows again.",
            DataKind.Grouped when request.Outcomes.Count > 0 =>
                $"{file}: its rows are counts; {Settings.Point}, {Settings.Period} and {Settings.Lifetime} are for individual data, {Settings.Recall} says what grouped data are about.",
            DataKind.Grouped when plan.CasesColumn is null || (plan.PersonsColumn is null && plan.NonCasesColumn is null) =>
                $"{file}: grouped data need {Settings.Cases}, and {Settings.Persons} or {Settings.NonCases}.",
            DataKind.Grouped when plan.PersonsColumn is not null && plan.NonCasesColumn is not null =>
                $"{file}: persons are the cases and the non-cases; give {Settings.Persons} or {Settings.NonCases}, not both.",
            DataKind.Grouped when plan.Recall is null && plan.RecallColumn is null =>
                $"{file}: say what the counts are about, with {Settings.Recall} point, {Settings.Recall} lifetime, {Settings.Recall} 3m or the like, or {Settings.RecallColumn}.",
            DataKind.Tabulation when isAlone && ((request.CasesColumn ?? request.PersonsColumn ?? request.NonCasesColumn ?? request.RecallColumn) is not null || request.Recall is not null) =>
                $"{file}: a tabulation already says what was counted; leave out {Settings.Cases}, {Settings.Persons}, {Settings.NonCases}, {Settings.Recall} and {Settings.RecallColumn}.",
            DataKind.Tabulation when isAlone && request.Outcomes.FirstOrDefault(outcome => outcome.Codes is not null) is { } coded =>
                $"{file}: a tabulation already says who is a case; name '{coded.Column}' without codes, or tabulate the rows again.",
            _ when request.Floored.FirstOrDefault(column => !IsNumeric(column, plan)) is { } unbanded =>
                $"{file}: {Settings.Floor} names '{unbanded}', which is not put into bands{(plan.ByColumns.Contains(unbanded) ? (Wording)"" : $" and in no {Settings.Where}")}; it is for the columns of {Settings.Bands} and {Settings.Where}.",
            _ when plan.Outcomes.GroupBy(outcome => (outcome.Column, outcome.Recall)).FirstOrDefault(group => group.Count() > 1) is { } twice =>
                $"{twice.Key.Recall} prevalence of '{twice.Key.Column}' is asked for twice; one column and recall period is one outcome.",
            _ => null,
        };
        if (problem is not null)
            throw new RequestException(problem);
    }
}
