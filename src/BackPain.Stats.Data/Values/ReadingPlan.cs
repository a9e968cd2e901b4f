using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>What is to be counted in one file: what was asked for, completed by what its codebook says. Typed options win.</summary>
internal sealed record ReadingPlan
{
    public required Codebook Codebook { get; init; }

    public required IReadOnlyList<CaseDefinition> Outcomes { get; init; }

    /// <summary>The outcomes that were typed rather than found in a codebook.</summary>
    public required IReadOnlyList<CaseDefinition> TypedOutcomes { get; init; }

    public required IReadOnlyList<string> ByColumns { get; init; }

    public required IReadOnlyDictionary<string, Bands> Bands { get; init; }

    /// <summary>The columns with bands whose decimal numbers are rounded down.</summary>
    public required IReadOnlySet<string> Floored { get; init; }

    public required IReadOnlyList<Condition> Where { get; init; }

    public required MissingCodes DeclaredMissing { get; init; }

    public DesignColumns Design { get; init; } = DesignColumns.None;

    public MissingWeight? MissingWeight { get; init; }

    /// <summary>The folder to which the names of files are relative; null for the current folder of the process.</summary>
    public string? Folder { get; init; }

    /// <summary>The columns of grouped data.</summary>
    public CountColumns Counts { get; init; } = CountColumns.None;

    /// <summary>The columns that say what persons a row of individual data is.</summary>
    public PersonColumns Persons { get; init; } = PersonColumns.None;

    /// <summary>The bands of a column, if it has any.</summary>
    public Bands? BandsOf(string column) => Bands.GetValueOrDefault(column);

    /// <summary>Whether a column is put into bands.</summary>
    public bool IsBanded(string column) => ByColumns.Contains(column) && BandsOf(column) is not null;

    /// <summary>Whether a column holds a quantity rather than codes: it is put into bands, compared, or rounded down.</summary>
    public bool IsQuantity(string column) =>
        IsBanded(column)
        || Floored.Contains(column)
        || Where.Any(condition => condition is NumberCondition && condition.Column == column);

    /// <summary>The codes of a column, as typed and as the codebook says.</summary>
    public ColumnCodes CodesOf(string column) => new(Codebook.FieldOf(column), DeclaredMissing);

    /// <summary>The missing codes of a column.</summary>
    public HashSet<string> MissingOf(string column, bool isQuantity) =>
        isQuantity ? CodesOf(column).MissingAsQuantity : CodesOf(column).MissingAsCodes;

    /// <summary>What the codes of an outcome mean.</summary>
    public OutcomeMeaning MeaningOf(CaseDefinition outcome) => new(outcome, CodesOf(outcome.Column), TypedOutcomes.Contains(outcome));

    /// <summary>The keys of the breakdowns.</summary>
    public IEnumerable<KeyColumn> ByKeys => ByColumns.Select(KeyColumn.By);

    /// <summary>Makes a reader for each column to break down by.</summary>
    /// <param name="find">The index of a column in the file.</param>
    /// <param name="values">How values are compared with codes.</param>
    /// <param name="decimalComma">Whether numbers have a decimal comma.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="decode">
    /// Given where the file holds levels as they are shown, labels included, rather than codes: what a text stands for.
    /// </param>
    public IEnumerable<StratumReader> StratumReaders(
        Func<string, int> find,
        CodedColumns values,
        bool decimalComma,
        TabulationBuilder builder,
        Func<string, string>? decode = null)
    {
        foreach (var name in ByColumns)
        {
            var (codes, bands, index, column) = (CodesOf(name), BandsOf(name), builder.Columns.IndexOf(KeyColumn.By(name)), find(name));
            if (bands is null && codes.Field.Categories.Count > 0)
                builder.Declare(index, [.. codes.Field.Categories.Select(category => category.Label)]);
            if (decode is not null)
                codes = new ColumnCodes(codes.Field with { Categories = [] }, DeclaredMissing);
            yield return bands is not null
                ? new BandReader(column, codes, values.OfNumbers(name), bands, Floored.Contains(name), decimalComma, builder, index, decode)
                : new StratumReader(column, codes, values.Of(name, column), builder, index, decode);
        }
    }
}
