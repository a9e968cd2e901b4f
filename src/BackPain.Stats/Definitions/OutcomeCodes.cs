namespace BackPain.Stats.Definitions;

/// <summary>Which answers make a case and which make a non-case. Every other answer is unexplained, and nobody guesses what it means.</summary>
public sealed class OutcomeCodes
{
    private static readonly HashSet<string> UsualCases = new(["1", "yes", "y", "true", "t"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> UsualNonCases = new(["0", "no", "n", "false", "f"], StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlySet<string> cases;
    private readonly IReadOnlySet<string>? nonCases;

    private OutcomeCodes(IReadOnlySet<string> cases, IReadOnlySet<string>? nonCases) => (this.cases, this.nonCases) = (cases, nonCases);

    /// <summary>1/0, yes/no, y/n, true/false and t/f, in any case.</summary>
    public static OutcomeCodes Usual { get; } = new(UsualCases, UsualNonCases);

    /// <summary>These codes are cases; the usual words for no are non-cases, unless they are among the cases.</summary>
    public static OutcomeCodes Of(IEnumerable<string> cases)
    {
        var set = cases.ToHashSet(StringComparer.Ordinal);
        return new(set, UsualNonCases.Where(code => !set.Contains(code)).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>These codes are cases and those non-cases.</summary>
    public static OutcomeCodes Of(IEnumerable<string> cases, IEnumerable<string> nonCases) =>
        new(cases.ToHashSet(StringComparer.Ordinal), nonCases.ToHashSet(StringComparer.Ordinal));

    /// <summary>These codes are cases and every other answer is a non-case.</summary>
    public static OutcomeCodes AgainstAllOthers(IEnumerable<string> cases) => new(cases.ToHashSet(StringComparer.Ordinal), null);

    /// <summary>The codes of cases, where every other answer is a non-case; nothing where non-cases have codes of their own.</summary>
    public IEnumerable<string>? CasesAgainstAllOthers => nonCases is null ? cases : null;

    /// <summary>True for a case, false for a non-case, nothing where the codes do not say.</summary>
    public bool? IsCase(string code) => cases.Contains(code) ? true : nonCases is null || nonCases.Contains(code) ? false : null;
}
