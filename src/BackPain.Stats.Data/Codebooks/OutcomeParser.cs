using System.Text.Json;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Reads the outcomes that a descriptor names.</summary>
internal static class OutcomeParser
{
    /// <summary>All outcomes.</summary>
    /// <param name="own">The property <c>backpain</c> of a resource.</param>
    /// <param name="fields">The columns.</param>
    /// <exception cref="CodebookFormatException">One is incomplete, or says two things of a code.</exception>
    public static IReadOnlyList<CaseDefinition> ParseAll(JsonElement own, List<Field> fields)
    {
        var outcomes = own.Items("outcomes").Select(OutcomeOf).ToList();
        outcomes.ForEach(outcome => RefuseMissing(outcome, fields.Find(field => field.Name == outcome.Column)));
        return outcomes;
    }

    /// <summary>A recall period; null if there is none.</summary>
    /// <exception cref="CodebookFormatException">It is not one.</exception>
    public static RecallPeriod? RecallOf(string? text) =>
        text is null ? null
        : RecallPeriod.TryParse(text, out var recall) ? recall
        : throw new CodebookFormatException($"found recall '{text}'; expected point, lifetime or a span such as P3M");

    private static CaseDefinition OutcomeOf(JsonElement outcome)
    {
        var column = outcome.Column("column") ?? throw new CodebookFormatException("found an outcome without 'column'");
        var recall = RecallOf(outcome.Text("recall")) ?? throw new CodebookFormatException($"found outcome '{column}' without 'recall'");
        var (cases, nonCases) = (outcome.Texts("cases"), outcome.Texts("nonCases"));
        if (cases.Intersect(nonCases, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            throw new CodebookFormatException(
                $"found code '{both}' among both 'cases' and 'nonCases' of outcome '{column}'; expected it in one of them");
        }
        return new CaseDefinition(column, recall, CodesOf(cases, nonCases));
    }

    /// <exception cref="CodebookFormatException">A code is both a case or non-case and missing.</exception>
    private static void RefuseMissing(CaseDefinition outcome, Field? field)
    {
        if (outcome.Codes is not { } codes || field is null)
            return;
        var same = field.Comparison == CodeComparison.Texts ? (Func<string, string>)(code => code) : NumberText.CodeOf;
        var listed = codes.Cases.Concat(codes.NonCases ?? (IEnumerable<string>)[]).ToLookup(same, StringComparer.Ordinal);
        if (field.MissingValues.Select(missing => missing.Value).FirstOrDefault(value => listed.Contains(same(value))) is { } both)
        {
            var where = field.HasOwnMissingValues ? $"of field '{field.Name}'" : "of the schema";
            throw new CodebookFormatException(
                $"found code '{both}' among the cases or non-cases of outcome '{outcome.Column}' "
                + $"and also among the missing values {where}; expected it in one of them");
        }
    }

    private static OutcomeCodes? CodesOf(IReadOnlyList<string> cases, IReadOnlyList<string> nonCases) =>
        cases.Count == 0 ? null
        : nonCases.Count == 0 ? OutcomeCodes.Of(cases)
        : nonCases is ["*"] ? OutcomeCodes.AgainstAllOthers(cases)
        : OutcomeCodes.Of(cases, nonCases);
}
