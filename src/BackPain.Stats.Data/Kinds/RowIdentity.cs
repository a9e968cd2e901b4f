using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// Who the rows are: whether each has an id of its own, if somebody says which column holds it,
/// and otherwise whether one that is named like an id repeats.
/// </summary>
internal sealed class RowIdentity
{
    private const int MostSampled = 2;

    // Ids of persons, without the ids of what persons are grouped in, such as households and sites.
    private static readonly HashSet<string> LikePersonId = new(
        [
            "id", "ids", "pid", "uid", "idno", "idnr", "idnum", "idnumber", "seqn", "caseid", "subject", "subjectid", "subjid", "usubjid",
            "person", "personid", "persid", "participant", "participantid", "patient", "patientid", "patid",
            "respondent", "respondentid", "respid",
            "recordid", "memberid", "individualid", "indid",
        ],
        StringComparer.Ordinal);

    private readonly DataRows table;
    private readonly IdCheck? check;
    private readonly RepeatSample[] samples = [];

    private RowIdentity(DataRows table, ReadingPlan plan, PersonIds known)
    {
        this.table = table;
        var columns = plan.Persons.Id.Select(table.Find).ToList();
        if (columns.Count > 0)
            check = new IdCheck(columns, [.. plan.Persons.Id.Select(MissingOf)], known);
        if (plan.Persons.Repeats is null)
        {
            samples =
            [
                .. table.Header
                    .Where(name => LooksLikePersonId(name) && !IsSettled(name, plan))
                    .Take(MostSampled)
                    .Select(name => new RepeatSample(table.Find(name), MissingOf(name))),
            ];
        }

        IReadOnlySet<string> MissingOf(string column) => plan.MissingOf(column, isQuantity: true);
    }

    /// <summary>What is to be looked at; null if there is nothing.</summary>
    public static RowIdentity? Of(DataRows table, ReadingPlan plan, PersonIds known)
    {
        // A row of sums is a group of persons.
        if (RawSumsFormat.Matches(table.Header))
            return null;
        var identity = new RowIdentity(table, plan, known);
        return identity.check is null && identity.samples.Length == 0 ? null : identity;
    }

    /// <summary>Looks at a row.</summary>
    public void Look(DataRows row, ProblemLog log)
    {
        check?.Look(row, log);
        foreach (var sample in samples)
            sample.Look(row);
    }

    /// <summary>Takes over what another thread has seen of the same file, but for the ids themselves, which are in its ledger.</summary>
    public void TakeOver(RowIdentity other)
    {
        for (var i = 0; i < samples.Length; i++)
            samples[i].TakeOver(other.samples[i]);
    }

    /// <summary>Reports what is odd, once all rows have been seen.</summary>
    public void Report(ProblemLog log) => Array.ForEach(samples, sample => sample.Report(table, log));

    private static bool LooksLikePersonId(string name) =>
        LikePersonId.Contains(string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant());

    /// <summary>Whether something else says what the column is: it is the id itself, or part of the question.</summary>
    private static bool IsSettled(string name, ReadingPlan plan) =>
        plan.Persons.Id is [var only] ? only == name
        : plan.ByColumns.Contains(name)
            || plan.Outcomes.Any(outcome => outcome.Column == name)
            || plan.Design.UnitColumns.Contains(name)
            || name == plan.Design.Weight
            || name == plan.Persons.Frequency;
}
