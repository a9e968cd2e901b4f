using System.Text;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>What a Data Package resource says of one file: its columns and codes, and what is to be counted in it.</summary>
public sealed record Codebook
{
    /// <summary>Nothing is known.</summary>
    public static Codebook None { get; } = new() { Name = "" };

    /// <summary>The name of the resource.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands; null if nothing is known.</summary>
    public CodebookFile? File { get; init; }

    /// <summary>The files it describes, relative to the descriptor.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>A title for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the data are and how they were made.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the data come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The terms of use.</summary>
    public IReadOnlyList<string> Licenses { get; init; } = [];

    /// <summary>How the numbers were verified: read, second-hand, derived, computed, synthetic.</summary>
    public string Verification { get; init; } = "";

    /// <summary>The columns.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>The character between fields, where declared.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The encoding, where declared.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Whether numbers are written with a decimal comma.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Individuals, grouped or tabulation, where declared.</summary>
    public DataKind? Kind { get; init; }

    /// <summary>The outcomes of individual data.</summary>
    public IReadOnlyList<CaseDefinition> Outcomes { get; init; } = [];

    /// <summary>What the cases of grouped data are cases of.</summary>
    public string? OutcomeName { get; init; }

    /// <summary>The columns of grouped data.</summary>
    public CountColumns Counts { get; init; } = CountColumns.None;

    /// <summary>The columns that say what persons a row of individual data is.</summary>
    public PersonColumns Persons { get; init; } = PersonColumns.None;

    /// <summary>The columns whose levels overlap, so that rows of different levels must not be added up.</summary>
    public IReadOnlyList<string> Overlap { get; init; } = [];

    /// <summary>The breakdowns to give when none are asked for.</summary>
    public IReadOnlyList<Stratification> Stratifications { get; init; } = [];

    /// <summary>Whether a figure for all rows together means anything.</summary>
    public bool Overall { get; init; } = true;

    /// <summary>Whether the counts come out of a model rather than from persons who were asked.</summary>
    public bool Modelled { get; init; }

    /// <summary>Whether strata without anybody are shown.</summary>
    public bool EmptyStrata { get; init; } = true;

    /// <summary>The bands of columns that hold whole numbers.</summary>
    public IReadOnlyDictionary<string, Bands> Bands { get; init; } = new Dictionary<string, Bands>(StringComparer.Ordinal);

    /// <summary>The sampling design.</summary>
    public DesignColumns Design { get; init; } = DesignColumns.None;

    /// <summary>What is known of a column; nothing but its name if it is not described.</summary>
    public Field FieldOf(string column) => Fields.FirstOrDefault(field => field.Name == column) ?? new Field { Name = column };
}
