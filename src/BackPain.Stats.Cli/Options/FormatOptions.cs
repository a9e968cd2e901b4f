using System.CommandLine;
using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that say how files are written.</summary>
internal sealed class FormatOptions
{
    private readonly CliOption<DataKind?> kind = CliOption.Once<DataKind?>(
        "--kind", "individuals|grouped|tabulation",
        "What a row is: a person, a stratum with counts, or a cell that 'tabulate' wrote. Detected if omitted.",
        ParseKind)
        .Offering("individuals", "grouped", "tabulation");
    private readonly CliOption<char?> delimiter = CliOption.Once<char?>(
        "--delimiter", "CHAR", "The field delimiter: one character, or tab. Detected from the header among , ; tab | if omitted.",
        ParseDelimiter);
    private readonly CliOption<Encoding?> encoding = CliOption.Once<Encoding>(
        "--encoding", "NAME", "The character encoding, such as windows-1252. Default: utf-8.", ParseEncoding);
    private readonly CliOption<bool> decimalComma = CliOption.Switch("--decimal-comma", "Numbers are written 1,5 rather than 1.5.");

    /// <summary>The codebook, which a table in a database may have, too.</summary>
    public CliOption<string?> Codebook { get; } = CliOption.Once<string>(
        "--codebook", "FILE",
        "A Data Package descriptor that says what the columns mean. Default: datapackage.json beside the file, if it describes it.",
        OptionTexts.Any);

    /// <summary>The options as a group.</summary>
    public OptionGroup Group => new("How the files are written", [kind, Codebook, delimiter, encoding, decimalComma]);

    /// <summary>Those that apply to files alone.</summary>
    public IReadOnlyList<Option> OfFiles => [kind, delimiter, encoding, decimalComma];

    /// <summary>What a row was said to be; null if nothing was said.</summary>
    public DataKind? KindIn(ParseResult parsed) => parsed.GetValue(kind);

    /// <summary>How the files were said to be written.</summary>
    public CsvDialect DialectIn(ParseResult parsed) =>
        new(parsed.GetValue(delimiter), parsed.GetValue(encoding), parsed.GetValue(decimalComma));

    private static bool ParseKind(string text, out DataKind? value, out string? problem)
    {
        value = DataKinds.TryParse(text, out var kind) ? kind : null;
        problem = $"'{text}' is none of {DataKinds.Choices}";
        return value is not null;
    }

    private static bool ParseDelimiter(string text, out char? value, out string? problem)
    {
        value = text switch
        {
            _ when text.Equals("tab", StringComparison.OrdinalIgnoreCase) => '\t',
            "\\t" => '\t',
            [var one] when Delimiter.CanBe(one) => one,
            _ => null,
        };
        problem = $"'{text}' is not one character, and not tab";
        return value is not null;
    }

    private static bool ParseEncoding(string text, out Encoding? value, out string? problem)
    {
        value = NamedEncoding.Find(text);
        problem = $"'{text}' is not an encoding; try utf-8, windows-1252, iso-8859-1 or utf-16";
        return value is not null;
    }
}
