using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>The catalogue of problems, by subject. <c>docs/problems.md</c> is generated from it.</summary>
public static partial class ProblemCodes
{
    /// <summary>All of them, in display order. They are collected on demand, after the fields of all files are initialized.</summary>
    public static IReadOnlyList<ProblemCode> All =>
    [
        EmptyFile, NoRows, NoHeader, DuplicateColumn, UnknownColumn, RaggedRow, UnclosedQuote, StrayQuote, NotUtf8, UndecodableText,
        NotGzip, NotANumber, NotAWholeNumber, UnexplainedCode, DoubtfulMissing, UnlistedCategory, CasesExceedPersons, DuplicateStratum,
        TooManyPersons, NotARecall, NotATabulation, RepeatedId, MissingId, BadSums, MergedCodes, WeightTooLarge, NegativeWeight,
        MissingWeight, MissingDesign, PsuInTwoStrata, BadFpc, BadScales, BadCodebook, BadRegistry, BadReport, FailedBlock, BadStandard,
        MissingStandardStrata, CutStandardGroup, OutsideStandard, NoReferenceRate, ContradictoryRecall, LonelyPsu,
        SpellingVariants, LooksMissing, HighNonCase, CopyOfInput, TotalRow, RepeatsInId, SharedPsus, TransportZero,
    ];

    private static ProblemCode Error(string name, Wording meaning, Wording remedy) =>
        new(name, Severity.Error, meaning, remedy);

    private static ProblemCode Oddity(string name, Wording meaning, Wording remedy) =>
        new(name, Severity.Oddity, meaning, remedy);

    private static ProblemCode Warning(string name, Wording meaning, Wording remedy) =>
        new(name, Severity.Oddity, meaning, remedy, IsWarning: true);
}
