using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Studies;

namespace BackPain.Stats.Data.Engines;

/// <summary>Lets a database count, and reads the sums into a tabulation. Rows of persons never leave it.</summary>
/// <param name="request">What to count.</param>
/// <param name="log">Where problems go.</param>
/// <param name="cancelled">Stops the statement on the server.</param>
public sealed class DatabaseReader(StudyRequest request, ProblemLog log, CancellationToken cancelled)
{
    /// <summary>Counts the persons in a table.</summary>
    /// <exception cref="DataException">The data are wrong.</exception>
    /// <exception cref="RequestException">What was asked for does not fit the data.</exception>
    /// <exception cref="UnreachableInputException">The database or the table cannot be reached, or the statement fails there.</exception>
    public Study Read(DatabaseTable table)
    {
        var name = table.Name.ToString();
        var codebook = CodebookFor.Table(request, table.Name);
        var asked = request with { Kind = DataKind.Individuals, CodebookPath = null };
        log.HasNoLines(name);
        using var session = new PostgresSession(table, cancelled);
        var (found, columns) = session.Look();
        // A file that has the header of the table and no rows has the same mistakes in its columns as the table.
        Read(asked with { OnlyCheck = true }, new MemoryStream(SumsStream.HeaderLine(columns.Select(column => column.Name))), isHeaderOnly: true);
        var names = columns.ToDictionary(column => column.Name.Trim(), StringComparer.Ordinal);
        var plan = CodebookFor.Plan(asked, codebook, name, [.. names.Keys]);
        var replicates = plan.Design.Replicates is { } pattern ? ReplicateFinder.NamesLike(pattern.Pattern, plan.Design.Weight!, names.Keys) : [];
        foreach (var weight in replicates.Prepend(plan.Design.Weight).OfType<string>().Select(weight => names[weight]).Where(weight => weight.Numbers == NumberKind.None))
            log.Add(new Problem(name, 0, ProblemCodes.NotANumber, $"found type {weight.Type} of column '{weight.Name}'", "expected a type of numbers", "Name a view in which it is cast to numbers."));
        log.ThrowIfErrors();
        var statement = new SumsStatement(plan, replicates, SqlDialect.PostgreSql, column => names[column].Name);
        // Who looks for what is odd wants to see the values as they are.
        if (!log.SeeksOddities)
            statement.NumbersOf = column => names[column].Numbers;
        var text = statement.Write(found.In(SqlDialect.PostgreSql));
        var study = Read(asked, session.Rows(text, statement.Header, statement.Keys));
        return request.CodebookPath is { } path ? study with { Paths = [.. study.Paths, path] } : study;

        Study Read(StudyRequest wanted, Stream counted, bool isHeaderOnly = false) =>
            new StudyReader(wanted, log).Read([new InputFile(name, null, codebook) { Counted = counted, IsHeaderOnly = isHeaderOnly }]);
    }
}
