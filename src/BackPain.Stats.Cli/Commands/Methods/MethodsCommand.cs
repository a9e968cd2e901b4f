using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>Shows the interval methods: the list, one of them, or all of them for the same proportion.</summary>
internal sealed class MethodsCommand : ProgramCommand
{
    private const int MostPersons = 5000;

    private readonly IntervalOptions intervals = new();
    private readonly OutputOptions output = new(Renderers.Text, defaultDigits: 2);
    private readonly CliOption<long?> cases = CliOption.Once<long?>(
        "--cases", "X", "Cases; with --persons, shows the interval of each method.", OptionTexts.TryCount);
    private readonly CliOption<long?> persons = CliOption.Once<long?>("--persons", "N", "Persons, cases included.", OptionTexts.TryCount);
    private readonly CliOption<bool> coverage = CliOption.Switch(
        "--coverage", "With --persons, show how often each method's interval contains the true proportion: exact, over all proportions.");
    private readonly CliOption<bool> standardization = CliOption.Switch(
        "--standardization", "List the methods that only standardize has: for rare conditions, and for observed over expected cases.");
    private readonly ExplainOption explain = new();
    private readonly TwoGroupOptions twoGroups = new();
    private readonly Argument<MethodName?> name = new("NAME")
    {
        Description = "Show one method in detail.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens is not [var token])
                return null;
            if (!MethodName.TryParse(token.Value, out var named, out var problem))
                result.AddError($"{problem}.");
            return named;
        },
    };

    public MethodsCommand(RunContext run)
        : base(
            run,
            "methods",
            "List the methods for intervals and tests: formula, reference, when to use; or compare them for given cases and persons.")
    {
        name.CompletionSources.Clear();
        name.CompletionSources.Add(_ => MethodName.All.Select(known => new CompletionItem(known)));
        Arguments.Add(name);
        AddOptions(cases, persons, twoGroups.Versus, intervals.Level, explain.Option, twoGroups.Measure, coverage, standardization);
        AddOptions(output.Group.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups =>
    [
        new("Side by side", [cases, persons, twoGroups.Versus, intervals.Level, explain.Option]),
        new("Two groups", [twoGroups.Measure]),
        new("Coverage", [coverage]),
        new("Standardization", [standardization]),
        output.Group,
    ];

    public override IReadOnlyList<string> Examples =>
        ["backpain methods wilson --cases 15 --persons 148 --explain", "backpain methods --coverage --persons 50",
            "backpain methods --cases 15 --persons 148 --versus 30/160"];

    protected override int Execute(ParseResult parsed)
    {
        var (named, provenance) = (parsed.GetValue(name), Run.Provenance());
        if (StandardizationIn(named, parsed) is { } table)
        {
            Show(Result.Of(table, provenance), parsed, output);
            return ExitCode.Done;
        }
        if (twoGroups.IsIn(parsed) || named is { OfProportion: null })
        {
            var ofTwoGroups = TwoGroupMethods.Of(twoGroups.MeasuresIn(parsed), named);
            Show(OfTwoGroups(ofTwoGroups, named is not null, parsed, provenance), parsed, output);
            return ExitCode.Done;
        }
        var method = named?.OfProportion;
        IReadOnlyList<IntervalMethod> methods = method is null ? IntervalMethods.All : [method];
        var result = CoverageIn(parsed)
            ? Result.Of(MethodTables.OfCoverage(methods, PersonsForCoverage(parsed), intervals.LevelIn(parsed)), provenance)
            : ProportionIn(parsed) is { } proportion ? SideBySide(methods, proportion, parsed, provenance)
            : method is null ? new Result(people => MethodTables.List(methods, people)) { Provenance = provenance }
            : Result.Of(MethodTables.One(method), provenance);
        Show(result, parsed, output);
        return ExitCode.Done;
    }

    /// <summary>The methods of standardization that are asked for; null if none is.</summary>
    /// <exception cref="RequestException">They are asked for together with counts, of which they need those of strata.</exception>
    private Table? StandardizationIn(MethodName? named, ParseResult parsed)
    {
        if (named?.OfStandardization is null && !parsed.GetValue(standardization))
            return null;
        if (CoverageIn(parsed) || twoGroups.IsIn(parsed) || ProportionIn(parsed) is not null)
            throw new RequestException("the methods of standardization need strata; 'backpain standardize --explain' shows their steps.");
        if (named is { OfStandardization: null })
            throw new RequestException($"{named.Text} is a method of other figures; omit --standardization.");
        return named is null ? StandardizationMethodTables.List() : StandardizationMethodTables.One(named.OfStandardization);
    }

    private Result OfTwoGroups(TwoGroupMethods methods, bool inDetail, ParseResult parsed, Provenance provenance)
    {
        if (CoverageIn(parsed))
            throw new RequestException("--coverage is about one proportion; omit --measure, --versus and methods for two groups.");
        return (ProportionIn(parsed), twoGroups.ReferenceIn(parsed)) switch
        {
            ({ } group, { } reference) => methods.SideBySide(
                new TwoGroups(group, reference),
                intervals.LevelIn(parsed),
                explain.IsIn(parsed, output.RendererIn(parsed)),
                provenance),
            (null, { }) => throw new RequestException("--versus needs --cases and --persons."),
            ({ }, null) => throw new RequestException("--measure needs --versus X/N, the cases and persons of a reference."),
            _ => methods.List(inDetail, provenance),
        };
    }

    private Result SideBySide(IReadOnlyList<IntervalMethod> methods, Proportion proportion, ParseResult parsed, Provenance provenance)
    {
        var level = intervals.LevelIn(parsed);
        return new Result(people => MethodTables.SideBySide(methods, proportion, level, people))
        {
            Methods = [.. methods.Select(method => method.Citation)],
            Explanations = explain.IsIn(parsed, output.RendererIn(parsed))
                ? [.. methods.Select(method => Explained.Of(null, method, proportion, level))]
                : [],
            Provenance = provenance,
        };
    }

    /// <summary>The size of the samples.</summary>
    /// <exception cref="RequestException">The size is missing or too large to compute.</exception>
    private int PersonsForCoverage(ParseResult parsed) => (parsed.GetValue(cases), parsed.GetValue(persons)) switch
    {
        (null, >= 1 and <= MostPersons and var n) => (int)n,
        (null, _) =>
            throw new RequestException(
                string.Create(CultureInfo.InvariantCulture, $"--coverage needs --persons, from 1 to {MostPersons}.")),
        _ => throw new RequestException("--coverage covers all counts of cases; omit --cases."),
    };

    private bool CoverageIn(ParseResult parsed) =>
        (parsed.GetValue(coverage), parsed.GetResult(explain.Option) is { Implicit: false }) switch
        {
            (true, true) => throw new RequestException("--coverage has no steps to show; omit --explain."),
            (var wanted, _) => wanted,
        };

    /// <summary>The cases and persons given; null if neither is given.</summary>
    /// <exception cref="RequestException">They contradict each other.</exception>
    private Proportion? ProportionIn(ParseResult parsed) => (parsed.GetValue(cases), parsed.GetValue(persons)) switch
    {
        (null, null) when parsed.GetValue(intervals.Level) is not null =>
            throw new RequestException("--level needs --cases and --persons, or --coverage."),
        (null, null) when parsed.GetResult(explain.Option) is { Implicit: false } =>
            throw new RequestException("--explain needs --cases and --persons."),
        (null, null) => null,
        (null, _) or (_, null) => throw new RequestException("--cases and --persons must be given together."),
        ({ } x, { } n) when n == 0 || x > n =>
            throw new RequestException(string.Create(
                CultureInfo.InvariantCulture,
                $"{x} cases of {n} persons are impossible; give at least one person and no more cases than persons.")),
        ({ } x, { } n) => new Proportion(x, n),
    };
}
