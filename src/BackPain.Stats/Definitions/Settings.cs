namespace BackPain.Stats.Definitions;

/// <summary>The settings that messages refer to.</summary>
public static class Settings
{
    /// <summary>The columns that identify a row.</summary>
    public static readonly Setting Id = new("id columns");

    /// <summary>The column of the persons of whom the rows are visits.</summary>
    public static readonly Setting Repeats = new("person column of visits");

    /// <summary>The column of how many persons a row stands for.</summary>
    public static readonly Setting Frequency = new("frequency column");

    /// <summary>What the rows are.</summary>
    public static readonly Setting Kind = new("kind of data");

    /// <summary>The codebook of the data.</summary>
    public static readonly Setting Codebook = new("codebook");

    /// <summary>The character between fields.</summary>
    public static readonly Setting Delimiter = new("delimiter");

    /// <summary>The encoding of the text.</summary>
    public static readonly Setting Encoding = new("encoding");

    /// <summary>Whether numbers have a decimal comma.</summary>
    public static readonly Setting DecimalComma = new("decimal comma");

    /// <summary>The codes for missing answers.</summary>
    public static readonly Setting MissingCodes = new("missing codes");

    /// <summary>How long a database may take.</summary>
    public static readonly Setting Timeout = new("timeout");

    /// <summary>An outcome of point prevalence.</summary>
    public static readonly Setting Point = new("point outcome");

    /// <summary>An outcome of period prevalence.</summary>
    public static readonly Setting Period = new("period outcome");

    /// <summary>An outcome of lifetime prevalence.</summary>
    public static readonly Setting Lifetime = new("lifetime outcome");

    /// <summary>The number of cases, or the column of them in grouped data.</summary>
    public static readonly Setting Cases = new("column of cases");

    /// <summary>The number of persons, or the column of them in grouped data.</summary>
    public static readonly Setting Persons = new("column of persons");

    /// <summary>The column of non-cases in grouped data.</summary>
    public static readonly Setting NonCases = new("column of non-cases");

    /// <summary>The recall period of grouped data.</summary>
    public static readonly Setting Recall = new("recall period");

    /// <summary>The column of recall periods in grouped data.</summary>
    public static readonly Setting RecallColumn = new("column of recall periods");

    /// <summary>The columns to break down by.</summary>
    public static readonly Setting By = new("breakdown");

    /// <summary>The bands of a numerical column.</summary>
    public static readonly Setting Bands = new("bands");

    /// <summary>The columns with bands whose decimal numbers are rounded down.</summary>
    public static readonly Setting Floor = new("rounding down");

    /// <summary>A condition for the subpopulation.</summary>
    public static readonly Setting Where = new("condition");

    /// <summary>The column of sampling weights.</summary>
    public static readonly Setting Weight = new("weight");

    /// <summary>Whether a design declared in a codebook is ignored.</summary>
    public static readonly Setting Unweighted = new("unweighted");

    /// <summary>How persons without a weight are treated.</summary>
    public static readonly Setting MissingWeight = new("treatment of missing weights");

    /// <summary>The column of design strata.</summary>
    public static readonly Setting Strata = new("design strata");

    /// <summary>The column of PSUs.</summary>
    public static readonly Setting Psu = new("PSU");

    /// <summary>The column of SSUs.</summary>
    public static readonly Setting Ssu = new("SSU");

    /// <summary>The columns of finite populations.</summary>
    public static readonly Setting Fpc = new("finite populations");

    /// <summary>Whether PSUs are numbered anew in each stratum.</summary>
    public static readonly Setting Nested = new("PSUs numbered anew in each stratum");

    /// <summary>Whether PSUs have numbers of their own over all strata.</summary>
    public static readonly Setting NotNested = new("PSUs not numbered anew in each stratum");

    /// <summary>Whether each file is a site with strata and PSUs of its own.</summary>
    public static readonly Setting Sites = new("sites");

    /// <summary>How strata with a single PSU are treated.</summary>
    public static readonly Setting LonelyPsu = new("lonely PSUs");

    /// <summary>The columns of replicate weights.</summary>
    public static readonly Setting Replicates = new("replicate weights");

    /// <summary>How the replicate weights were made.</summary>
    public static readonly Setting ReplicateType = new("replicate type");

    /// <summary>The scales of the replicate weights.</summary>
    public static readonly Setting ReplicateScales = new("replicate scales");

    /// <summary>The degrees of freedom.</summary>
    public static readonly Setting DegreesOfFreedom = new("degrees of freedom");

    /// <summary>The columns whose mix is standardized.</summary>
    public static readonly Setting Over = new("columns to standardize over");

    /// <summary>How strata of the standard without persons are treated.</summary>
    public static readonly Setting MissingStrata = new("missing strata of the standard");

    /// <summary>All settings.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Id, Repeats, Frequency, Kind, Codebook, Delimiter, Encoding, DecimalComma, MissingCodes, Timeout, Point, Period,
        Lifetime, Cases, Persons, NonCases, Recall, RecallColumn, By, Bands, Floor, Where, Weight, Unweighted,
        MissingWeight, Strata, Psu, Ssu, Fpc, Nested, NotNested, Sites, LonelyPsu, Replicates, ReplicateType,
        ReplicateScales, DegreesOfFreedom, Over, MissingStrata,
    ];

    /// <summary>Returns the setting for an outcome with a recall period.</summary>
    public static Setting OutcomeOf(RecallPeriod recall) =>
        recall == RecallPeriod.Point ? Point : recall == RecallPeriod.Lifetime ? Lifetime : Period;
}
