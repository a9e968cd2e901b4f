namespace BackPain.Stats.Definitions;

/// <summary>Which answers make a case and which make a non-case. Every other answer is unexplained, and nobody guesses what it means.</summary>
public sealed class OutcomeCodes
{
    private static readonly HashSet<string> UsualCases = new(["1", "yes", "y", "true", "t"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> UsualNonCases = new(["0", "no", "n", "false", "f"], StringComparer.OrdinalIgnoreCase);

    private readonly bool usualNonCases;

    private OutcomeCodes(IReadOnlyCollection<string> cases, IReadOnlyCollection<string>? nonCases, bool usualNonCases = false)
    {
        (Cases, NonCases, this.usualNonCases) = (cases.ToHashSet(StringComparer.Ordinal), nonCases?.ToHashSet(StringComparer.Ordinal), usualNonCases);
    }

    /// <summary>The codes of cases.</summary>
    public IReadOnlySet<string> Cases { get; }

    /// <summary>The codes of non-cases, without the usual words; null if every other answer is one.</summary>
    public IReadOnlySet<string>? NonCases { get; }

    /// <summary>These codes are cases; the usual words for no are non-cases, unless they are among the cases.</summary>
    public static OutcomeCodes Of(IEnumerable<string> cases) => new([.. cases], [], usualNonCases: true);

    /// <summary>These codes are cases and those non-cases.</summary>
    public static OutcomeCodes Of(IEnumerable<string> cases, IEnumerable<string> nonCases) => new([.. cases], [.. nonCases]);

    /// <summary>These codes are cases and every other answer is a non-case.</summary>
    public static OutcomeCodes AgainstAllOthers(IEnumerable<string> cases) => new([.. cases], null);

    /// <summary>What the usual words say, 1/0, yes/no, y/n, true/false and t/f, in any case: true for a case, false for a non-case, null for any other word.</summary>
    public static bool? Usual(string word) => UsualCases.Contains(word) ? true : UsualNonCases.Contains(word) ? false : null;

    /// <summary>The codes of cases, where every other answer is a non-case; nothing where non-cases have codes of their own.</summary>
    public IEnumerable<string>? CasesAgainstAllOthers => NonCases is null ? Cases : null;

    /// <summary>The same, with each code replaced by those that it stands for.</summary>
    public OutcomeCodes With(Func<string, IEnumerable<string>> codes) => new([.. Cases.SelectMany(codes)], NonCases?.SelectMany(codes).ToList(), usualNonCases);

    /// <summary>True for a case, false for a non-case, nothing where the codes do not say.</summary>
    public bool? IsCase(string code) =>
        Cases.Contains(code) ? true
        : NonCases is null || NonCases.Contains(code) || (usualNonCases && UsualNonCases.Contains(code)) ? false
        : null;

    /// <summary>Whether a code is a usual word, which nobody gave a meaning here.</summary>
    public bool LeavesToUsual(string code) => usualNonCases && !Cases.Contains(code) && UsualNonCases.Contains(code);

    /// <inheritdoc/>
    public override string ToString() => $"{QuotedName.Join(Cases)}{(NonCases is null ? "/*" : NonCases.Count > 0 ? $"/{QuotedName.Join(NonCases)}" : "")}";
}
