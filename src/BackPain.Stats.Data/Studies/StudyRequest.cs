using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Studies;

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

    /// <summary>The column of cases in grouped data.</summary>
    public string? CasesColumn { get; init; }

    /// <summary>The column of persons in grouped data.</summary>
    public string? PersonsColumn { get; init; }

    /// <summary>The column of non-cases in grouped data, in place of persons.</summary>
    public string? NonCasesColumn { get; init; }

    /// <summary>The columns that together are the id of a row; a repeated id is an error.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>The column of the persons of whom the rows are visits, or null if a row is a person.</summary>
    public string? RepeatsColumn { get; init; }

    /// <summary>The column of how many persons a row stands for.</summary>
    public string? FrequencyColumn { get; init; }

    /// <summary>Whether each file is a site with strata and PSUs of its own.</summary>
    public bool AreSites { get; init; }

    /// <summary>The column of recall periods in grouped data.</summary>
    public string? RecallColumn { get; init; }

    /// <summary>The recall period of grouped data.</summary>
    public RecallPeriod? Recall { get; init; }

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
