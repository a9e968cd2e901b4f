namespace BackPain.Stats.Tabulations;

/// <summary>The meaning of a level.</summary>
public enum LevelKind
{
    /// <summary>A value of a stratum column.</summary>
    Value,

    /// <summary>A case of an outcome.</summary>
    Case,

    /// <summary>A non-case of an outcome.</summary>
    NonCase,

    /// <summary>Unknown, for the reason in the text.</summary>
    Missing,

    /// <summary>The answer of a person with zero weight, who is part of the design but not of any figure.</summary>
    ZeroWeight,

    /// <summary>
    /// A case with zero weight whose replicate weights are not all zero: part of the replicate estimates, but not of any count.
    /// </summary>
    ZeroWeightCase,

    /// <summary>A non-case with zero weight whose replicate weights are not all zero.</summary>
    ZeroWeightNonCase,

    /// <summary>Outside the subpopulation, for the reason in the text.</summary>
    Outside,

    /// <summary>Not in the sample because there is no weight, for the reason in the text.</summary>
    Dropped,
}

/// <summary>One level of a key.</summary>
/// <param name="Kind">The meaning of the level.</param>
/// <param name="Text">The value or the reason.</param>
public readonly record struct Level(LevelKind Kind, string Text)
{
    /// <summary>
    /// The alternatives, if the level depends on whether a column holds text; null otherwise. A settled tabulation has no such levels.
    /// </summary>
    public UndecidedLevel? Undecided { get; private init; }

    /// <summary>The level of cases.</summary>
    public static readonly Level Case = new(LevelKind.Case, "case");

    /// <summary>The level of non-cases.</summary>
    public static readonly Level NonCase = new(LevelKind.NonCase, "non-case");

    /// <summary>The level of persons with zero weight.</summary>
    public static readonly Level ZeroWeight = new(LevelKind.ZeroWeight, "weight-0");

    /// <summary>The level of cases with zero weight whose replicate weights are not all zero.</summary>
    public static readonly Level ZeroWeightCase = new(LevelKind.ZeroWeightCase, "weight-0-case");

    /// <summary>The level of non-cases with zero weight whose replicate weights are not all zero.</summary>
    public static readonly Level ZeroWeightNonCase = new(LevelKind.ZeroWeightNonCase, "weight-0-non-case");

    /// <summary>Creates a level that is one of two, depending on whether a column turns out to hold only numbers.</summary>
    /// <exception cref="ArgumentException">Both alternatives are null.</exception>
    public static Level Either(UndecidedLevel undecided)
    {
        var (kind, text) = undecided.IfNumbers ?? undecided.IfTexts
            ?? throw new ArgumentException("At least one of the two levels must be given.", nameof(undecided));
        return new Level(kind, text) { Undecided = undecided };
    }

    /// <summary>Returns the replacement of this level, with each alternative replaced if it is undecided.</summary>
    public Level Replaced(Func<Level, Level> replace)
    {
        if (Undecided is not { } undecided)
            return replace(this);
        var (ifNumbers, ifTexts) = (undecided.IfNumbers?.Replaced(replace), undecided.IfTexts?.Replaced(replace));
        return ifNumbers is { } same && ifNumbers == ifTexts ? same : Either(undecided with { IfNumbers = ifNumbers, IfTexts = ifTexts });
    }

    /// <summary>Returns the decided level, now that it is known which columns hold text, or null if there is none.</summary>
    /// <param name="holdsText">Returns whether a column holds text.</param>
    public Level? Settled(Func<string, bool> holdsText)
    {
        Level? level = this;
        while (level is { Undecided: { } undecided })
            level = holdsText(undecided.Column) ? undecided.IfTexts : undecided.IfNumbers;
        return level;
    }

    /// <summary>Creates the level for a value of a stratum column.</summary>
    public static Level Value(string text) => new(LevelKind.Value, text);

    /// <summary>Creates the level for missing answers with the given reason.</summary>
    public static Level Missing(string reason) => new(LevelKind.Missing, reason);

    /// <summary>Creates the level for persons outside the subpopulation for the given reason.</summary>
    public static Level Outside(string reason) => new(LevelKind.Outside, reason);

    /// <summary>Creates the level for persons not in the sample for the given reason.</summary>
    public static Level Dropped(string reason) => new(LevelKind.Dropped, reason);
}
