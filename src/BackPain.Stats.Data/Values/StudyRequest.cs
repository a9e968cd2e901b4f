using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>What somebody wants counted, as far as they said it; a codebook may say the rest.</summary>
public sealed record StudyRequest
{
    /// <summary>What the rows are.</summary>
    public DataKind? Kind { get; init; }

    /// <summary>The outcomes of individual data.</summary>
    public IReadOnlyList<CaseDefinition> Outcomes { get; init; } = [];

    /// <summary>The breakdowns.</summary>
    public IReadOnlyList<Stratification> Stratifications { get; init; } = [];

    /// <summary>The bands of columns that hold whole numbers.</summary>
    public IReadOnlyDictionary<string, Bands> Bands { get; init; } = new Dictionary<string, Bands>(StringComparer.Ordinal);

    /// <summary>The columns with bands whose decimal numbers are rounded down, as ages are to completed years.</summary>
    public IReadOnlySet<string> Floored { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Who belongs to the subpopulation; all have to hold.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>Codes for a missing answer.</summary>
    public MissingCodes Missing { get; init; } = new();

    /// <summary>The columns of grouped data.</summary>
    public CountColumns Counts { get; init; } = CountColumns.None;

    /// <summary>The columns that say what persons a row of individual data is.</summary>
    public PersonColumns Persons { get; init; } = PersonColumns.None;

    /// <summary>Whether each file is a site with strata and PSUs of its own.</summary>
    public bool AreSites { get; init; }

    /// <summary>The sampling design.</summary>
    public DesignColumns Design { get; init; } = DesignColumns.None;

    /// <summary>Whether every person counts once, whatever a codebook says of a design.</summary>
    public bool Unweighted { get; init; }

    /// <summary>What to do with persons without a weight; nothing where nobody said.</summary>
    public MissingWeight? MissingWeight { get; init; }

    /// <summary>How the text is written.</summary>
    public CsvDialect Dialect { get; init; } = new();

    /// <summary>The codebook, where it is not beside the file.</summary>
    public string? CodebookPath { get; init; }

    /// <summary>The folder to which the names of files are relative; null for the current folder of the process.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the result will tell which bytes it comes from.</summary>
    public bool Fingerprints { get; init; }

    /// <summary>Whether the data may be read without anything to count, only to check them.</summary>
    public bool OnlyCheck { get; init; }
}
