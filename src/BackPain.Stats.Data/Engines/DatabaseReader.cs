using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;

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
        // The columns alone show what is wrong with them before anything is asked for.
        var header = new HeaderRows(name, columns.Select(column => column.Name), log);
        new StudyReader(asked with { OnlyCheck = true }, log).Read([new OpenInput(header, codebook, needsRows: false)]);
        var names = columns.ToDictionary(column => column.Name.Trim(), StringComparer.Ordinal);
        var plan = CodebookFor.Plan(asked, codebook, name, [.. names.Keys]);
        var replicates = plan.Design.Replicates is { } pattern
            ? ReplicateFinder.NamesLike(pattern.Pattern, plan.Design.Weight!, names.Keys)
            : [];
        foreach (var weight in replicates.Prepend(plan.Design.Weight).OfType<string>()
            .Select(weight => names[weight]).Where(weight => weight.Numbers == NumberKind.None))
        {
            log.Add(new Problem(
                name, 0, ProblemCodes.NotANumber,
                $"found type {weight.Type} of column '{weight.Name}'",
                "expected a type of numbers",
                "Name a view in which it is cast to numbers."));
        }
        log.ThrowIfErrors();
        var statement = new SumsStatement(plan, replicates, SqlDialect.PostgreSql, column => names[column].Name);
        // Who looks for what is odd wants to see the values as they are.
        if (!log.SeeksOddities)
            statement.NumbersOf = column => names[column].Numbers;
        var text = statement.Write(found.In(SqlDialect.PostgreSql));
        var sums = session.Rows(text, statement.Header, statement.Keys, log);
        var study = new StudyReader(asked, log).Read([new OpenInput(sums, codebook)]);
        return request.CodebookPath is { } path ? study with { Paths = [.. study.Paths, path] } : study;
    }
}
