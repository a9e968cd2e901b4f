using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Designs;

/// <summary>Reads a column of weights.</summary>
internal sealed class WeightReader
{
    /// <summary>The largest weight: its square, summed over any file, is still a number.</summary>
    public const double Largest = 1e140;

    /// <summary>What is expected of a sum of weights.</summary>
    public const string ExpectedSum = "expected at most 1e140 for each person";

    private readonly int column;
    private readonly Field field;
    private readonly MissingNumbers missing;
    private readonly bool drops;
    private readonly bool mayBeNegative;

    public WeightReader(DataRows table, ReadingPlan plan, string name, bool mayBeNegative)
    {
        (column, field, missing) = (table.Find(name), plan.Codebook.FieldOf(name).ByNumbers(), new(plan.MissingOf(name, isQuantity: true)));
        (drops, this.mayBeNegative) = (plan.MissingWeight == MissingWeight.Drop, mayBeNegative);
    }

    /// <summary>Why the last person without a weight is left out.</summary>
    public string MissingReason { get; private set; } = "";

    /// <summary>Sampled, with the weight; dropped where it is missing and that is allowed; refused, and a problem, otherwise.</summary>
    public SampleStatus Read(DataRows row, ProblemLog log, out double weight)
    {
        var isNumber = Numbers.TryParse(row[column], row.DecimalComma, out weight);
        var code = isNumber ? missing.CodeFor(weight, row[column], row.DecimalComma) : null;
        if (isNumber && code is null && (weight >= 0 || mayBeNegative) && Math.Abs(weight) <= Largest)
            return SampleStatus.Sampled;
        var value = DataRows.Shown(row[column]);
        if (code is not null || (!isNumber && missing.Contains(value)))
        {
            if (!drops)
                return Refuse(ProblemCodes.MissingWeight, "expected a number, 0 or more");
            MissingReason = $"{field.Name} {field.ReasonFor(code ?? value)}";
            return SampleStatus.Dropped;
        }
        if (isNumber ? Math.Abs(weight) > Largest : Numbers.IsBeyondDouble(row[column], row.DecimalComma))
            return Refuse(ProblemCodes.WeightTooLarge, "expected at most 1e140");
        if (!isNumber)
            return Refuse(ProblemCodes.NotANumber, "expected a number, 0 or more");
        return weight < 0 && !mayBeNegative ? Refuse(ProblemCodes.NegativeWeight, "expected a number, 0 or more") : SampleStatus.Sampled;

        SampleStatus Refuse(ProblemCode code, string expected)
        {
            log.Add(new Problem(row.File, row.Line, code, $"found '{value}' in column '{field.Name}'", expected) { Column = field.Name });
            return SampleStatus.Refused;
        }
    }
}
