using System.CommandLine;
using System.CommandLine.Parsing;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Runs;

/// <summary>
/// Lets command lines that run together read the same data once: those that differ only in breakdowns and in what is made of the sums
/// share one tabulation by all of the breakdowns.
/// </summary>
internal sealed class SharedReadings
{
    // A tabulation by more columns may have so many cells that aggregating it takes longer than reading again.
    private const int MostColumns = 4;

    private readonly List<Reading> readings = [];

    /// <summary>Announces a reading that will be requested.</summary>
    public void Expect(ParseResult parsed, StudyRequest request)
    {
        // A command without breakdowns takes those of the codebook, which are not known here.
        if (request.Stratifications.Count == 0)
            return;
        var (key, columns) = (KeyOf(parsed, request), ColumnsOf(parsed, request));
        var reading = readings.Find(known => known.Key.SequenceEqual(key) && known.CanTake(columns));
        if (reading is null)
            readings.Add(reading = new Reading(key));
        reading.Add(columns, request);
    }

    /// <summary>The study of a command, read for it alone or taken from a shared reading.</summary>
    public Study Read(ParseResult parsed, StudyRequest request, ProblemLog log, Func<StudyRequest, ProblemLog, Study> read)
    {
        var (key, columns) = (KeyOf(parsed, request), ColumnsOf(parsed, request));
        var reading = readings.Find(known =>
            known.Key.SequenceEqual(key) && request.Stratifications.Count > 0 && known.Has(columns, request.Stratifications));
        return reading?.StudyOf(request, read) ?? read(request, log);
    }

    private static List<string> KeyOf(ParseResult parsed, StudyRequest request) =>
    [
        // Whether --floor makes sense depends on the bands of its own command line, not on those of others.
        .. request.Floored
            .Where(column => !request.Where.Any(condition => condition.Column == column))
            .Select(column => $"{column}\n{request.Stratifications.Any(by => by.Columns.Contains(column))}"),
        parsed.CommandResult.Command.Name,
        .. parsed.CommandResult.Children
            .Where(child => child is not OptionResult option || (!option.Implicit && EffectOf(option) == ReadingEffect.Rows))
            .Select(child => (Name: child is OptionResult option ? option.Option.Name : "DATA", child.Tokens))
            .Select(child => string.Join('\n', child.Tokens.Select(token => token.Value).Prepend(child.Name)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The breakdown columns, each with its bands as typed.</summary>
    private static Dictionary<string, string> ColumnsOf(ParseResult parsed, StudyRequest request)
    {
        var columns = request.Stratifications
            .SelectMany(by => by.Columns)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(column => column, _ => "", StringComparer.Ordinal);
        foreach (var token in parsed.CommandResult.Children
            .OfType<OptionResult>()
            .Where(option => EffectOf(option) == ReadingEffect.Breakdown)
            .SelectMany(option => option.Tokens))
        {
            if (BandsOfColumn.TryParse(token.Value, out var bands, out _))
                columns[bands!.Column] = token.Value;
        }
        return columns;
    }

    /// <summary>Other options are assumed to determine what is read.</summary>
    private static ReadingEffect EffectOf(OptionResult option) => option.Option is ICliOption known ? known.Effect : ReadingEffect.Rows;

    private sealed class Reading(IReadOnlyList<string> key)
    {
        private readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Bands> bands = new(StringComparer.Ordinal);
        private readonly List<Stratification> stratifications = [];
        private Study? study;
        private bool fails;

        public IReadOnlyList<string> Key => key;

        public bool CanTake(Dictionary<string, string> others) =>
            others.All(other => !columns.TryGetValue(other.Key, out var known) || known == other.Value)
                && columns.Keys.Union(others.Keys, StringComparer.Ordinal).Count() <= Math.Max(MostColumns, others.Count);

        public bool Has(Dictionary<string, string> others, IReadOnlyList<Stratification> by) =>
            others.All(other => columns.GetValueOrDefault(other.Key) == other.Value) && by.All(stratifications.Contains);

        public void Add(Dictionary<string, string> others, StudyRequest request)
        {
            foreach (var (column, text) in others)
                columns[column] = text;
            foreach (var (column, typed) in request.Bands)
                bands[column] = typed;
            stratifications.AddRange(request.Stratifications.Except(stratifications));
        }

        /// <summary>
        /// The study with the requested breakdowns; null if it cannot be read for all commands together, so that each reports its own
        /// problems.
        /// </summary>
        public Study? StudyOf(StudyRequest request, Func<StudyRequest, ProblemLog, Study> read)
        {
            try
            {
                study ??= fails ? null : read(request with { Stratifications = stratifications, Bands = bands }, new ProblemLog());
            }
            catch (RefusalException refusal) when (refusal.Refusal != Refusal.Unreachable)
            {
                fails = true;
            }
            return study is null ? null : study with { Stratifications = request.Stratifications };
        }
    }
}
