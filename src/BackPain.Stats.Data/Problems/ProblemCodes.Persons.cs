using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

// Problems of persons, their counts and their sums.
public static partial class ProblemCodes
{
    /// <summary>There are more cases than persons.</summary>
    public static readonly ProblemCode CasesExceedPersons = Error(
        "cases-exceed-persons",
        "A row has more cases than persons.",
        $"Check that {Settings.Cases} and {Settings.Persons} name the right columns; persons include the cases.");

    /// <summary>Two rows are the same stratum.</summary>
    public static readonly ProblemCode DuplicateStratum = Error(
        "duplicate-stratum",
        "Two rows of grouped data differ in nothing but their counts, so persons may be counted twice.",
        "Remove one, add them up, or add the column that tells them apart.");

    /// <summary>There are more persons than can be counted.</summary>
    public static readonly ProblemCode TooManyPersons = Error(
        "too-many-persons",
        "The persons of all rows together are more than 9,223,372,036,854,775,807, the largest number that can be counted.",
        "Check that the column of persons holds counts and not identifiers or sums of money.");

    /// <summary>A recall period cannot be read.</summary>
    public static readonly ProblemCode NotARecall = Error(
        "not-a-recall-period",
        "A recall period is neither point, lifetime nor a span such as P3M or 3m.",
        "Write it as point, lifetime, 7d, 4w, 3m, 1y or the ISO 8601 form.");

    /// <summary>A tabulation file is not what tabulate writes.</summary>
    public static readonly ProblemCode NotATabulation = Error(
        "not-a-tabulation",
        "The file does not look like the output of 'backpain tabulate'.",
        $"Write it with 'backpain tabulate', or say what the file is with {Settings.Kind}.");

    /// <summary>Two rows have the same id.</summary>
    public static readonly ProblemCode RepeatedId = Error(
        "repeated-id",
        "Two rows have the same id, so a person may be counted twice.",
        $"Remove one of the rows, or say with {Settings.Repeats} COL that the rows are visits of the persons in this column.");

    /// <summary>A row has no id.</summary>
    public static readonly ProblemCode MissingId = Error(
        "missing-id",
        "A row has no id, so it cannot be told whether its person is counted twice.",
        $"Complete the column, or name another with {Settings.Id}.");

    /// <summary>The sums of a saved tabulation cannot be those of any persons.</summary>
    public static readonly ProblemCode BadSums = Error(
        "bad-sums",
        "The sums of a saved tabulation, or of a grouping statement, are negative or contradict each other.",
        "Write the file again with 'backpain tabulate', or save the result of the statement as it is.");

    /// <summary>A saved tabulation merged codes that another file tells apart.</summary>
    public static readonly ProblemCode MergedCodes = Error(
        "merged-codes",
        "A saved tabulation compared the codes of a column as numbers, so that 1 and 1.0 became one, and with the text that another file "
        + "holds in this column they would be two.",
        "Tabulate the rows of all files together, or say in a codebook what type the column has and tabulate each file again.");

    /// <summary>A row is the sum of others.</summary>
    public static readonly ProblemCode TotalRow = Warning(
        "total-row",
        "A row of grouped data is the sum of other rows, as a row 'Total' is, so its persons are counted twice.",
        $"Leave such rows out, for example with {Settings.Where} 'COL!=Total'.");

    /// <summary>A column that is named like an id repeats.</summary>
    public static readonly ProblemCode RepeatsInId = Warning(
        "repeats-in-id",
        "A column is named like the id of a person, and its values repeat, so persons may be counted more than once.",
        $"If rows are visits, say {Settings.Repeats} COL, and persons are clusters; "
        + $"if each row should be a person, {Settings.Id} COL lists the repeated ids.");
}
