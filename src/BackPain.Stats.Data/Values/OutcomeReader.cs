using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>
/// Reads a column of answers: case, non-case, or why missing. Answers that nobody explained are counted apart and told together.
/// </summary>
internal sealed class OutcomeReader(int column, OutcomeMeaning meaning, CodedColumn values, TabulationBuilder builder, int index)
    : KeyReader(column, meaning.Column, values, builder, index)
{
    private const int MostListed = 20;

    // What questionnaires use for "refused", "don't know" and the like, above the codes of answers.
    private static readonly HashSet<string> HighCodes =
        new(["7", "8", "9", "77", "88", "99", "777", "888", "999", "-1", "-9"], StringComparer.Ordinal);

    private readonly InBothForms<HashSet<string>> missing = new(meaning.Missing, [.. meaning.Missing.Select(NumberText.CodeOf)]);
    private readonly InBothForms<OutcomeCodes?> codes = new(meaning.Codes, meaning.Codes?.With(code => [NumberText.CodeOf(code)]));
    private readonly InBothForms<Dictionary<string, string>> labels =
        new(meaning.Column.Field.Labels(), meaning.Column.Field.ByNumbers().Labels());

    public override void TellRefused(string file, IReadOnlyList<Found> refused, ProblemLog log)
    {
        var doubtful = refused.Where(found => IsDoubtful(found.Value)).ToList();
        if (doubtful.Count > 0)
        {
            Wording doubt = $"{Settings.MissingCodes} declares it missing for all columns, and here it may be an answer";
            log.Add(doubtful.In(file, Field.Name, ProblemCodes.DoubtfulMissing, doubt, DoubtfulMissingHint.For(Field.Name, doubtful)));
        }
        var unexplained = refused.Except(doubtful).ToList();
        if (unexplained.Count > 0)
        {
            var expected = $"expected cases, non-cases or declared missing codes{Listed}";
            log.Add(unexplained.In(file, Field.Name, ProblemCodes.UnexplainedCode, expected));
        }
    }

    public override void TellOdd(string file, IReadOnlyList<Found> odd, ProblemLog log, ICollection<Note> warnings) =>
        log.Add(odd.OrderBy(found => double.Parse(found.Value, CultureInfo.InvariantCulture)).ToList()
            .In(file, Field.Name, ProblemCodes.HighNonCase, $"counted as non-cases by {meaning.Saying}"));

    protected override Level? LevelOf(string value, bool asNumbers)
    {
        if (IsDoubtful(value))
            return null;
        if (missing.For(asNumbers).Contains(value))
            return MissingFor(value, asNumbers);
        return AnswerOf(value, asNumbers) switch { true => Level.Case, false => Level.NonCase, null => null };
    }

    protected override bool IsToldAtEnd(string value) => true;

    protected override bool IsOdd(string value, bool asNumbers) =>
        codes.For(asNumbers) is { NonCases: null } all
        && HighCodes.Contains(NumberText.CodeOf(value))
        && !all.Cases.Contains(value)
        && !missing.For(asNumbers).Contains(value)
        && !IsExplained(value, asNumbers);

    protected override void Refuse(string value, DataRows row, ProblemLog log) =>
        throw new InvalidOperationException("Answers that cannot be counted are told at the end.");

    /// <summary>The codes that the codebook lists, with their labels, as the end of a sentence; empty if it has no labels.</summary>
    private string Listed
    {
        get
        {
            var listed = Field.Categories.Concat(Field.MissingValues).Where(category => category.Value.Length > 0).ToList();
            return listed.TrueForAll(category => category.Label == category.Value) ? ""
                : $"; the codebook lists {string.Join(", ", listed.Take(MostListed).Select(Shown))}"
                    + (listed.Count > MostListed ? $" and {listed.Count - MostListed} more" : "");
        }
    }

    private static string Shown(Category category) =>
        category.Label == category.Value ? category.Value : $"{category.Value} ({category.Label})";

    /// <summary>Whether the codebook lists a code with a meaning that is not one of a missing answer.</summary>
    private bool IsExplained(string value, bool asNumbers) =>
        labels.For(asNumbers).TryGetValue(value, out var label) && label != value && !OddityFinder.LooksMissing(label);

    /// <summary>
    /// Whether a usual word, which nobody gave a meaning for this column, was declared missing for all columns: it may have been meant for
    /// another.
    /// </summary>
    private bool IsDoubtful(string value) => meaning.IsDoubtful(value);

    /// <summary>What the codes say of a value; else, as far as nobody gave codes, the usual word that its label or it itself is.</summary>
    private bool? AnswerOf(string value, bool asNumbers)
    {
        var label = labels.For(asNumbers).GetValueOrDefault(value, value);
        if (codes.For(asNumbers) is { } typed)
            return typed.IsCase(value) ?? (typed.LeavesToUsual(label) ? false : null);
        var field = Fields.For(asNumbers);
        return field.TrueValues.Contains(value) ? true : field.FalseValues.Contains(value) ? false : OutcomeCodes.Usual(label);
    }
}
