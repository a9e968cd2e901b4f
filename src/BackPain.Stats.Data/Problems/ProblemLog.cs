using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>Collects the problems of the data, so that they are told together. It keeps only so many; the rest it counts.</summary>
/// <param name="keep">
/// How many to keep, faults of one kind in a column as one; <see cref="int.MaxValue"/> to keep every one by itself.
/// </param>
/// <param name="seeksOddities">Whether to look for what is odd as well as for what is wrong.</param>
public sealed class ProblemLog(int keep = ProblemLog.Shown, bool seeksOddities = false)
{
    /// <summary>How many problems are shown unless all are asked for.</summary>
    public const int Shown = 20;

    private readonly FaultList faults = new(keep);
    private readonly FindingList? findings = keep == int.MaxValue ? new() : null;
    private readonly HashSet<Problem> toldOfTables = [];
    private string? table;

    /// <summary>Those that were kept, file by file, in the order of their lines.</summary>
    public IReadOnlyList<Problem> Problems => [.. Each()];

    /// <summary>Those that were kept one after the other, since they may be as many as there are rows.</summary>
    public IEnumerable<Problem> Each() => findings?.All() ?? faults.All();

    /// <summary>How many errors were found that no problem kept speaks of.</summary>
    public long UntoldErrors => findings is null ? Errors - faults.CoveredErrors : 0;

    /// <summary>The errors among them, which are what a reader must see where nothing was counted.</summary>
    public IReadOnlyList<Problem> ErrorsKept => [.. Problems.Where(problem => problem.Code.Severity == Severity.Error)];

    /// <summary>How many errors there are, kept or not.</summary>
    public long Errors { get; private set; }

    /// <summary>How many oddities there are, kept or not.</summary>
    public long Oddities { get; private set; }

    /// <summary>Whether to look for what is odd as well.</summary>
    public bool SeeksOddities => seeksOddities;

    /// <summary>
    /// Says that a name is that of a table in a database: it has no lines, and what is wrong with many of its rows is told once.
    /// </summary>
    public void HasNoLines(string name) => table = name;

    /// <summary>Notes a problem.</summary>
    public void Add(Problem problem)
    {
        if (problem.File == table && !toldOfTables.Add(problem = problem with { Line = 0 }))
            return;
        if (problem.Code.Severity == Severity.Error)
            Errors++;
        else
            Oddities++;
        if (findings is not null)
            findings.Add(problem);
        else
            faults.Add(problem);
    }

    /// <summary>The oddities that a result carries as warnings, where nobody lists the problems themselves.</summary>
    public IEnumerable<Note> Warnings() =>
        from problem in Problems
        where problem.Code.IsWarning && !seeksOddities
        select new Note(problem.Code.Name, $"{problem.Place}: {problem.Wording}");

    /// <summary>Ends the work where there are errors.</summary>
    /// <exception cref="DataException">There are errors.</exception>
    public void ThrowIfErrors()
    {
        if (Errors > 0)
            throw new DataException(this);
    }
}
