using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Populations;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>Finds the range to which --where, the codebook or bands limit the numbers of a column.</summary>
/// <param name="study">What was read.</param>
/// <param name="request">What was asked for.</param>
internal sealed class StandardLimits(Study study, StudyRequest request)
{
    private const string KeptColumn = "by:";

    /// <summary>The limits of a column.</summary>
    public DataLimits Of(string column)
    {
        var limits = DataLimits.None;
        foreach (var known in ByConditions(column).Append(ByCodebooks(column)).Append(ByBands(column)).Append(ByCategories(column)))
            limits = known is { } more && limits.Within(more) is { } both ? both : limits;
        return limits;
    }

    private IEnumerable<DataLimits?> ByConditions(string column) =>
        request.Where.Where(condition => condition.Column == column).Select(condition => condition switch
        {
            NumberCondition { Symbol: ">=" } from => From(Math.Ceiling(from.Bound)),
            NumberCondition { Symbol: ">" } after => From(Math.Floor(after.Bound) + 1),
            NumberCondition { Symbol: "<=" } to => To(Math.Floor(to.Bound)),
            NumberCondition { Symbol: "<" } before => To(Math.Ceiling(before.Bound) - 1),
            ValueCondition { Among: true } among => HullOf(among.Values),
            _ => (DataLimits?)null,
        });

    /// <summary>The smallest and largest number that the codebooks allow; the largest may be a code for higher ones.</summary>
    private DataLimits? ByCodebooks(string column)
    {
        var fields = FieldsOf(column);
        if (fields.Count == 0)
            return null;
        var least = fields.TrueForAll(field => field.Minimum is >= 0) ? Math.Ceiling(fields.Min(field => field.Minimum!.Value)) : 0;
        double? most = fields.TrueForAll(field => field.Maximum is >= 0) ? Math.Floor(fields.Max(field => field.Maximum!.Value)) : null;
        return From(least)?.Within(most is { } last && To(last, isTopCoded: true) is { } limit ? limit : DataLimits.None);
    }

    /// <summary>The first cut of bands, if nobody is below it.</summary>
    private DataLimits? ByBands(string column)
    {
        var bands = request.Bands.GetValueOrDefault(column)
            ?? study.Codebooks.Select(codebook => codebook.Bands.GetValueOrDefault(column)).FirstOrDefault(known => known is not null);
        var first = bands?.Beginnings(0).FirstOrDefault() ?? 0;
        return first == 0 || LevelsOf(column).Contains(bands!.LabelOf(first - 1), StringComparer.Ordinal) ? null : From(first);
    }

    /// <summary>The categories of the codebook, if they are ranges.</summary>
    private DataLimits? ByCategories(string column) =>
        FieldsOf(column) is { Count: > 0 } fields && fields.TrueForAll(field => field.Categories.Count > 0)
            ? HullOf([.. fields.SelectMany(field => field.Categories).Select(category => category.Label)])
            : null;

    /// <summary>What the codebook of each input says of the column; in saved sums it has a prefix.</summary>
    private List<Field> FieldsOf(string column) =>
        [.. study.Codebooks.Select(codebook => codebook.Kind == DataKind.Tabulation
            ? codebook.FieldOf($"{KeptColumn}{column}")
            : codebook.FieldOf(column))];

    private IEnumerable<string> LevelsOf(string column) =>
        study.Tabulation.Columns.IndexOf(KeyColumn.By(column)) is >= 0 and var index
            ? study.Tabulation.Levels[index].Where(level => level.Kind == LevelKind.Value).Select(level => level.Text)
            : [];

    private static DataLimits? HullOf(IReadOnlyList<string> levels)
    {
        var ranges = levels.Select(NumberRange.Parse).ToList();
        return ranges.Count == 0 || ranges.Contains(null) ? null : new DataLimits(new NumberRange(
            ranges.Min(range => range!.Value.From),
            ranges.Exists(range => range!.Value.To is null) ? null : ranges.Max(range => range!.Value.To)));
    }

    private static DataLimits? From(double first) =>
        first is >= 0 and < int.MaxValue ? new DataLimits(new NumberRange((long)first, null)) : null;

    private static DataLimits? To(double last, bool isTopCoded = false) =>
        last is >= 0 and < int.MaxValue ? new DataLimits(new NumberRange(0, (long)last), isTopCoded) : null;
}
