namespace BackPain.Stats.Data.Problems;

/// <summary>Every problem by itself, file by file, in the order of their lines.</summary>
/// <remarks>They come nearly in this order: only what is known at the end of a file comes late and has to be sorted in.</remarks>
internal sealed class FindingList
{
    private readonly FindingSpool inOrder = new();
    private readonly Dictionary<string, List<Problem>> late = new(StringComparer.Ordinal);

    /// <summary>Adds one.</summary>
    public void Add(Problem problem)
    {
        if (late.TryGetValue(problem.File, out var lateOfFile) && (problem.File != inOrder.Last!.File || problem.Line < inOrder.Last.Line))
        {
            lateOfFile.Add(problem);
            return;
        }
        late.TryAdd(problem.File, []);
        inOrder.Add(problem);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<Problem> All()
    {
        var waiting = new Queue<Problem>();
        string? file = null;
        foreach (var problem in inOrder.All())
        {
            if (problem.File != file)
            {
                while (waiting.TryDequeue(out var rest))
                    yield return rest;
                file = problem.File;
                waiting = new Queue<Problem>(late[file].OrderBy(lateProblem => lateProblem.Line));
            }
            while (waiting.TryPeek(out var next) && next.Line < problem.Line)
                yield return waiting.Dequeue();
            yield return problem;
        }
        while (waiting.TryDequeue(out var rest))
            yield return rest;
    }
}
