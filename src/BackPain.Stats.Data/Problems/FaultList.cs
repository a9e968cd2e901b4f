using System.Globalization;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>
/// Problems as they are reported unless every one is asked for: the faults of one kind in a column together,
/// with how many there are and the first lines.
/// </summary>
/// <param name="keep">How many to keep.</param>
internal sealed class FaultList(int keep)
{
    private const int MostLines = 4;

    private readonly List<Fault> faults = [];
    private readonly Dictionary<(string File, ProblemCode Code, string Column, Wording? Expected), Fault> ofColumns = [];

    private int keptErrors;

    /// <summary>How many errors the ones kept stand for.</summary>
    public long CoveredErrors { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(Problem problem)
    {
        var isError = problem.Code.Severity == Severity.Error;
        var key = (problem.File, problem.Code, problem.Column ?? "", problem.Expected);
        if (problem.Column is not null && ofColumns.TryGetValue(key, out var known))
        {
            known.Add(problem.Line);
        }
        else
        {
            // Each severity has room of its own, so that oddities never hide an error.
            if ((isError ? keptErrors : faults.Count - keptErrors) == keep)
                return;
            faults.Add(known = new Fault(problem));
            keptErrors += isError ? 1 : 0;
            if (problem.Column is not null)
                ofColumns.Add(key, known);
        }
        CoveredErrors += isError ? 1 : 0;
    }

    /// <summary>Those that were kept, file by file, in the order of their lines.</summary>
    public IEnumerable<Problem> All() =>
        faults.GroupBy(fault => fault.First.File, StringComparer.Ordinal)
            .SelectMany(file => file.OrderBy(fault => fault.First.Line))
            .Select(fault => fault.Together());

    private sealed class Fault(Problem first)
    {
        private readonly List<long> lines = [];
        private long more;

        public Problem First => first;

        public void Add(long line)
        {
            more++;
            if (line > 0 && lines.Count < MostLines)
                lines.Add(line);
        }

        public Problem Together()
        {
            if (more == 0)
                return first;
            var values = string.Create(CultureInfo.InvariantCulture, $"{more} more such {(more == 1 ? "value" : "values")}");
            return first with { Found = $"{first.Found} and {values}{Places()}", Count = more + 1 };
        }

        private string Places()
        {
            var listed = string.Join(", ", lines.Select(line => line.ToString(CultureInfo.InvariantCulture)));
            return lines.Count == 0 ? "" : $" on {(lines.Count == 1 ? "line" : "lines")} {listed}{(more > lines.Count ? ", …" : "")}";
        }
    }
}
