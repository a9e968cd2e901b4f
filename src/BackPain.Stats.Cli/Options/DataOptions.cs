using System.CommandLine;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that describe the data, shared by every command that reads data.</summary>
internal sealed class DataOptions
{
    private readonly Argument<string[]> data = new("DATA")
    {
        Description = "CSV files, - for standard input, or the name of a bundled dataset.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly CliOption<List<MissingDeclaration>> na = CliOption.Many<MissingDeclaration>(
        "--na", "CODES|COL=[CODES]",
        "Codes for a missing answer, besides empty, NA and a single point. Without COL they hold for every column of codes; "
            + "a number that occurs in a column that is put into bands or compared needs COL. COL= says that no code is missing there.",
        MissingDeclaration.TryParse);

    private readonly CliOption<string?> cases = CliOption.Once<string>(
        "--cases", "COL", "Grouped data: the column of cases.", OptionTexts.TryColumn);
    private readonly CliOption<string?> persons = CliOption.Once<string>(
        "--persons", "COL", "Grouped data: the column of persons, cases included.", OptionTexts.TryColumn);
    private readonly CliOption<string?> nonCases = CliOption.Once<string>(
        "--non-cases", "COL", "Grouped data: the column of non-cases, in place of --persons.", OptionTexts.TryColumn);
    private readonly CliOption<RecallPeriod?> recall = CliOption.Once<RecallPeriod>(
        "--recall", "point|SPAN|lifetime", "Grouped data: what the cases are cases of. SPAN as in 3m.", OptionTexts.TryRecall)
        .Offering("point", "lifetime");
    private readonly CliOption<string?> recallColumn = CliOption.Once<string>(
        "--recall-column", "COL", "Grouped data: the column that says so row by row.", OptionTexts.TryColumn);

    private readonly CliOption<List<CaseDefinition>> point = CliOption.Many<CaseDefinition>(
        "--point", "COL[=CASES[/NONCASES]]", "Point prevalence: ill now.", OptionTexts.TryOutcomeOf(RecallPeriod.Point));
    private readonly CliOption<List<CaseDefinition>> period = CliOption.Many<CaseDefinition>(
        "--period", "SPAN:COL[=CASES[/NONCASES]]",
        "Period prevalence: ill at any time in the span that ends now. SPAN like 7d, 4w, 3m, 12m, 1y or P3M.",
        OptionTexts.TryPeriodOutcome);
    private readonly CliOption<List<CaseDefinition>> lifetime = CliOption.Many<CaseDefinition>(
        "--lifetime", "COL[=CASES[/NONCASES]]", "Lifetime prevalence: ever ill.", OptionTexts.TryOutcomeOf(RecallPeriod.Lifetime));

    private readonly CliOption<List<Stratification>> by = CliOption.Many<Stratification>(
        "--by", "COL[,COL…]", "Break down by a column. A comma crosses columns; repeating the option gives separate breakdowns.",
        OptionTexts.TryStratification)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<List<BandsOfColumn>> bands = CliOption.Many<BandsOfColumn>(
        "--bands", "COL=WIDTH|COL=CUT,CUT…",
        "Put whole numbers into bands: age=10 gives 0-9, 10-19, …; age=20,40,60 gives <20, 20-39, 40-59, 60+.",
        BandsOfColumn.TryParse)
        .WithEffect(ReadingEffect.Breakdown);
    private readonly CliOption<List<string>> floor = CliOption.Many<string>(
        "--floor", "COL", "Round the decimal numbers of a column down, as ages are to completed years, for --bands and --where.",
        OptionTexts.TryColumn);
    private readonly CliOption<List<Condition>> where = CliOption.Many<Condition>(
        "--where", "COL=VALUE[,VALUE]|COL>=N…", "Only the persons for whom this holds (=, !=, >=, >, <=, <). Repeat to narrow.",
        OptionTexts.TryCondition);

    private readonly CliOption<Stratification?> id = CliOption.Once<Stratification>(
        "--id", "COL[,COL…]",
        "The id of a row: one that repeats, in any of the files, is an error. Default: the primaryKey of the codebook.",
        OptionTexts.TryStratification);
    private readonly CliOption<string?> repeats = CliOption.Once<string>(
        "--repeats", "COL",
        "Rows are visits of the persons in this column: counts are of rows, and a person is a cluster, unless --psu names others.",
        OptionTexts.TryColumn);
    private readonly CliOption<string?> freq = CliOption.Once<string>(
        "--freq", "COL", "How many persons with the same answers a row stands for.", OptionTexts.TryColumn);
    private readonly CliOption<bool> sites = CliOption.Switch(
        "--sites", "Each file is a site with design strata and PSUs of its own, even if they are numbered alike.");

    private readonly FormatOptions format = new();
    private readonly DesignOptions design = new();

    /// <summary>Whether warnings decide the exit code.</summary>
    public StrictOption Strict { get; } = new();

    /// <summary>The options that name a table in a database.</summary>
    public DatabaseOptions Database { get; } = new();

    /// <summary>The options of the outcomes and strata.</summary>
    public IReadOnlyList<OptionGroup> Groups =>
    [
        new(
            "Outcomes, of individual data (CASES and NONCASES are codes with commas; labels are as good as codes; "
                + "/* means every other answer; 1/0, yes/no, y/n, true/false, t/f need none)",
            [point, period, lifetime]),
        new("Outcomes, of grouped data", [cases, persons, nonCases, recall, recallColumn]),
        new(
            "Who (in every option, a name or value that holds one of , = / < > ! or begins with a double quote "
                + "stands in double quotes, a double quote in it twice: 'agecat!=\"(59,Inf]\"')",
            [by, bands, floor, where, na]),
        new("What a row is", [id, repeats, freq, sites]),
        design.Group,
        format.Group,
        Database.Group,
        new("Checks", [Strict.Option]),
    ];

    /// <summary>The options that apply to a table of which only the name is known.</summary>
    public IReadOnlyList<OptionGroup> GroupsOfTable =>
        [Groups[0], Groups[2], new("What a row is", [repeats]), design.Group, new("What the columns mean", [format.Codebook])];

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        data.Validators.Add(OptionTexts.RefuseUnknownOptions(command));
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is null or { Tokens.Count: 0 }
                && !Database.Group.Options.Any(option => result.GetResult(option) is { Implicit: false }))
                result.AddError($"{data.Name} is missing. {data.Description}");
        });
        data.CompletionSources.Add(_ => BundledData.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        command.Arguments.Add(data);
        foreach (var option in Groups.SelectMany(group => group.Options))
            command.Options.Add(option);
    }

    /// <summary>The data named.</summary>
    public IReadOnlyList<string> NamesIn(ParseResult parsed) => parsed.GetValue(data) ?? [];

    /// <summary>The database table named instead of files; null if the data are files.</summary>
    /// <exception cref="RequestException">Both are named, or the options for the table are incomplete.</exception>
    public DatabaseTable? TableIn(ParseResult parsed) => Database.TableIn(
        parsed,
        NamesIn(parsed),
        [.. format.OfFiles, cases, persons, nonCases, recall, recallColumn, sites]);

    /// <summary>The breakdowns named.</summary>
    public IReadOnlyList<Stratification> BreakdownsIn(ParseResult parsed) => [.. parsed.GetValue(by)!.Distinct()];

    /// <summary>The request that the options describe.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="others">Columns that the analysis breaks down by for a reason of its own, so that they may have bands.</param>
    /// <exception cref="RequestException">They contradict each other.</exception>
    public StudyRequest RequestIn(ParseResult parsed, params IReadOnlyList<string> others)
    {
        if (parsed.GetValue(repeats) is { } person && parsed.GetValue(id)?.Columns is [var only] && only == person)
            throw new RequestException($"--id says that '{person}' does not repeat, and --repeats that it does.");
        if (parsed.GetValue(persons) is not null && parsed.GetValue(nonCases) is not null)
            throw new RequestException("persons are the cases and the non-cases; give --persons or --non-cases, not both.");
        var missing = new MissingCodes();
        foreach (var declaration in parsed.GetValue(na)!)
            declaration.AddTo(missing);
        var request = new StudyRequest
        {
            Kind = format.KindIn(parsed),
            Outcomes = [.. parsed.GetValue(point)!, .. parsed.GetValue(period)!, .. parsed.GetValue(lifetime)!],
            Stratifications = BreakdownsIn(parsed),
            Bands = BandsIn(parsed, others),
            Floored = parsed.GetValue(floor)!.ToHashSet(StringComparer.Ordinal),
            Where = parsed.GetValue(where)!,
            Missing = missing,
            Counts = new CountColumns
            {
                Cases = parsed.GetValue(cases),
                Persons = parsed.GetValue(persons),
                NonCases = parsed.GetValue(nonCases),
                RecallColumn = parsed.GetValue(recallColumn),
                Recall = parsed.GetValue(recall),
            },
            Persons = new PersonColumns
            {
                Id = parsed.GetValue(id)?.Columns ?? [],
                Repeats = parsed.GetValue(repeats),
                Frequency = parsed.GetValue(freq),
            },
            AreSites = parsed.GetValue(sites),
            Dialect = format.DialectIn(parsed),
            CodebookPath = parsed.GetValue(format.Codebook),
        };
        return design.AddTo(request, parsed);
    }

    private Dictionary<string, Bands> BandsIn(ParseResult parsed, IReadOnlyList<string> others)
    {
        var columns = parsed.GetValue(by)!.SelectMany(stratification => stratification.Columns).Concat(others)
            .ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, Bands>(StringComparer.Ordinal);
        foreach (var entry in parsed.GetValue(bands)!)
        {
            if (!columns.Contains(entry.Column))
                throw new RequestException($"--bands names '{entry.Column}', by which no --by breaks down.");
            if (!found.TryAdd(entry.Column, entry.Bands))
                throw new RequestException($"--bands names '{entry.Column}' twice.");
        }
        return found;
    }
}
