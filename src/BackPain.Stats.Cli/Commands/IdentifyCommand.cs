using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Identifications;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Finds the counts and interval methods that reproduce a published figure.</summary>
internal sealed class IdentifyCommand : ProgramCommand
{
    private const long MostSizes = 1_000_000;
    private const long MostCounts = 1_000_000;
    private const int MostCandidates = 100_000;

    private readonly IntervalOptions intervals = new();
    private readonly OutputOptions output = new(Renderers.Text, defaultDigits: 2);
    private readonly CliOption<PrintedInterval?> interval = CliOption.Once<PrintedInterval>(
        "--ci", "LOW-HIGH", "The confidence limits as printed, in the unit of VALUE.", PrintedInterval.TryParse);
    private readonly CliOption<CountRange?> persons = CliOption.Once<CountRange?>(
        "--n", "N|N:M", "Persons, or a range of them.", TryPersons);
    private readonly CliOption<long?> cases = CliOption.Once<long?>("--cases", "X", "Cases, if they are known.", OptionTexts.TryCount);
    private readonly Argument<PrintedNumber?> value;

    public IdentifyCommand(RunContext run)
        : base(run, "identify", "Which count and which interval method print this published figure.")
    {
        value = new Argument<PrintedNumber?>("VALUE")
        {
            Description =
                "The estimate with the digits as printed: a percentage if it has a % sign or is above 1 (25.6, 0.8%), "
                    + "else a proportion (0.256).",
            CustomParser = result =>
            {
                if (!PrintedNumber.TryParse(result.Tokens[0].Value, out var number, out var problem))
                    result.AddError($"{problem}.");
                return number;
            },
        };
        Arguments.Add(value);
        AddOptions(Figure.Options);
        AddOptions(output.Group.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups => [Figure, output.Group];

    public override IReadOnlyList<string> Examples =>
        ["backpain identify 25.6 --ci 23.6-27.5 --n 1913", "backpain identify 68.5 --cases 645 --n 930:960"];

    private OptionGroup Figure => new("The figure", [interval, persons, cases, intervals.Level]);

    protected override int Execute(ParseResult parsed)
    {
        // An output that cannot be written is reported before a long search, not after it.
        _ = output.RendererIn(parsed);
        var search = SearchIn(parsed);
        if (search.Counts > MostCounts)
            throw new RequestException(string.Create(
                CultureInfo.InvariantCulture,
                $"{search.Counts:N0} counts print {search.Figure.Estimate}, more than the {MostCounts:N0} that are tried; "
                    + $"narrow --n, or give --cases."));
        var candidates = search.Candidates.Take(MostCandidates + 1).ToList();
        if (candidates.Count > MostCandidates)
            throw new RequestException(string.Create(
                CultureInfo.InvariantCulture,
                $"more than {MostCandidates:N0} candidates print {search.Figure}; narrow --n, or give "
                    + $"{(search.Figure.Interval is null ? "--ci or --cases" : "--cases")}."));
        Show(CandidateTable.Arrange(search, candidates, Run.Provenance()), parsed, output);
        return ExitCode.Done;
    }

    /// <summary>The figure to search for, and the range of counts to search.</summary>
    /// <exception cref="RequestException">The options contradict each other.</exception>
    private Identification SearchIn(ParseResult parsed)
    {
        if (!PrintedFigure.TryMake(parsed.GetValue(value)!, parsed.GetValue(interval), out var figure, out var problem))
            throw new RequestException($"{problem}.");
        if (figure!.Interval is null && parsed.GetValue(intervals.Level) is not null)
            throw new RequestException("--level needs --ci.");
        if (parsed.GetValue(persons) is not { } range)
            throw new RequestException(
                "--n is missing; give the persons, as in --n 1913, or a range, as in --n 1900:1930.");
        if (parsed.GetValue(cases) is { } x && x > range.Last)
            throw new RequestException(string.Create(
                CultureInfo.InvariantCulture, $"{x} cases are more than the number of persons, {range}; give no more cases than persons."));
        return new Identification { Figure = figure, Persons = range, Cases = parsed.GetValue(cases), Level = intervals.LevelIn(parsed) };
    }

    /// <summary>The largest number of persons for which the limits are exact.</summary>
    private static bool TryPersons(string text, out CountRange? value, out string? problem)
    {
        const long MostPersons = 1_000_000_000;
        value = CountRange.TryParse(text, out var range) && range.First >= 1 && range.Last <= MostPersons && range.Count <= MostSizes
            ? range
            : null;
        problem = string.Create(
            CultureInfo.InvariantCulture,
            $"'{text}' is not a number of persons from 1 to {MostPersons:N0}, as in 950, or a range of at most {MostSizes:N0} such "
                + $"numbers, as in 930:960");
        return value is not null;
    }
}
