using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>The part that a person has in the sample.</summary>
internal enum SampleStatus
{
    /// <summary>With a weight: to be counted.</summary>
    Sampled,

    /// <summary>With weight 0: in the design, and in no figure.</summary>
    ZeroWeight,

    /// <summary>
    /// With weight 0, but not with replicate weights of 0: in the design and in the replicates' estimates, and in no count.
    /// </summary>
    ReplicatesOnly,

    /// <summary>Without a weight, and left out for that.</summary>
    Dropped,

    /// <summary>Not to be counted, since something is wrong, which is in the log.</summary>
    Refused,
}

/// <summary>Reads how many persons a row is, where they are in the sampling design, and for how many they stand.</summary>
internal abstract class PersonsReader
{
    private readonly KeyReader[] keys;
    private readonly DesignChecks checks;

    /// <param name="table">The rows.</param>
    /// <param name="plan">The columns.</param>
    /// <param name="values">How values are compared with codes.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="ledger">What is known from other files.</param>
    protected PersonsReader(DataRows table, ReadingPlan plan, CodedColumns values, TabulationBuilder builder, DesignLedger ledger)
    {
        keys = [.. builder.Columns.Design.Select(entry => ReaderOf(entry.Key, entry.Index))];
        checks = new DesignChecks(plan.Design.Nested ?? true, builder, ledger);

        DesignKeyReader ReaderOf(KeyColumn key, int index)
        {
            var (column, isNumber) = (table.Find(key.Name), key.Role is KeyRole.Fpc or KeyRole.SecondFpc);
            // Persons are told apart as row ids are, where 1.0 is 1 but 01 is another.
            if (key.Role is KeyRole.Psu or KeyRole.Ssu && key.Name == plan.Persons.Repeats)
                return new DesignKeyReader(
                    column, plan.CodesOf(key.Name), values.OfTexts(key.Name), isNumber, builder, index,
                    id => PersonId.Shortest(id, table.DecimalComma));
            var coded = isNumber ? values.OfNumbers(key.Name) : values.Of(key.Name, column);
            return new DesignKeyReader(column, plan.CodesOf(key.Name), coded, isNumber, builder, index);
        }
    }

    /// <summary>What reads the keys.</summary>
    public IReadOnlyList<KeyReader> Keys => keys;

    /// <summary>The persons of the row last read, with their weights.</summary>
    public Sums Persons { get; protected set; } = Sums.Unweighted(1);

    /// <summary>Their replicate weights.</summary>
    public abstract ReplicateWeights Replicates { get; }

    /// <summary>Why persons without a weight are left out.</summary>
    public abstract string DropReason { get; }

    /// <summary>The keys of a design.</summary>
    public static IEnumerable<KeyColumn> KeysOf(ReadingPlan plan)
    {
        if (plan.Design.Strata is { } strata)
            yield return KeyColumn.DesignStratum(strata);
        if (plan.Design.Psu is { } psu)
            yield return KeyColumn.Psu(psu);
        if (plan.Design.Ssu is { } ssu)
            yield return KeyColumn.Ssu(ssu);
        if (plan.Design.Fpc is { } fpc)
            yield return KeyColumn.Fpc(fpc);
        if (plan.Design.SecondFpc is { } second)
            yield return KeyColumn.SecondFpc(second);
    }

    /// <summary>Reads a row; its units and finite populations go into the key.</summary>
    public abstract SampleStatus Read(DataRows row, Span<int> key, ProblemLog log);

    /// <summary>Puts units and finite populations into the key; false, and a problem, where that cannot be.</summary>
    protected bool ReadKeys(DataRows row, Span<int> key, ProblemLog log)
    {
        var complete = true;
        foreach (var reader in keys)
            complete &= reader.Read(row, key, log);
        return complete;
    }

    /// <summary>Notes what the row says of its stratum and its PSU.</summary>
    protected void Note(DataRows row, ReadOnlySpan<int> key) => checks.See(row, key);
}
