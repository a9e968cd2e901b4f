using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Engines;

/// <summary>The statement for an engine that the program does not connect to: its result, saved as CSV, is data.</summary>
public static class DatabaseStatement
{
    /// <summary>Writes it. The columns are those that were named, since nobody here knows the table.</summary>
    /// <exception cref="RequestException">What was asked for cannot be put into a statement.</exception>
    /// <exception cref="DataException">The codebook is wrong.</exception>
    public static string For(StudyRequest request, TableName table, SqlDialect dialect)
    {
        var codebook = CodebookFor.Table(request, table);
        var plan = CodebookFor.Plan(request with { Kind = DataKind.Individuals }, codebook, table.ToString(), []);
        // A pattern of names can only be filled in from the codebook.
        var replicates = plan.Design.Replicates is { } pattern
            ? ReplicateFinder.NamesLike(pattern.Pattern, plan.Design.Weight!, codebook.Fields.Select(field => field.Name))
            : [];
        if (plan.Design.Replicates is { } unknown && replicates.Count == 0)
            throw new RequestException(
                $"the columns like '{unknown.Pattern}' are not known here; give a codebook that lists them with {Settings.Codebook}.");
        var statement = new SumsStatement(plan, replicates, dialect, column => column)
        {
            NumbersOf = column => NumbersIn(codebook.FieldOf(column)),
        };
        var text = statement.Write(table.In(dialect));
        if (statement.Header.FirstOrDefault(name => System.Text.Encoding.UTF8.GetByteCount(name) > dialect.LongestName) is { } tooLong)
            throw new RequestException(
                $"'{tooLong}' would be the name of a column of the result, and {dialect.Name} cuts it off; "
                + $"name a view in which the column has a shorter name.");
        return $"{text};";
    }

    private static NumberKind NumbersIn(Field field) => field.Type switch
    {
        "integer" => NumberKind.Whole,
        "number" => NumberKind.Real,
        _ => NumberKind.None,
    };
}
