namespace BackPain.Stats.Definitions;

/// <summary>The codes of cases and of non-cases. Any other answer is undefined, and its meaning is not guessed.</summary>
public sealed class OutcomeCodes
{
    private static readonly HashSet<string> UsualCases = new(["1", "yes", "y", "true", "t"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> UsualNonCases = new(["0", "no", "n", "false", "f"], StringComparer.OrdinalIgnoreCase);

    private readonly bool usualNonCases;

    private OutcomeCodes(IReadOnlyCollection<string> cases, IReadOnlyCollection<string>? nonCases, bool usualNonCases = false)
    {
        Cases = cases.ToHashSet(StringComparer.Ordinal);
        NonCases = nonCases?.ToHashSet(StringComparer.Ordinal);
        this.usualNonCases = usualNonCases;
    }

    /// <summary>The codes of cases, compared ordinally.</summary>
    public IReadOnlySet<string> Cases { get; }

    /// <summary>The codes of non-cases, excluding the usual words; null if every other answer is a non-case.</summary>
    public IReadOnlySet<string>? NonCases { get; }

    /// <summary>Creates codes for cases; the usual words for "no" are non-cases unless they are listed as cases.</summary>
    public static OutcomeCodes Of(IEnumerable<string> cases) => new([.. cases], [], usualNonCases: true);

    /// <summary>Creates codes for cases and for non-cases.</summary>
    public static OutcomeCodes Of(IEnumerable<string> cases, IEnumerable<string> nonCases) => new([.. cases], [.. nonCases]);

    /// <summary>Creates codes for cases; every other answer is a non-case.</summary>
    public static OutcomeCodes AgainstAllOthers(IEnumerable<string> cases) => new([.. cases], null);

    /// <summary>
    /// Interprets the usual words 1/0, yes/no, y/n, true/false and t/f, ignoring case. Returns true for a case, false for a non-case, and
    /// null for any other word.
    /// </summary>
    public static bool? Usual(string word) => UsualCases.Contains(word) ? true : UsualNonCases.Contains(word) ? false : null;

    /// <summary>The codes of cases if every other answer is a non-case; null if non-cases have codes of their own.</summary>
    public IEnumerable<string>? CasesAgainstAllOthers => NonCases is null ? Cases : null;

    /// <summary>Returns a copy in which each code is replaced by the codes that it stands for.</summary>
    public OutcomeCodes With(Func<string, IEnumerable<string>> codes) => new(
        [.. Cases.SelectMany(codes)],
        NonCases?.SelectMany(codes).ToList(),
        usualNonCases);

    /// <summary>Returns true for a case, false for a non-case, and null if the code is undefined.</summary>
    public bool? IsCase(string code) =>
        Cases.Contains(code) ? true
        : NonCases is null || NonCases.Contains(code) || (usualNonCases && UsualNonCases.Contains(code)) ? false
        : null;

    /// <summary>Returns whether a code is a non-case only because it is one of the usual words for "no".</summary>
    public bool LeavesToUsual(string code) => usualNonCases && !Cases.Contains(code) && UsualNonCases.Contains(code);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{QuotedName.Join(Cases)}{(NonCases is null ? "/*" : NonCases.Count > 0 ? $"/{QuotedName.Join(NonCases)}" : "")}";
}
