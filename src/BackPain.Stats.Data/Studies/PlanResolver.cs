using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Studies;

/// <summary>Puts together what was asked for and what a codebook says, for one file.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="codebook">What the codebook says.</param>
/// <param name="file">The file, as the user named it.</param>
/// <param name="header">Its columns.</param>
/// <param name="isAlone">Whether it is the only file, so that what does not concern it concerns nothing.</param>
internal sealed class PlanResolver(StudyRequest request, Codebook codebook, string file, IReadOnlyList<string> header, bool isAlone)
{
    /// <summary>What the rows are.</summary>
    public RowKind Kind { get; } = RowKind.Of(request, codebook, header);

    /// <summary>The plan.</summary>
    /// <param name="stratifications">The breakdowns of the study.</param>
    /// <exception cref="RequestException">What was asked for does not fit the kind of data, or is not enough to count anything.</exception>
    public ReadingPlan Plan(IReadOnlyList<Stratification> stratifications)
    {
        var watched = OverlappingRows.ColumnsToWatch(codebook, header);
        var common = new ReadingPlan
        {
            Codebook = codebook,
            Outcomes = request.Outcomes.Count > 0 ? request.Outcomes : codebook.Outcomes,
            TypedOutcomes = request.Outcomes,
            ByColumns = [.. stratifications.SelectMany(by => by.Columns).Concat(watched).Distinct(StringComparer.Ordinal)],
            Bands = BandsOfBoth(),
            Floored = request.Floored,
            Where = request.Where,
            DeclaredMissing = request.Missing,
            MissingWeight = request.MissingWeight,
            Folder = request.Folder,
        };
        var plan = Kind.Complete(common, request);
        if ((Kind.ObjectionTo(plan, request, isAlone) ?? ObjectionTo(plan)) is { } objection)
            throw new RequestException($"{file}: {objection}");
        if (plan.Outcomes.GroupBy(outcome => (outcome.Column, outcome.Recall)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new RequestException(
                $"{twice.Key.Recall} prevalence of '{twice.Key.Column}' is asked for twice; one column and recall period is one outcome.");
        }
        new CodeConflicts(file, plan).Refuse(individuals: Kind.HasCodedOutcomes);
        return plan;
    }

    private Dictionary<string, Bands> BandsOfBoth()
    {
        var bands = new Dictionary<string, Bands>(codebook.Bands, StringComparer.Ordinal);
        foreach (var (column, typed) in request.Bands)
            bands[column] = typed;
        return bands;
    }

    private Wording? ObjectionTo(ReadingPlan plan)
    {
        if (request.Floored.FirstOrDefault(column => !IsNumeric(column, plan)) is not { } unbanded)
            return null;
        Wording where = plan.ByColumns.Contains(unbanded) ? (Wording)"" : $" and in no {Settings.Where}";
        return $"{Settings.Floor} names '{unbanded}', which is not put into bands{where}; "
            + $"it is for the columns of {Settings.Bands} and {Settings.Where}.";
    }

    /// <summary>Whether a column is read as numbers that can be rounded down: for bands, or for conditions alone.</summary>
    private static bool IsNumeric(string column, ReadingPlan plan) =>
        plan.ByColumns.Contains(column) ? plan.BandsOf(column) is not null : plan.Where.Any(condition => condition.Column == column);
}
