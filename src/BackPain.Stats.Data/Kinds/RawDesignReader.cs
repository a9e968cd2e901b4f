using System.Globalization;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// Reads, of a row that an engine grouped, how many persons it is, where they are in the sampling design, and the sums of their weights.
/// </summary>
internal sealed class RawDesignReader : PersonsReader
{
    // An engine adds up doubles, in any order.
    private const double Rounding = 1e-6;

    private readonly ReadingPlan plan;
    private readonly IReadOnlyList<Replicate> replicates;
    private readonly int n;
    private readonly WeightReader? weight;
    private readonly int sumW;
    private readonly int sumW2;
    private readonly int[] replicateSums = [];
    private readonly int replicateStatus = -1;
    private readonly DoubleDouble[] replicateValues;
    private string dropReason = "";

    /// <param name="table">The rows.</param>
    /// <param name="plan">The columns.</param>
    /// <param name="values">How values are compared with codes.</param>
    /// <param name="replicates">The replicate weights with their scales.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="ledger">What is known from other files.</param>
    public RawDesignReader(
        DataRows table, ReadingPlan plan, CodedColumns values, IReadOnlyList<Replicate> replicates,
        TabulationBuilder builder, DesignLedger ledger)
        : base(table, plan, values, builder, ledger)
    {
        (this.plan, this.replicates) = (plan, replicates);
        n = table.Find(RawSumsFormat.N);
        if (plan.Design.Weight is { } name)
        {
            weight = new WeightReader(table, plan, name, mayBeNegative: false);
            (sumW, sumW2) = (table.Find(RawSumsFormat.SumW(name)), table.Find(RawSumsFormat.SumW2(name)));
        }
        if (replicates.Count > 0)
        {
            replicateSums = [.. replicates.Select(replicate => table.Find(RawSumsFormat.SumW(replicate.Name)))];
            replicateStatus = table.Find(RawSumsFormat.Replicates);
            ledger.HasSumsOnly = true;
        }
        replicateValues = new DoubleDouble[replicates.Count];
    }

    /// <inheritdoc/>
    public override ReplicateWeights Replicates => replicateValues;

    /// <inheritdoc/>
    public override string DropReason => dropReason;

    /// <inheritdoc/>
    public override SampleStatus Read(DataRows row, Span<int> key, ProblemLog log)
    {
        if (!Numbers.TryParseWhole(row[n], row.DecimalComma, out var persons))
            return Refuse(row, n, log);
        row.Persons = persons;
        var status = SampleStatus.Sampled;
        Persons = Sums.Unweighted(persons);
        if (weight is not null && (status = ReadWeight(row, persons, log)) is not (SampleStatus.Sampled or SampleStatus.ZeroWeight))
            return status;
        var complete = ReadKeys(row, key, log);
        if (complete && replicates.Count > 0 && (status = ReadReplicates(row, status, log)) is SampleStatus.Refused or SampleStatus.Dropped)
            return status;
        if (!complete)
            return SampleStatus.Refused;
        Note(row, key);
        return status;
    }

    /// <summary>The weights are in the sums, or all persons of the row have the one that stands there.</summary>
    private SampleStatus ReadWeight(DataRows row, long persons, ProblemLog log)
    {
        if (!row[sumW].IsEmpty)
        {
            if (!Numbers.TryParse(row[sumW], row.DecimalComma, out var w) || w > WeightReader.Largest * Math.Max(persons, 1))
                return RefuseSum(row, sumW, log);
            if (!Numbers.TryParse(row[sumW2], row.DecimalComma, out var w2))
                return RefuseSum(row, sumW2, log);
            if (!ArePossible(Math.Max(persons, 1), w, w2))
                return RefuseSums(row, w, w2, log);
            Persons = new Sums(persons, w, w2);
            return SampleStatus.Sampled;
        }
        var status = weight!.Read(row, log, out var each);
        dropReason = weight.MissingReason;
        DoubleDouble total = each;
        var times = DoubleDouble.Of(persons);
        Persons = new Sums(persons, total * times, total * each * times);
        return status == SampleStatus.Sampled && each == 0 ? SampleStatus.ZeroWeight : status;
    }

    private SampleStatus ReadReplicates(DataRows row, SampleStatus status, ProblemLog log)
    {
        if (!Numbers.TryParse(row[replicateStatus], row.DecimalComma, out var told) || !IsStatus(told))
            return Refuse(row, replicateStatus, log);
        var largest = WeightReader.Largest * Math.Max(row.Persons, 1);
        if (told < 0)
            return WithoutReplicate((int)-told - 1, row, log);
        for (var r = 0; r < replicateSums.Length; r++)
        {
            if (!Numbers.TryParse(row[replicateSums[r]], row.DecimalComma, out var sum) || Math.Abs(sum) > largest)
                return RefuseSum(row, replicateSums[r], log);
            replicateValues[r] = sum;
        }
        return status == SampleStatus.ZeroWeight && told > 0 ? SampleStatus.ReplicatesOnly : status;
    }

    private SampleStatus WithoutReplicate(int which, DataRows row, ProblemLog log)
    {
        var (isMissing, name) = (which < replicates.Count, replicates[which % replicates.Count].Name);
        if (isMissing && plan.MissingWeight == MissingWeight.Drop)
        {
            dropReason = $"{name} {plan.Codebook.FieldOf(name).ReasonFor("")}";
            return SampleStatus.Dropped;
        }
        log.Add(new Problem(
            row.File, row.Line, isMissing ? ProblemCodes.MissingWeight : ProblemCodes.NotANumber,
            $"found {(isMissing ? "''" : "a value that is no finite number")} in column '{name}'",
            "expected a number, 0 or more"));
        return SampleStatus.Refused;
    }

    /// <summary>Whether persons can have these sums: for weights of 0 or more, (Σw)²/n ≤ Σw² ≤ (Σw)².</summary>
    private static bool ArePossible(long persons, double w, double w2) =>
        w >= 0
        && w2 >= w / persons * w * (1 - Rounding)
        && w2 <= Math.Min(w * w, WeightReader.Largest * WeightReader.Largest * persons) * (1 + Rounding);

    /// <summary>Whether a number is one that the statement gives for the status of persons among the replicates.</summary>
    private bool IsStatus(double told) => told == Math.Floor(told) && told >= -2 * replicates.Count && told <= 1;

    private static SampleStatus RefuseSums(DataRows row, double w, double w2, ProblemLog log)
    {
        var of = string.Create(CultureInfo.InvariantCulture, $"{row.Persons} {(row.Persons == 1 ? "person" : "persons")}");
        var found = string.Create(CultureInfo.InvariantCulture, $"found Σw = {w} and Σw² = {w2} of {of}");
        log.Add(new Problem(row.File, row.Line, ProblemCodes.BadSums, found, "expected Σw² between (Σw)²/n and (Σw)²"));
        return SampleStatus.Refused;
    }

    /// <summary>Refuses a sum of weights that is too large, or no number.</summary>
    private static SampleStatus RefuseSum(DataRows row, int column, ProblemLog log)
    {
        if (!Numbers.TryParse(row[column], row.DecimalComma, out _) && !Numbers.IsBeyondDouble(row[column], row.DecimalComma))
            return Refuse(row, column, log);
        var (name, found) = (row.Header[column], DataRows.Shown(row[column]));
        log.Add(new Problem(row.File, row.Line, ProblemCodes.WeightTooLarge, $"found {found} in column '{name}'", WeightReader.ExpectedSum)
        {
            Column = name,
        });
        return SampleStatus.Refused;
    }

    private static SampleStatus Refuse(DataRows row, int column, ProblemLog log)
    {
        const string Hint = "Save the result of the statement as it is.";
        var (name, found) = (row.Header[column], DataRows.Shown(row[column]));
        log.Add(new Problem(row.File, row.Line, ProblemCodes.NotANumber, $"found '{found}' in column '{name}'", "expected a number", Hint)
        {
            Column = name,
        });
        return SampleStatus.Refused;
    }
}
