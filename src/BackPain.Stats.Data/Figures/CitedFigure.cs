namespace BackPain.Stats.Data.Figures;

/// <summary>A figure that texts cite: what was said, where it comes from, what is on record about it, and how it is computed.</summary>
public sealed record CitedFigure
{
    /// <summary>What stands between sources.</summary>
    public const string SourceSeparator = "; ";

    /// <summary>The line of the registry on which it stands.</summary>
    public required long Line { get; init; }

    /// <summary>Its name, for <c>reproduce NAME</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The claim, in our own words.</summary>
    public required string Claim { get; init; }

    /// <summary>The figure as it is cited.</summary>
    public required string Cited { get; init; }

    /// <summary>Who it is about.</summary>
    public required string Population { get; init; }

    /// <summary>The source, or several with a semicolon and a blank between them.</summary>
    public required string Citation { get; init; }

    /// <summary>Where in the source.</summary>
    public required string Locator { get; init; }

    /// <summary>Whether the source was read: read, second-hand, derived.</summary>
    public required string Verification { get; init; }

    /// <summary>What is on record about it: one verdict, or one for each source.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>The sources, each by itself.</summary>
    public IReadOnlyList<string> Sources => Citation.Split(SourceSeparator);

    /// <summary>The calculation in words and numbers.</summary>
    public required string Calculation { get; init; }

    /// <summary>What to take from it.</summary>
    public required string Lesson { get; init; }

    /// <summary>What is computed; nothing where the figure can only be quoted.</summary>
    public required IReadOnlyList<Computation> Computations { get; init; }

    /// <summary>Whether the results, as listed, have to rise (1) or fall (−1); 0 where their order does not matter.</summary>
    public required int Order { get; init; }
}

/// <summary>One computation: a command line of this program, the row of its result that is meant, and what that row has to print.</summary>
/// <param name="Command">The command line, without the name of the program.</param>
/// <param name="Row">Column=value with commas between, or overall.</param>
/// <param name="Prints">The percentage, and in brackets its interval where one is meant, with the digits as printed.</param>
public sealed record Computation(string Command, string Row, string Prints);
