using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Results;

/// <summary>The options by which settings are chosen on the command line, so that messages can name them.</summary>
internal static class OptionNames
{
    private static readonly Dictionary<Setting, string> Names = new()
    {
        [Settings.Id] = "--id",
        [Settings.Repeats] = "--repeats",
        [Settings.Frequency] = "--freq",
        [Settings.Kind] = "--kind",
        [Settings.Codebook] = "--codebook",
        [Settings.Delimiter] = "--delimiter",
        [Settings.Encoding] = "--encoding",
        [Settings.DecimalComma] = "--decimal-comma",
        [Settings.MissingCodes] = "--na",
        [Settings.Timeout] = "--timeout",
        [Settings.Point] = "--point",
        [Settings.Period] = "--period",
        [Settings.Lifetime] = "--lifetime",
        [Settings.Cases] = "--cases",
        [Settings.Persons] = "--persons",
        [Settings.NonCases] = "--non-cases",
        [Settings.Recall] = "--recall",
        [Settings.RecallColumn] = "--recall-column",
        [Settings.By] = "--by",
        [Settings.Bands] = "--bands",
        [Settings.Floor] = "--floor",
        [Settings.Where] = "--where",
        [Settings.Weight] = "--weight",
        [Settings.Unweighted] = "--unweighted",
        [Settings.MissingWeight] = "--missing-weight",
        [Settings.Strata] = "--strata",
        [Settings.Psu] = "--psu",
        [Settings.Ssu] = "--ssu",
        [Settings.Fpc] = "--fpc",
        [Settings.Nested] = "--nest",
        [Settings.NotNested] = "--no-nest",
        [Settings.Sites] = "--sites",
        [Settings.LonelyPsu] = "--lonely-psu",
        [Settings.Replicates] = "--replicates",
        [Settings.ReplicateType] = "--replicate-type",
        [Settings.ReplicateScales] = "--replicate-scales",
        [Settings.DegreesOfFreedom] = "--df",
        [Settings.Over] = "--over",
        [Settings.MissingStrata] = "--missing-strata",
    };

    /// <summary>Returns the option of a setting.</summary>
    public static string Of(Setting setting) => Names[setting];

    /// <summary>Returns the text of a message that names options.</summary>
    public static string InOptions(this Wording wording) => wording.With(Of);
}
