using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

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
    private readonly List<(InputFile File, ReadingPlan Plan, int Ledger)> kept = [];
    // One for all files, or for each where files are sites.
    private readonly List<DesignLedger> ledgers = [new()];
    private ReplicateRank tabulatedRank = ReplicateRank.Unknown;
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
    public Study Read(IReadOnlyList<string> names) => Read(names.Select(name => InputFile.Find(name, request.Folder)).ToList());

    /// <summary>Reads what is open already.</summary>
    internal Study Read(List<InputFile> files)
    {
        if (files.GroupBy(file => file.Path is null ? file.Name : FileIdentity.Of(file.Path), StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new RequestException($"{twice.First().Name} is named twice; everybody in it would be counted twice.");
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
        warnings.AddRange([.. ReadingNotes.OnConditions(request.Where, values.Seen, values.HoldText), .. ReadingNotes.OnOutcomes(request.Outcomes, whole), .. ReadingNotes.OnRepeats(repeats), .. log.Warnings()]);
        return new Study(whole, stratifications, codebooks.TrueForAll(codebook => codebook.Overall), codebooks.TrueForAll(codebook => codebook.EmptyStrata), codebooks.Exists(codebook => codebook.Modelled), inputs, paths, warnings) { Repeats = repeats, Codebooks = codebooks };
    }

    private void Read(InputFile file, Codebook codebook, bool isAlone)
    {
        var dialect = file.Counted is not null ? new CsvDialect(',') : new CsvDialect(
            request.Dialect.Delimiter ?? codebook.Delimiter,
            request.Dialect.Encoding ?? codebook.Encoding,
            request.Dialect.DecimalComma || codebook.DecimalComma);
        if (CountInParallel(file, codebook, dialect, isAlone))
            return;
        var errorsBefore = log.Errors;
        using var stream = file.Open(request.Fingerprints || !(isAlone || file.CanBeReadAgain));
        using var table = new CsvTable(file, stream, dialect, log);
        if (log.Errors > errorsBefore)
            return;
        var resolver = new PlanResolver(request, codebook, file.Name, table.Header, isAlone);
        var plan = resolver.Plan(stratifications);
        var source = RowSource.Of(resolver.Kind, table, plan, Ledger, log);
        var part = source.Read(TickOf(stream));
        if (log.Errors == errorsBefore && !file.IsHeaderOnly && (table.Rows == 0 || (file.Counted is not null && part.Persons == 0)))
            log.Add(new Problem(file.Name, 1, ProblemCodes.NoRows, "found a header and no rows", "expected at least one row"));
        Keep(file, plan, resolver.Kind, part, stream, table, source.Domain is null ? [] : [source.Domain], source.Values.HoldText, Attention.Of(source.Readers));
        if (source is TabulationSource tabulated)
            tabulatedRank = tabulated.ReplicateRank;
    }

    /// <summary>Counts a large file on several threads; false where it is not one for that, or anything is wrong with it.</summary>
    private bool CountInParallel(InputFile file, Codebook codebook, CsvDialect dialect, bool isAlone)
    {
        var wanted = threads ?? ParallelCount.ThreadsFor(file);
        if (wanted == 1 || !file.CanBeReadAgain)
            return false;
        using var stream = file.Open(request.Fingerprints);
        var attempt = new ProblemLog();
        using var table = new CsvTable(file, stream, dialect, attempt);
        if (attempt.Errors > 0)
            return false;
        var resolver = new PlanResolver(request, codebook, file.Name, table.Header, isAlone);
        if (!ParallelCount.Allows(resolver.Kind, table, log))
            return false;
        var plan = resolver.Plan(stratifications);
        var count = new ParallelCount(table, plan);
        var seenBefore = Ledger.Copy();
        if (count.Count(wanted, Ledger, TickOf(stream)) is not { } part || attempt.Errors > 0 || table.Rows == 0 || !Ledger.Heads.TryAdd(count.Persons))
        {
            Ledger = seenBefore;
            return false;
        }
        count.Identity?.Report(log);
        Keep(file, plan, resolver.Kind, part, stream, table, count.Domains, count.HoldText, count.Attended);
        return true;
    }

    private Action<long> TickOf(MeasuredStream stream) => rows => progress?.Invoke(new ReadingProgress(rows, stream.Bytes, stream.Expected));

    private void Keep(InputFile file, ReadingPlan plan, DataKind kind, Tabulation part, MeasuredStream stream, CsvTable table, IReadOnlyList<DomainReader> domains, IEnumerable<string> holdText, Attention told)
    {
        repeats ??= plan.Repeats;
        parts.Add(part);
        kept.Add((file, plan, ledgers.Count - 1));
        copies.Add(file, stream);
        if (plan.Design.Replicates?.Scales?.File is { } scales)
            paths.Add(InputFile.PathIn(request.Folder, scales));
        inputs.Add(file.Counted is null
            ? new InputSummary(file.Name, stream.Sha256(), stream.Bytes, table.Rows, plan.Codebook.File)
            : new InputSummary(file.Name, null, stream.Bytes, part.Persons, plan.Codebook.File));
        warnings.AddRange(ReadingNotes.OnFile(file.Name, plan.Codebook, kind, request.Unweighted, table));
        if (kind == DataKind.Tabulation)
            warnings.AddRange(ReadingNotes.OnTabulation(file.Name, request.Outcomes));
        warnings.AddRange([.. ReadingNotes.OnCodes(file.Name, plan), .. ReadingNotes.OnNumbers(file.Name, domains)]);
        values.Add(file.Name, domains, holdText, told);
    }

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
                OverlappingRows.Refuse(file.Name, plan.Codebook, stratifications, parts[i]);
            if (request.AreSites)
                parts[i] = SiteStrata.Of(parts[i], file.Name);
            else if (plan.Repeats is null && plan.Design.Nested != false)
                psus.Look(file.Name, parts[i]);
        }
    }

    /// <summary>All files together. The rank of replicate weights is known where all rows were seen, or where a single tabulation tells it.</summary>
    /// <exception cref="RequestException">They do not have the same design.</exception>
    /// <exception cref="DataException">The finite populations do not fit the sample.</exception>
    private Tabulation Sum()
    {
        DesignAgreement.Require(parts);
        var rank = Ledger.RankOr(parts.Count == 1 ? tabulatedRank : ReplicateRank.Unknown);
        var whole = Tabulation.SumOf(parts).WithReplicates(rank, Ledger.Likeness.LooksLikeFactors);
        var seeksLonely = log.SeeksOddities && whole.HasDesign && whole.Weighting is not { Replicates.Count: > 0 };
        if (!seeksLonely && !whole.IndexesOf(KeyRole.Fpc).Any())
            return whole;
        try
        {
            var frame = new SamplingFrame(whole);
            if (seeksLonely)
                DesignAgreement.TellLonely(frame, inputs[^1].Name, log);
        }
        catch (SamplingDesignException error)
        {
            var (file, line) = PlaceOf(error);
            log.Add(new Problem(file, line, ProblemCodes.BadFpc, error.Found, error.Expected));
            log.ThrowIfErrors();
        }
        return whole;
    }

    private (string File, long Line) PlaceOf(SamplingDesignException error) =>
        kept.SelectMany(entry => ledgers[entry.Ledger].PlacesOf(error, stratum => request.AreSites ? SiteStrata.NameOf(entry.File.Name, stratum) : stratum, values.HoldText))
            .Select(place => (place.File, place.Line)).Append((inputs[^1].Name, 1)).First();
}
