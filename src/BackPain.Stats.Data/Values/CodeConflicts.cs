using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>
/// Codes that were typed with two meanings. What is typed wins over the codebook, and never silently over something else that was typed.
/// </summary>
/// <param name="file">The file, as the user named it.</param>
/// <param name="plan">What is to be counted in it.</param>
internal sealed class CodeConflicts(string file, ReadingPlan plan)
{
    /// <summary>Refuses them.</summary>
    /// <param name="individuals">Whether rows are individuals, so that outcomes have codes.</param>
    /// <exception cref="RequestException">There is one.</exception>
    public void Refuse(bool individuals)
    {
        var outcomes = individuals ? plan.Outcomes.Select(plan.MeaningOf).ToList() : [];
        var typed = outcomes.Where(meaning => meaning.IsTyped && meaning.Outcome.Codes is not null)
            .SelectMany(meaning => CodesIn(meaning.Outcome.Codes!).Select(code => (meaning.Column, Code: code, Said: meaning.Saying)))
            .Concat(plan.Where.OfType<ValueCondition>().SelectMany(condition =>
                condition.Values.Select(value => (Column: plan.CodesOf(condition.Column), Code: value, Said: SaidOf(condition)))))
            .Concat(plan.DeclaredMissing.NamedColumns.SelectMany(column => plan.DeclaredMissing.NamedFor(column).Select(code =>
                (Column: plan.CodesOf(column), Code: code, Said: SaidMissing(MissingOrigin.TypedForColumn, column, code)))));
        foreach (var (column, code, said) in typed)
        {
            if (column.OtherCodeLabelled(code) is { } other)
            {
                throw new RequestException(
                    $"{file}: '{code}' in {said} is a code of column '{column.Field.Name}' and also the label of its code '{other}'; "
                    + $"write '{other}' for the latter, or give it another label in the codebook.");
            }
        }
        foreach (var meaning in outcomes)
            Refuse(meaning);
        foreach (var condition in plan.Where.OfType<ValueCondition>().Where(condition => condition.Among))
            Refuse(condition);
    }

    private static IEnumerable<string> CodesIn(OutcomeCodes codes) => codes.Cases.Concat(codes.NonCases ?? (IEnumerable<string>)[]);

    private static Wording SaidOf(ValueCondition condition) => $"{Settings.Where} {condition}";

    private static Wording SaidMissing(MissingOrigin origin, string column, string code) =>
        $"{Settings.MissingCodes} {(origin == MissingOrigin.TypedForColumn ? $"{QuotedName.Quote(column)}=" : "")}{QuotedName.Quote(code)}";

    private void Refuse(OutcomeMeaning meaning)
    {
        var column = meaning.Outcome.Column;
        if (meaning.Codes is { NonCases: { } nonCases } codes
            && codes.Cases.FirstOrDefault(code => nonCases.Any(other => meaning.Column.AreOne(code, other))) is { } both)
        {
            throw new RequestException(
                $"{file}: '{both}' in column '{column}' is both a case and a non-case by {meaning.Saying}; one code is one answer.");
        }
        var typedAsMissing = meaning.Column.Missing.Where(missing =>
            missing.Origin is MissingOrigin.TypedForAll or MissingOrigin.TypedForColumn && meaning.IsListed(missing.Code));
        foreach (var (code, origin) in typedAsMissing)
        {
            throw new RequestException(
                $"{file}: '{code}' in column '{column}' is a {(meaning.IsCase(code) ? "case" : "non-case")} by {meaning.Saying} "
                + $"and missing by {SaidMissing(origin, column, code)}. {WayOut(origin, column, code)}");
        }
    }

    private static Wording WayOut(MissingOrigin origin, string column, string code)
    {
        if (origin != MissingOrigin.TypedForAll)
            return "Leave it out of one of them.";
        return $"Name the column that is meant, as in {Settings.MissingCodes} COL={QuotedName.Quote(code)}, "
            + $"or write {Settings.MissingCodes} {QuotedName.Quote(column)}= if no code is missing in '{column}'.";
    }

    /// <summary>Refuses a condition that asks for a code which was typed as missing.</summary>
    private void Refuse(ValueCondition condition)
    {
        var (name, column) = (condition.Column, plan.CodesOf(condition.Column));
        var asked = condition.Values.SelectMany(column.CodesFor).ToList();
        // Whether 09 is 9 is known only if the codebook says that the column holds numbers.
        var isNumeric = column.Field.Comparison == CodeComparison.Numbers;
        foreach (var (code, origin) in column.Missing)
        {
            if (origin is MissingOrigin.TypedForAll or MissingOrigin.TypedForColumn
                && asked.Exists(value => value == code || (isNumeric && column.AreOne(value, code))))
            {
                throw new RequestException(
                    $"{file}: '{code}' in column '{name}' is asked for by {Settings.Where} {condition} "
                    + $"and missing by {SaidMissing(origin, name, code)}. {WayOut(origin, name, code)}");
            }
        }
    }
}
