using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

// Problems of answers and their codes.
public static partial class ProblemCodes
{
    /// <summary>A value is not a number.</summary>
    public static readonly ProblemCode NotANumber = Error(
        "not-a-number",
        "A value that is used as a number is not one.",
        $"Correct it, declare it missing with {Settings.MissingCodes} COL=CODE, "
        + $"or use {Settings.DecimalComma} where numbers look like 1,5.");

    /// <summary>A value is not a whole number.</summary>
    public static readonly ProblemCode NotAWholeNumber = Error(
        "not-a-whole-number",
        "A value that has to be a whole number, 0 or more, is not.",
        "Persons are counted whole, and ages are completed years, which are rounded down.");

    /// <summary>An answer is neither a case nor a non-case nor declared missing.</summary>
    public static readonly ProblemCode UnexplainedCode = Error(
        "unexplained-code",
        "An answer is neither a case, a non-case nor declared missing.",
        $"Say what it means, with COL=CASES/NONCASES or with {Settings.MissingCodes} "
        + $"CODES; 'COL=CASES/*' makes every other answer a non-case.");

    /// <summary>A code declared missing for all columns may mean something else in this one.</summary>
    public static readonly ProblemCode DoubtfulMissing = Error(
        "doubtful-missing-code",
        $"A code that {Settings.MissingCodes} declares missing for all columns occurs in a column where it may be something else: a "
        + $"number that is put into bands or compared, or a usual word for yes or no.",
        $"Declare it for the column with {Settings.MissingCodes} COL=CODE, or say "
        + $"with {Settings.MissingCodes} COL= that no code is missing there.");

    /// <summary>A value is not among the categories of the codebook.</summary>
    public static readonly ProblemCode UnlistedCategory = Error(
        "unlisted-category",
        "A value is not among the categories that the codebook lists for its column.",
        "Add it to the codebook's categories, or declare it missing.");

    /// <summary>Answers about a shorter and a longer period contradict each other.</summary>
    public static readonly ProblemCode ContradictoryRecall = Oddity(
        "contradictory-recall",
        "A person is a case for a shorter recall period and a non-case for a longer one that contains it.",
        "Look at the questionnaire; the answers are counted as they are.");

    /// <summary>Values that differ only in how they are written.</summary>
    public static readonly ProblemCode SpellingVariants = Oddity(
        "spelling-variants",
        "Values of a column differ only in upper and lower case or in spaces.",
        "Write them alike; as strata they are different.");

    /// <summary>A value that looks like a missing code and is not declared.</summary>
    public static readonly ProblemCode LooksMissing = Oddity(
        "looks-missing",
        "A value looks like a word or code for a missing answer but is not declared missing.",
        $"Declare it with {Settings.MissingCodes}, for all columns or for one with {Settings.MissingCodes} COL=CODES.");

    /// <summary>A code that is usual for a missing answer is taken for a non-case.</summary>
    public static readonly ProblemCode HighNonCase = Warning(
        "high-code-non-case",
        "A code such as 7, 9, 99 or -9, which questionnaires use for refused or don't "
        + "know, is counted as a non-case because '/*' makes every other answer one.",
        $"Declare such codes missing with {Settings.MissingCodes} COL=CODES, or list the codes of non-cases in place of *.");
}
