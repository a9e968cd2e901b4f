using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Standards;
using BackPain.Stats.Definitions;
using BackPain.Stats.Populations;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>The options that say what prevalences are standardized to.</summary>
internal sealed class StandardizationOptions
{
    private readonly CliOption<Stratification?> over = CliOption
        .Once<Stratification>(
            "--over",
            "COL[,COL]",
            "The columns whose mix is made that of the standard, as age, or age,sex. Numbers are matched to its groups; "
                + "--bands makes wider ones.",
            OptionTexts.TryStratification)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<string?> standard = CliOption
        .Once<string>(
            "--standard-population",
            "NAME|FILE",
            "The standard population: 'backpain datasets standard-populations' lists names; or a CSV file with the columns of --over and a "
                + "column of weights.",
            OptionTexts.Any)
        .Offering(BundledStandards.Names)
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<MissingStrata?> missing = CliOption
        .Once<MissingStrata?>(
            "--missing-strata",
            "fail|renormalize",
            "Strata of the standard in which a row has nobody: refuse and list them (fail), or leave them out of that row "
                + "and let the others add up to 1 (renormalize). Default: fail.",
            TryMissing)
        .Offering("fail", "renormalize")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> indirect = CliOption
        .Switch("--indirect", "Indirect standardization: observed cases over those expected by the rates of a reference.")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<string?> rates = CliOption
        .Once<string>(
            "--rates",
            "FILE|overall",
            "The reference of --indirect: a CSV file with the columns of --over, cases and persons; or everybody in the data (overall).",
            OptionTexts.Any)
        .Offering(IndirectStandardization.Overall)
        .WithEffect(ReadingEffect.None);

    public OptionGroup Group => new("Standardization", [over, standard, missing, indirect, rates]);

    /// <summary>The columns whose mix is standardized.</summary>
    /// <exception cref="RequestException">None is named, or one of them is broken down by as well.</exception>
    public IReadOnlyList<string> OverIn(ParseResult parsed, IReadOnlyList<Stratification> by)
    {
        if (parsed.GetValue(over) is not { } columns)
            throw new RequestException("name the column whose mix is standardized with --over, as in --over age.");
        if (columns.Columns.FirstOrDefault(column => by.Any(breakdown => breakdown.Columns.Contains(column))) is { } both)
            throw new RequestException(
                $"'{both}' is in --by and in --over: a row of one level of it has no mix of levels to be standardized.");
        return columns.Columns;
    }

    /// <summary>What to standardize to.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="over">The columns whose mix is standardized.</param>
    /// <param name="folder">The folder to which names of files are relative.</param>
    /// <param name="dialect">How files are written.</param>
    /// <param name="note">Told of each file that is read.</param>
    /// <exception cref="RequestException">The options contradict each other, or something is missing.</exception>
    public StandardizationTarget TargetIn(
        ParseResult parsed, IReadOnlyList<string> over, string? folder, CsvDialect dialect, Action<string> note)
    {
        var (name, reference) = (parsed.GetValue(standard), parsed.GetValue(rates));
        if (!parsed.GetValue(indirect))
        {
            if (reference is not null)
                throw new RequestException("--rates is the reference of --indirect; direct standardization needs --standard-population.");
            return new DirectStandardization(name is null
                ? throw new RequestException(
                    "name the standard with --standard-population; 'backpain datasets standard-populations' lists them.")
                : StandardOf(name, over, folder, dialect, note));
        }
        if (name is not null)
            throw new RequestException("--standard-population is for direct standardization; --indirect needs --rates.");
        if (parsed.GetValue(missing) is not null)
            throw new RequestException(
                "--missing-strata is for direct standardization; with --indirect a stratum without persons expects no cases.");
        if (reference is null)
            throw new RequestException("--indirect needs --rates: a file, or overall for everybody in the data.");
        if (reference == IndirectStandardization.Overall)
            return new IndirectStandardization(null);
        note(InputFile.PathIn(folder, reference));
        return new IndirectStandardization(PopulationFile.Rates(reference, folder, over, dialect));
    }

    /// <summary>What to do about strata without persons.</summary>
    public MissingStrata MissingIn(ParseResult parsed) => parsed.GetValue(missing) ?? MissingStrata.Fail;

    private static StandardPopulation StandardOf(
        string name, IReadOnlyList<string> over, string? folder, CsvDialect dialect, Action<string> note)
    {
        if (File.Exists(InputFile.PathIn(folder, name)))
        {
            note(InputFile.PathIn(folder, name));
            return PopulationFile.Standard(name, folder, over, dialect);
        }
        if (BundledStandards.Find(name) is not { } known)
            throw new RequestException(
                $"'{name}' is neither a standard population nor a file.{Nearest.Suggestion(name, BundledStandards.Names)} "
                    + "'backpain datasets standard-populations' lists them.");
        return over.Count == 1
            ? known
            : throw new RequestException(
                $"{name} is a standard by age alone, and --over names {QuotedName.Join(over)}; name the column of age, or give a file "
                    + "with a column for each.");
    }

    private static bool TryMissing(string text, out MissingStrata? value, out string? problem)
    {
        (value, problem) = (
            text switch { "fail" => MissingStrata.Fail, "renormalize" => MissingStrata.Renormalize, _ => null },
            $"'{text}' is neither fail nor renormalize");
        return value is not null;
    }
}
