namespace BackPain.Stats.Tabulations;

/// <summary>What a key says of the persons who have it.</summary>
public enum LevelKind
{
    /// <summary>A value of a stratum column.</summary>
    Value,

    /// <summary>A case of an outcome.</summary>
    Case,

    /// <summary>A non-case of an outcome.</summary>
    NonCase,

    /// <summary>Not known, for the reason in the text.</summary>
    Missing,

    /// <summary>The answer of a person of weight 0, who is part of the design and of no figure.</summary>
    ZeroWeight,

    /// <summary>A case among persons of weight 0 whose replicate weights are not all 0: part of the replicates' estimates, and of no count.</summary>
    ZeroWeightCase,

    /// <summary>A non-case among persons of weight 0 whose replicate weights are not all 0.</summary>
    ZeroWeightNonCase,

    /// <summary>Not of the subpopulation, for the reason in the text.</summary>
    Outside,

    /// <summary>Not of the sample, as having no weight, for the reason in the text.</summary>
    Dropped,
}

/// <summary>One value that a key can have.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Text">The value, or the reason.</param>
public readonly record struct Level(LevelKind Kind, string Text)
{
    /// <summary>What it may turn out to be, if that is not known yet; no tabulation that is estimated from has such levels.</summary>
    public UndecidedLevel? Undecided { get; private init; }

    /// <summary>A case.</summary>
    public static readonly Level Case = new(LevelKind.Case, "case");

    /// <summary>A non-case.</summary>
    public static readonly Level NonCase = new(LevelKind.NonCase, "non-case");

    /// <summary>The answer of a person of weight 0.</summary>
    public static readonly Level ZeroWeight = new(LevelKind.ZeroWeight, "weight-0");

    /// <summary>A case of weight 0 that some replicate weights count.</summary>
    public static readonly Level ZeroWeightCase = new(LevelKind.ZeroWeightCase, "weight-0-case");

    /// <summary>A non-case of weight 0 that some replicate weights count.</summary>
    public static readonly Level ZeroWeightNonCase = new(LevelKind.ZeroWeightNonCase, "weight-0-non-case");

    /// <summary>One of two, depending on whether a column turns out to hold numbers only.</summary>
    public static Level Either(UndecidedLevel undecided)
    {
        var (kind, text) = undecided.IfNumbers ?? undecided.IfTexts ?? throw new ArgumentException("One of the two says something.", nameof(undecided));
        return new Level(kind, text) { Undecided = undecided };
    }

    /// <summary>Another level in its place, or in the place of each that it may turn out to be.</summary>
    public Level Replaced(Func<Level, Level> replace)
    {
        if (Undecided is not { } undecided)
            return replace(this);
        var (ifNumbers, ifTexts) = (undecided.IfNumbers?.Replaced(replace), undecided.IfTexts?.Replaced(replace));
        return ifNumbers is { } same && ifNumbers == ifTexts ? same : Either(undecided with { IfNumbers = ifNumbers, IfTexts = ifTexts });
    }

    /// <summary>What it is, now that it is known which columns hold text; null if it says nothing.</summary>
    /// <param name="holdsText">Whether a column holds text.</param>
    public Level? Settled(Func<string, bool> holdsText)
    {
        Level? level = this;
        while (level is { Undecided: { } undecided })
            level = holdsText(undecided.Column) ? undecided.IfTexts : undecided.IfNumbers;
        return level;
    }

    /// <summary>A value of a stratum column.</summary>
    public static Level Value(string text) => new(LevelKind.Value, text);

    /// <summary>Missing, for a reason.</summary>
    public static Level Missing(string reason) => new(LevelKind.Missing, reason);

    /// <summary>Outside of the subpopulation, for a reason.</summary>
    public static Level Outside(string reason) => new(LevelKind.Outside, reason);

    /// <summary>Not of the sample, for a reason.</summary>
    public static Level Dropped(string reason) => new(LevelKind.Dropped, reason);
}
