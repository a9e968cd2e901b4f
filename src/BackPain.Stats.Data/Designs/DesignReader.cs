using System.Runtime.CompilerServices;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>Reads where a person is in the sampling design and for how many persons he or she stands.</summary>
internal sealed class DesignReader : PersonsReader
{
    private readonly WeightReader? weight;
    private readonly WeightReader[] replicateReaders;
    private readonly double[] replicates;
    private readonly DoubleDouble[] replicateSums;
    private readonly ReplicateRankSketch? space;
    private readonly DesignLedger ledger;
    private readonly long linesBefore;
    private string dropReason = "";
    private long line;

    /// <param name="table">The rows.</param>
    /// <param name="plan">The columns.</param>
    /// <param name="values">How values are compared with codes.</param>
    /// <param name="columns">The columns of replicate weights with their scales.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="ledger">What is known from other files.</param>
    public DesignReader(
        DataRows table,
        ReadingPlan plan,
        CodedColumns values,
        IReadOnlyList<Replicate> columns,
        TabulationBuilder builder,
        DesignLedger ledger)
        : base(table, plan, values, builder, ledger)
    {
        weight = plan.Design.Weight is { } name ? new WeightReader(table, plan, name, mayBeNegative: false) : null;
        replicateReaders = [.. columns.Select(replicate => new WeightReader(table, plan, replicate.Name, mayBeNegative: true))];
        replicates = new double[columns.Count];
        replicateSums = new DoubleDouble[columns.Count];
        if (columns.Count > 0)
            ledger.Replicates ??= new(columns.Count);
        (this.ledger, linesBefore) = (ledger, ledger.LastLine);
        // Files of which one has more replicates are refused once all have been read.
        space = ledger.Replicates?.Columns == columns.Count ? ledger.Replicates : null;
    }

    /// <inheritdoc/>
    public override ReplicateWeights Replicates => new(replicateSums, line);

    /// <inheritdoc/>
    public override string DropReason => dropReason;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override SampleStatus Read(DataRows row, Span<int> key, ProblemLog log)
    {
        var person = 1d;
        if (weight is not null && weight.Read(row, log, out person) is var status and not SampleStatus.Sampled)
            return Without(weight, status);
        var complete = ReadKeys(row, key, log);
        var (any, total) = (false, 0d);
        for (var r = 0; r < replicates.Length && complete; r++)
        {
            if (replicateReaders[r].Read(row, log, out replicates[r]) is var found && found != SampleStatus.Sampled)
                return Without(replicateReaders[r], found);
            any |= replicates[r] != 0;
            total += replicates[r];
            replicateSums[r] = replicates[r];
        }
        if (!complete)
            return SampleStatus.Refused;
        Note(row, key);
        if (weight is not null)
            Persons = Sums.OfPerson(person);
        if (replicates.Length > 0)
        {
            ledger.LastLine = line = linesBefore + row.Line;
            space?.Add(line, replicates);
            ledger.Likeness += ReplicateLikeness.Of(person, total / replicates.Length);
        }
        return person != 0 ? SampleStatus.Sampled : any ? SampleStatus.ReplicatesOnly : SampleStatus.ZeroWeight;
    }

    /// <summary>Of several weights, the one that is missing says why a person is left out.</summary>
    private SampleStatus Without(WeightReader reader, SampleStatus status)
    {
        dropReason = reader.MissingReason;
        return status;
    }
}
