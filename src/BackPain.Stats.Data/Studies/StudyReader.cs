using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Studies;

/// <summary>Reads files into one tabulation. The only way from data to statistics.</summary>
/// <param name="request">What to count.</param>
/// <param name="log">Where problems go.</param>
/// <param name="progress">Told now and then how far it has come; it may throw to stop the work.</param>
/// <param name="threads">How many threads count the rows of a file; as many as are worthwhile where nobody says.</param>
public sealed class StudyReader(StudyRequest request, ProblemLog log, Action<ReadingProgress>? progress = null, int? threads = null)
{
    private readonly List<Tabulation> parts = [];
    private readonly List<InputSummary> inputs = [];
    private readonly List<Note> warnings = [];
    private readonly List<string> paths = [];
    private readonly CopiesFinder copies = new(log);
    private readonly SharedPsus psus = new(log);
    private readonly List<(string File, ReadingPlan Plan, int Ledger)> kept = [];
    // One for all files, or for each where files are sites.
    private readonly List<DesignLedger> ledgers = [new()];
    private ReplicateRank savedRank = ReplicateRank.Unknown;
    private string? repeats;
    private readonly StudyValues values = new();
    private IReadOnlyList<Stratification> stratifications = request.Stratifications;

    private DesignLedger Ledger
    {
        get => ledgers[^1];
        set => ledgers[^1] = value;
    }

    /// <summary>Reads all files. Problems of all of them go into the log; with any error there is no study.</summary>
    /// <exception cref="DataException">The data are wrong.</exception>
    /// <exception cref="RequestException">What was asked for does not fit the data.</exception>
    /// <exception cref="UnreachableInputException">A file could not be opened.</exception>
    public Study Read(IReadOnlyList<string> names) =>
        Read(names.Select(name => (DataInput)new FileInput(InputFile.Find(name, request.Folder))).ToList());

    /// <summary>Reads all inputs.</summary>
    internal Study Read(List<DataInput> files)
    {
        if (files.GroupBy(IdentityOf, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new RequestException($"{twice.First().Name} is named twice; everybody in it would be counted twice.");
        if (request.AreSites && files is [var only])
            throw new RequestException(
                $"{only.Name}: {Settings.Sites} keeps the files of several sites apart, and this is a single file; "
                + $"name the others, too, or leave it out.");
        var codebooks = files.ConvertAll(new CodebookFinder(request, paths).Of);
        // The breakdowns are those of the whole study, whichever codebook they come from.
        if (stratifications.Count == 0)
            stratifications = codebooks.Find(codebook => codebook.Stratifications.Count > 0)?.Stratifications ?? [];
        for (var i = 0; i < files.Count; i++)
        {
            if (request.AreSites && i > 0)
                ledgers.Add(new DesignLedger { Heads = Ledger.Heads });
            Ledger.FileNumber = i;
            Read(files[i], codebooks[i], isAlone: files.Count == 1);
        }
        copies.Report();
        Settle();
        log.ThrowIfErrors();
        var whole = Sum();
        warnings.AddRange(ReadingNotes.OnConditions(request.Where, values.Seen, values.HoldText));
        warnings.AddRange([.. ReadingNotes.OnOutcomes(request.Outcomes, whole), .. ReadingNotes.OnRepeats(repeats), .. log.Warnings()]);
        return new Study(whole, stratifications, codebooks, inputs, paths, warnings)
        {
            Repeats = repeats,
            Compared = SavedComparisons.Of(values.Compared, whole, kept.Select(entry => entry.Plan)),
        };
    }

    private static string IdentityOf(DataInput input) => input.File?.Path is { } path ? FileIdentity.Of(path) : input.Name;

    private void Read(DataInput input, Codebook codebook, bool isAlone)
    {
        var dialect = new CsvDialect(
            request.Dialect.Delimiter ?? codebook.Delimiter,
            request.Dialect.Encoding ?? codebook.Encoding,
            request.Dialect.DecimalComma || codebook.DecimalComma);
        if (input.File is { } file && CountInParallel(input, file, codebook, dialect, isAlone))
            return;
        var errorsBefore = log.Errors;
        using var rows = input.Open(dialect, request.Fingerprints || !(isAlone || input.File?.CanBeReadAgain == true), log);
        if (log.Errors > errorsBefore)
            return;
        var resolver = new PlanResolver(request, codebook, input.Name, rows.Header, isAlone);
        var plan = resolver.Plan(stratifications);
        DescribedColumns.Require(codebook, resolver.Kind, input.Name, rows.Header, log);
        var source = resolver.Kind.CounterOf(rows, plan, Ledger, log);
        var part = source.Read(() => progress?.Invoke(rows.Progress));
        if (log.Errors == errorsBefore && input.NeedsRows && (rows.Rows == 0 || (input.File is null && part.Persons == 0)))
            log.Add(new Problem(input.Name, 1, ProblemCodes.NoRows, "found a header and no rows", "expected at least one row"));
        Keep(
            input, plan, resolver.Kind, part, rows,
            source.Domain is null ? [] : [source.Domain], source.Values.Forms, Attention.Of(source.Readers));
        (savedRank, repeats) = (source.SavedRank, repeats ?? source.SavedRepeats);
    }

    /// <summary>Counts a large file on several threads; false if it is not one for that, or anything is wrong with it.</summary>
    private bool CountInParallel(DataInput input, InputFile file, Codebook codebook, CsvDialect dialect, bool isAlone)
    {
        var wanted = threads ?? ParallelCount.ThreadsFor(file);
        if (wanted == 1 || !file.CanBeReadAgain)
            return false;
        var attempt = new ProblemLog();
        using var rows = input.Open(dialect, request.Fingerprints, attempt);
        if (attempt.Errors > 0)
            return false;
        var resolver = new PlanResolver(request, codebook, file.Name, rows.Header, isAlone);
        if (!ParallelCount.Allows(resolver.Kind, rows, log))
            return false;
        var plan = resolver.Plan(stratifications);
        DescribedColumns.Require(codebook, resolver.Kind, input.Name, rows.Header, attempt);
        if (attempt.Errors > 0)
            return false;
        var count = new ParallelCount(rows, plan);
        var seenBefore = Ledger.Copy();
        if (count.Count(wanted, Ledger, () => progress?.Invoke(rows.Progress)) is not { } part
            || attempt.Errors > 0 || rows.Rows == 0 || !Ledger.Heads.TryAdd(count.Persons))
        {
            Ledger = seenBefore;
            return false;
        }
        count.Identity?.Report(log);
        Keep(input, plan, resolver.Kind, part, rows, count.Domains, count.Forms, count.Attended);
        return true;
    }

    private void Keep(
        DataInput input, ReadingPlan plan, RowKind kind, Tabulation part, DataRows rows,
        IReadOnlyList<DomainReader> domains, ColumnForms forms, Attention told)
    {
        repeats ??= plan.Persons.Repeats;
        parts.Add(part);
        kept.Add((input.Name, plan, ledgers.Count - 1));
        if (input.File is { } file)
            copies.Add(file, rows, request.Dialect.Encoding ?? plan.Codebook.Encoding);
        if (plan.Design.Replicates?.Scales?.File is { } scales)
            paths.Add(InputFile.PathIn(request.Folder, scales));
        var counted = input.File is null ? part.Persons : rows.Rows;
        inputs.Add(new InputSummary(input.Name, rows.Sha256, rows.Progress.Bytes, counted, plan.Codebook.File, ScalesOf(plan)));
        warnings.AddRange(ReadingNotes.OnFile(input.Name, plan.Codebook, kind.HasDesign, request.Unweighted, rows));
        warnings.AddRange(kind.NotesOn(input.Name, request));
        warnings.AddRange([.. ReadingNotes.OnCodes(input.Name, plan), .. ReadingNotes.OnNumbers(input.Name, domains)]);
        values.Add(input.Name, domains, forms, told);
    }

    private ScalesFile? ScalesOf(ReadingPlan plan) => plan.Design.Replicates is null ? null : Ledger.Scales;

    /// <summary>Decides, now that all values are known, what codes mean, and looks at what was counted by them.</summary>
    private void Settle()
    {
        values.Tell(log, warnings);
        ledgers.ForEach(known => known.Tell(values.HoldText, log));
        for (var i = 0; i < parts.Count; i++)
        {
            var (file, plan, _) = kept[i];
            parts[i] = parts[i].Settled(values.HoldText);
            if (!request.OnlyCheck)
                OverlappingRows.Refuse(file, plan.Codebook, stratifications, parts[i]);
            if (request.AreSites)
                parts[i] = SiteStrata.Of(parts[i], file);
            else if (repeats is null && plan.Design.Nested != false)
                psus.Look(file, parts[i]);
        }
        if (request.AreSites)
            PopulationSizes.Unify(parts);
    }

    /// <summary>
    /// All files together. The rank of replicate weights is known where all rows were seen, or where a single tabulation tells it.
    /// </summary>
    /// <exception cref="RequestException">They do not have the same design.</exception>
    /// <exception cref="DataException">The finite populations do not fit the sample.</exception>
    private Tabulation Sum()
    {
        DesignAgreement.Require(parts);
        var rank = Ledger.RankOr(parts.Count == 1 ? savedRank : ReplicateRank.Unknown);
        var whole = Tabulation.SumOf(parts).WithReplicates(rank, Ledger.Likeness.LooksLikeFactors);
        DesignAgreement.RequireFrame(whole, inputs[^1].Name, PlaceOf, log);
        return whole;
    }

    private (string File, long Line) PlaceOf(SamplingDesignException error) =>
        kept.SelectMany(entry => ledgers[entry.Ledger].PlacesOf(
                error, stratum => request.AreSites ? SiteStrata.NameOf(entry.File, stratum) : stratum, values.HoldText))
            .Select(place => (place.File, place.Line)).Append((inputs[^1].Name, 1)).First();
}
