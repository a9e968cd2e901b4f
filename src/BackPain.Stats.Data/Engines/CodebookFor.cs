using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Engines;

/// <summary>What is known of a table, which has no codebook beside it.</summary>
internal static class CodebookFor
{
    /// <summary>The codebook that was named; it describes a file of the name of the table, or one file only.</summary>
    /// <exception cref="RequestException">It describes others.</exception>
    public static Codebook Table(StudyRequest request, TableName table) =>
        request.CodebookPath is not { } path ? Codebook.None
        : DataPackage.Load(path, path).For(table.Table, givenByUser: true)
            ?? throw new RequestException(
                $"{path} describes nothing of the name '{table.Table}', and not just one file that could be meant.");

    /// <summary>What is to be counted in a table.</summary>
    /// <exception cref="RequestException">
    /// What was asked for does not fit a table of individuals, or is not enough to count anything.
    /// </exception>
    public static ReadingPlan Plan(StudyRequest request, Codebook codebook, string table, IReadOnlyList<string> columns)
    {
        if (request.Persons.Id.Count > 0)
            throw new RequestException(
                $"{table}: {Settings.Id} needs the rows, and only sums leave a database; "
                + $"a primary key or unique index there holds ids apart.");
        var plan = new PlanResolver(request, codebook, table, columns, isAlone: true)
            .Plan(request.Stratifications.Count > 0 ? request.Stratifications : codebook.Stratifications);
        return plan.Persons.Frequency is null
            ? plan
            : throw new RequestException(
                $"{table}: rows that stand for several persons ({Settings.Frequency}) cannot be counted in a database; "
                + $"name a view with a row a person.");
    }
}
