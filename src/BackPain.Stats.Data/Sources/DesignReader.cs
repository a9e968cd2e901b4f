using System.Runtime.CompilerServices;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>How a person stands in the sampling design.</summary>
internal enum Standing
{
    /// <summary>With a weight: to be counted.</summary>
    Sampled,

    /// <summary>With weight 0: in the design, and in no figure.</summary>
    Weightless,

    /// <summary>Without a weight, and left out for that.</summary>
    Dropped,

    /// <summary>Not to be counted, since something is wrong, which is in the log.</summary>
    Refused,
}

/// <summary>Reads where a person is in the sampling design and for how many persons he or she stands.</summary>
internal sealed class DesignReader
{
    private readonly List<KeyReader> keys = [];
    private readonly DesignChecks checks;
    private readonly WeightReader? weight;
    private readonly WeightReader[] replicateReaders;
    private readonly double[] replicates;
    private readonly DoubleDouble[] replicateSums;
    private readonly DesignLedger ledger;

    /// <param name="table">The rows.</param>
    /// <param name="plan">The columns.</param>
    /// <param name="columns">The columns of replicate weights with their scales.</param>
    /// <param name="builder">What the levels are for; the keys of the design are its first.</param>
    /// <param name="ledger">What is known from other files.</param>
    public DesignReader(CsvTable table, ReadingPlan plan, IReadOnlyList<Replicate> columns, TabulationBuilder builder, DesignLedger ledger)
    {
        this.ledger = ledger;
        for (var place = 0; place < builder.Columns.Count && builder.Columns[place].IsDesign; place++)
        {
            var key = builder.Columns[place];
            keys.Add(new DesignKeyReader(table.Find(key.Name), plan.Codebook.FieldOf(key.Name), plan.MissingOf(key.Name, isQuantity: true), key.Role == KeyRole.Fpc, table.DecimalComma, builder, place));
        }
        checks = new DesignChecks(builder.Columns, keys, plan.Design.Nested ?? true, ledger);
        weight = plan.Design.Weight is { } name ? new WeightReader(table, plan, name, mayBeNegative: false) : null;
        replicateReaders = [.. columns.Select(replicate => new WeightReader(table, plan, replicate.Name, mayBeNegative: true))];
        replicates = new double[columns.Count];
        replicateSums = new DoubleDouble[columns.Count];
        if (columns.Count > 0)
            ledger.Replicates ??= new(columns.Count);
    }

    /// <summary>The keys of a design.</summary>
    public static IEnumerable<KeyColumn> KeysOf(ReadingPlan plan)
    {
        if (plan.Design.Strata is { } strata)
            yield return KeyColumn.DesignStratum(strata);
        if (plan.Design.Psu is { } psu)
            yield return KeyColumn.Psu(psu);
        if (plan.Design.Fpc is { } fpc)
            yield return KeyColumn.Fpc(fpc);
    }

    /// <summary>The person of the row last read: one, with his or her weight.</summary>
    public Sums Person { get; private set; } = Sums.Unweighted(1);

    /// <summary>The replicate weights of the row last read.</summary>
    public ReadOnlySpan<DoubleDouble> Replicates => replicateSums;

    /// <summary>Why a person without a weight is left out.</summary>
    public string DropReason => weight!.MissingReason;

    /// <summary>Reads a row; its stratum, PSU and finite population go into the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Standing Read(CsvTable row, Span<int> key, ProblemLog log)
    {
        var person = 1d;
        if (weight?.Read(row, log, out person) is { } standing and not Standing.Sampled)
            return standing;
        var complete = true;
        foreach (var reader in keys)
            complete &= reader.Read(row, key, log);
        var any = person != 0;
        for (var r = 0; r < replicates.Length && complete; r++)
        {
            if (replicateReaders[r].Read(row, log, out replicates[r]) is var found && found != Standing.Sampled)
                return found;
            any |= replicates[r] != 0;
            replicateSums[r] = replicates[r];
        }
        if (!complete || !checks.Hold(row, key, log))
            return Standing.Refused;
        if (weight is not null)
            Person = Sums.OfPerson(person);
        ledger.Replicates?.Add(replicates);
        return any ? Standing.Sampled : Standing.Weightless;
    }
}
