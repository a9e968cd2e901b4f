using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>Every kind of problem there is. <c>docs/problems.md</c> is written from this list.</summary>
public static class ProblemCodes
{
    /// <summary>The file holds nothing.</summary>
    public static readonly ProblemCode EmptyFile = Error("empty-file", "The file holds nothing at all.", "Check that the export finished and that the right file was named.");

    /// <summary>There is a header and nothing else.</summary>
    public static readonly ProblemCode NoRows = Error("no-rows", "The file has a header and no rows.", "Check that the export finished and that its filter was not too narrow.");

    /// <summary>The first line does not name the columns.</summary>
    public static readonly ProblemCode NoHeader = Error("no-header", "The first line does not name the columns: a name is empty, or every name is a number.", "Put one line with the name of each column above the data.");

    /// <summary>Two columns have the same name.</summary>
    public static readonly ProblemCode DuplicateColumn = Error("duplicate-column", "Two columns have the same name, so it is not clear which is meant.", "Rename one of them.");

    /// <summary>A column that was asked for is not there.</summary>
    public static readonly ProblemCode UnknownColumn = Error("unknown-column", "A column that was asked for is not in the file.", "Use one of the names in the message; upper and lower case matter.");

    /// <summary>A row has more or fewer fields than the header.</summary>
    public static readonly ProblemCode RaggedRow = Error("ragged-row", "A row has more or fewer fields than the header.", $"Look for a delimiter inside an unquoted value, or name the delimiter with {Settings.Delimiter}.");

    /// <summary>A quoted value is never closed.</summary>
    public static readonly ProblemCode UnclosedQuote = Error("unclosed-quote", "A value that starts with a quote never ends with one.", "Close the quote; inside a quoted value a quote is written twice.");

    /// <summary>A quote stands inside an unquoted value.</summary>
    public static readonly ProblemCode StrayQuote = Error("stray-quote", "A quote stands inside a value that does not start with one, or text follows a closing quote.", "Quote the whole value and write the quote inside it twice.");

    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly ProblemCode NotUtf8 = Error("not-utf8", "A value that is used is not UTF-8 text.", $"Name the encoding, for example {Settings.Encoding} windows-1252.");

    /// <summary>Bytes stand for no character in the encoding that was named.</summary>
    public static readonly ProblemCode UndecodableText = Error("undecodable-text", "A value that is used has bytes that stand for no character in the encoding of the file.", $"Name the encoding that the file was written in with {Settings.Encoding}, or as 'encoding' in the codebook.");

    /// <summary>A .gz file is not compressed, or damaged.</summary>
    public static readonly ProblemCode NotGzip = Error("not-gzip", "The file is named .gz but is not gzip, is cut off or damaged, or has other bytes after its end.", "Compress it again, or rename it if it is plain text.");

    /// <summary>A value is not a number.</summary>
    public static readonly ProblemCode NotANumber = Error("not-a-number", "A value that is used as a number is not one.", $"Correct it, declare it missing with {Settings.MissingCodes} COL=CODE, or use {Settings.DecimalComma} where numbers look like 1,5.");

    /// <summary>A value is not a whole number.</summary>
    public static readonly ProblemCode NotAWholeNumber = Error("not-a-whole-number", "A value that has to be a whole number, 0 or more, is not.", "Persons are counted whole, and ages are completed years, which are rounded down.");

    /// <summary>An answer is neither a case nor a non-case nor declared missing.</summary>
    public static readonly ProblemCode UnexplainedCode = Error("unexplained-code", "An answer is neither a case, a non-case nor declared missing.", $"Say what it means, with COL=CASES/NONCASES or with {Settings.MissingCodes} CODES; 'COL=CASES/*' makes every other answer a non-case.");

    /// <summary>A code declared missing for all columns may mean something else in this one.</summary>
    public static readonly ProblemCode DoubtfulMissing = Error("doubtful-missing-code", $"A code that {Settings.MissingCodes} declares missing for all columns occurs in a column where it may be something else: a number that is put into bands or compared, or a usual word for yes or no.", $"Declare it for the column with {Settings.MissingCodes} COL=CODE, or say with {Settings.MissingCodes} COL= that no code is missing there.");

    /// <summary>A value is not among the categories of the codebook.</summary>
    public static readonly ProblemCode UnlistedCategory = Error("unlisted-category", "A value is not among the categories that the codebook lists for its column.", "Add it to the codebook's categories, or declare it missing.");

    /// <summary>There are more cases than persons.</summary>
    public static readonly ProblemCode CasesExceedPersons = Error("cases-exceed-persons", "A row has more cases than persons.", $"Check that {Settings.Cases} and {Settings.Persons} name the right columns; persons include the cases.");

    /// <summary>Two rows are the same stratum.</summary>
    public static readonly ProblemCode DuplicateStratum = Error("duplicate-stratum", "Two rows of grouped data differ in nothing but their counts, so persons may be counted twice.", "Remove one, add them up, or add the column that tells them apart.");

    /// <summary>There are more persons than can be counted.</summary>
    public static readonly ProblemCode TooManyPersons = Error("too-many-persons", "The persons of all rows together are more than 9,223,372,036,854,775,807, the largest number that can be counted.", "Check that the column of persons holds counts and not identifiers or sums of money.");

    /// <summary>A recall period cannot be read.</summary>
    public static readonly ProblemCode NotARecall = Error("not-a-recall-period", "A recall period is neither point, lifetime nor a span such as P3M or 3m.", "Write it as point, lifetime, 7d, 4w, 3m, 1y or the ISO 8601 form.");

    /// <summary>A tabulation file is not what tabulate writes.</summary>
    public static readonly ProblemCode NotATabulation = Error("not-a-tabulation", "The file does not look like the output of 'backpain tabulate'.", $"Write it with 'backpain tabulate', or say what the file is with {Settings.Kind}.");

    /// <summary>Two rows have the same id.</summary>
    public static readonly ProblemCode RepeatedId = Error("repeated-id", "Two rows have the same id, so a person may be counted twice.", $"Remove one of the rows, or say with {Settings.Repeats} COL that the rows are visits of the persons in this column.");

    /// <summary>A row has no id.</summary>
    public static readonly ProblemCode MissingId = Error("missing-id", "A row has no id, so it cannot be told whether its person is counted twice.", $"Complete the column, or name another with {Settings.Id}.");

    /// <summary>The sums of a saved tabulation cannot be those of any persons.</summary>
    public static readonly ProblemCode BadSums = Error("bad-sums", "The sums of a saved tabulation, or of a grouping statement, are negative or contradict each other.", "Write the file again with 'backpain tabulate', or save the result of the statement as it is.");

    /// <summary>A weight is too large.</summary>
    public static readonly ProblemCode WeightTooLarge = Error("weight-too-large", "A weight, or a sum of weights, is larger than 1e140 for each person, so that its square may be no number.", $"Only the ratios of weights matter: divide all of them by one number. Or see that {Settings.Weight} names the right column.");

    /// <summary>A weight is negative.</summary>
    public static readonly ProblemCode NegativeWeight = Error("negative-weight", "A weight is negative.", $"A weight says for how many persons one stands; correct it, or see that {Settings.Weight} names the right column.");

    /// <summary>A weight is missing.</summary>
    public static readonly ProblemCode MissingWeight = Error("missing-weight", "A person has no weight.", $"Use {Settings.MissingWeight} drop to leave such persons out and have them counted, or take the weight that everybody asked this question has.");

    /// <summary>A design stratum or PSU is missing.</summary>
    public static readonly ProblemCode MissingDesign = Error("missing-design", "A person has no design stratum, no PSU, no SSU or no finite population.", "Everybody sampled is somewhere in the design; complete the column, or name the right one.");

    /// <summary>A PSU is in two strata.</summary>
    public static readonly ProblemCode PsuInTwoStrata = Error("psu-in-two-strata", "The same PSU occurs in two strata, although PSUs are said not to be numbered anew in each.", $"If PSUs are numbered anew in each stratum, use {Settings.Nested} and not {Settings.NotNested}.");

    /// <summary>Finite populations do not fit.</summary>
    public static readonly ProblemCode BadFpc = Error("bad-fpc", "The finite populations contradict each other or the sample.", $"{Settings.Fpc} names the number of PSUs (of persons, where there are no PSUs) that each stratum has in the population, or the fraction of them that was sampled; and after a comma the number of SSUs (of persons, without {Settings.Ssu}) that each PSU has, or the fraction.");

    /// <summary>Scales of replicates do not fit.</summary>
    public static readonly ProblemCode BadScales = Error("bad-replicate-scales", "The scales of replicate weights do not fit the replicate weights.", $"The file of {Settings.ReplicateScales} has the columns 'replicate', a column of replicate weights, and 'scale', one row for each.");

    /// <summary>The codebook cannot be used.</summary>
    public static readonly ProblemCode BadCodebook = Error("bad-codebook", "The codebook is not a Data Package descriptor that can be used.", "Correct what the message names; the rules are at https://datapackage.org and in docs/codebook.md.");

    /// <summary>A registry of cited figures cannot be used.</summary>
    public static readonly ProblemCode BadRegistry = Error("bad-registry", "A registry of cited figures says something that cannot be used.", "Correct the row; 'backpain datasets cited-figures' tells what each column holds.");

    /// <summary>A report says something that cannot be used.</summary>
    public static readonly ProblemCode BadReport = Error("bad-report", "A report says something that cannot be used, in its front matter, a block, or a value in a sentence.", "Correct the line; docs/reports.md tells what may stand there.");

    /// <summary>The command of a block fails.</summary>
    public static readonly ProblemCode FailedBlock = Error("failed-block", "The command of a block in a report fails, so there is no report.", "Run the command by itself to see all that is wrong.");

    /// <summary>Answers about a shorter and a longer period contradict each other.</summary>
    public static readonly ProblemCode ContradictoryRecall = Oddity("contradictory-recall", "A person is a case for a shorter recall period and a non-case for a longer one that contains it.", "Look at the questionnaire; the answers are counted as they are.");

    /// <summary>A stratum has one PSU.</summary>
    public static readonly ProblemCode LonelyPsu = Oddity("lonely-psu", $"A design stratum has a single PSU, or a PSU a single unit of the second stage, which shows no variance; prevalence refuses it unless {Settings.LonelyPsu} says what to do.", $"Merge it with a similar one, or choose with {Settings.LonelyPsu}: certainty (it adds no variance), adjust (its distance from the mean of all), average (the average of the others).");

    /// <summary>Values that differ only in how they are written.</summary>
    public static readonly ProblemCode SpellingVariants = Oddity("spelling-variants", "Values of a column differ only in upper and lower case or in spaces.", "Write them alike; as strata they are different.");

    /// <summary>A value that looks like a missing code and is not declared.</summary>
    public static readonly ProblemCode LooksMissing = Oddity("looks-missing", "A value looks like a word or code for a missing answer but is not declared missing.", $"Declare it with {Settings.MissingCodes}, for all columns or for one with {Settings.MissingCodes} COL=CODES.");

    /// <summary>A file is a copy of another input.</summary>
    public static readonly ProblemCode CopyOfInput = Warning("copy-of-input", "A file holds the same text as another input, perhaps compressed, in another encoding or with other line ends, so everybody in it is probably counted twice.", "Leave one of the two out.");

    /// <summary>A row is the sum of others.</summary>
    public static readonly ProblemCode TotalRow = Warning("total-row", "A row of grouped data is the sum of other rows, as a row 'Total' is, so its persons are counted twice.", $"Leave such rows out, for example with {Settings.Where} 'COL!=Total'.");

    /// <summary>A column that is named like an id repeats.</summary>
    public static readonly ProblemCode RepeatsInId = Warning("repeats-in-id", "A column is named like the id of a person, and its values repeat, so persons may be counted more than once.", $"If rows are visits, say {Settings.Repeats} COL, and persons are clusters; if each row should be a person, {Settings.Id} COL lists the repeated ids.");

    /// <summary>Several files have PSUs of the same name.</summary>
    public static readonly ProblemCode SharedPsus = Warning("shared-psus", "Files have PSUs of the same name, which are taken for the same PSUs.", $"If the files are sites that number their PSUs alike, keep them apart with {Settings.Sites}; if PSUs have a number of their own over all files, say so with {Settings.NotNested}.");

    /// <summary>A code that is usual for a missing answer is taken for a non-case.</summary>
    public static readonly ProblemCode HighNonCase = Warning("high-code-non-case", "A code such as 7, 9, 99 or -9, which questionnaires use for refused or don't know, is counted as a non-case because '/*' makes every other answer one.", $"Declare such codes missing with {Settings.MissingCodes} COL=CODES, or list the codes of non-cases in place of *.");

    /// <summary>The number that stands for 0 in SAS transport files.</summary>
    public static readonly ProblemCode TransportZero = Oddity("transport-zero", "A value is 5.397605346934028e-79, which is how some SAS transport files hold 0; it is read as 0.", "Nothing needs to be done; to be rid of it, write 0 in its place.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        EmptyFile, NoRows, NoHeader, DuplicateColumn, UnknownColumn, RaggedRow, UnclosedQuote, StrayQuote, NotUtf8, UndecodableText, NotGzip,
        NotANumber, NotAWholeNumber, UnexplainedCode, DoubtfulMissing, UnlistedCategory, CasesExceedPersons, DuplicateStratum, TooManyPersons,
        NotARecall, NotATabulation, RepeatedId, MissingId, BadSums,
        WeightTooLarge, NegativeWeight, MissingWeight, MissingDesign, PsuInTwoStrata, BadFpc, BadScales, BadCodebook, BadRegistry, BadReport, FailedBlock,
        ContradictoryRecall, LonelyPsu, SpellingVariants, LooksMissing, HighNonCase, CopyOfInput, TotalRow, RepeatsInId, SharedPsus, TransportZero,
    ];

    private static ProblemCode Error(string name, Wording meaning, Wording remedy) => new(name, Severity.Error, meaning, remedy);

    private static ProblemCode Oddity(string name, Wording meaning, Wording remedy) => new(name, Severity.Oddity, meaning, remedy);

    private static ProblemCode Warning(string name, Wording meaning, Wording remedy) => new(name, Severity.Oddity, meaning, remedy, IsWarning: true);
}
