namespace BackPain.Stats.Definitions;

/// <summary>The catalogue of all notes. <c>docs/notes.md</c> is generated from this list.</summary>
/// <remarks>
/// A note is actionable if a different file, option or codebook may have been intended; it is informational if the result is correct
/// as it is.
/// </remarks>
public static class NoteCodes
{
    /// <summary>All notes.</summary>
    public static IReadOnlyList<NoteCode> All { get; } =
    [
        OnEstimate("no-denominator", "Nobody with a known answer is in this stratum; prevalence and limits are empty."),
        OnEstimate("modelled-counts", "The cases were modelled, not counted; the prevalence is given and an interval is not."),
        OnEstimate("logit-undefined", "The logit does not exist at 0 and at n; the limits are those of Clopper and Pearson."),
        OnEstimate("no-weight", "Everybody with a known answer in this stratum has weight 0; prevalence and limits are empty."),
        OnEstimate(
            "no-variance",
            "The PSUs show no variance of this stratum, as where all of it is in one PSU, or where all PSUs happen to agree; "
            + "the prevalence is given and an interval is not, even if a second stage shows the variance inside that PSU."),
        OnEstimate(
            "no-degrees-of-freedom",
            "The design leaves no degrees of freedom, as where there are no more PSUs than design strata with somebody of this "
            + "stratum; `--df` chooses others."),
        OnEstimate(
            "unknown-rank",
            "The rank of the replicate weights, from which the degrees of freedom come, is not known from sums of several sources; "
            + "the prevalence and its standard error are given and an interval is not, unless `--df` is."),
        OnEstimate(
            "rank-of-design",
            "Saved sums do not show the rank of the replicate weights of the persons of this row; "
            + "the degrees of freedom are those of the whole design, which may be too many."),
        OnEstimate(
            "no-variance-inside-psus",
            "By the finite populations all PSUs (and all SSUs, if there are any) were sampled, but the persons inside them may have been "
            + "sampled too, and the design does not say how; the prevalence is given, a standard error and an interval are not. "
            + "`--ssu` and a second column of `--fpc` can say how."),
        OnEstimate(
            "variance-inside-psus-missing",
            "The same in some of the design strata or PSUs of the row: the standard error and the interval lack the variance inside "
            + "these units and are too small."),
        OnEstimate(
            "census",
            "By the finite populations everybody was sampled; there is no sampling error, and both limits are the prevalence."),
        OnEstimate(
            "edge-of-design",
            "At 0 and 1 a sample with a design shows no variance, so there is no standard error; "
            + "the number of persons stands in for the effective sample size, as NCHS does."),
        OnEstimate("korn-graubard-at-edge", "The method has no interval at 0 and 1; the limits are those of Korn and Graubard."),
        OnEstimate(
            "silent-replicates",
            "By some of the replicate weights nobody is in this stratum; these are left out of its variance, which may be too small."),
        OnEstimate("degenerate-interval", "The Wald interval has no width at 0 and at n, which is not certainty; use another method."),
        Actionable("value-not-found", "A value in `--where` is one that nobody looked at has; it may be misspelled."),
        Actionable("case-code-not-found", "With `COL=CASES/*`, no answer is a case; every other answer there is was taken for a non-case."),
        Information(
            "missing-code-overruled",
            "A code that was typed as a case or a non-case is missing by the codebook, or by itself; what was typed holds."),
        Actionable(
            "missing-code-not-applied",
            "Numbers that the codebook declares missing for the file as a whole occur in a column of quantities, "
            + "where they are counted: only a field's own `missingValues` hold there."),
        Actionable(
            "codes-not-applied",
            "Codes were typed for an outcome of a saved tabulation, which was made with its own; see that they mean the same."),
        Information(
            "design-not-used",
            "The codebook declares weights or another sampling design, and `--unweighted` or grouped data leave it out: "
            + "every person counts once."),
        Information(
            "kish-effective-size",
            "There are weights and nothing else of a design; says what the sample is worth by Kish's formula, (Σw)²/Σw²."),
        Information(
            "weights-normalized",
            "The weights add up to the number of persons, so their sums are no counts of a population. Proportions are right."),
        Information(
            "weights-inferred",
            "There are finite populations and no weights: every person counts N/n, the units of the design stratum in the population "
            + "over those in the sample, as in R's survey."),
        Actionable(
            "replicates-like-factors",
            "The replicate weights do not go with the weights: they look like factors by which these are to be multiplied; "
            + "whole weights are expected."),
        Actionable(
            "blank-lines",
            "Rows of nothing but delimiters were passed over, or blank lines of a file with one column; a missing answer there is written as `NA`."),
        Information(
            "transport-zero",
            "Values are 5.397605346934028e-79, which is how some SAS transport files hold 0; they were read as 0."),
        Actionable(
            "contradictory-recall",
            "Persons are cases for a shorter recall period and non-cases for a longer one that contains it; "
            + "they are counted as they answered."),
        Actionable("separate-populations", "The rows tabulated are different populations, and the tabulation does not say so."),
        Information(
            "rows-are-visits",
            "With `--repeats`, rows are visits of persons; cases, n and missing count rows, and the visits of a person are a cluster."),
        Information("nothing-found", "`identify` found no count, or no count and method, that prints the figure."),
    ];

    /// <summary>Returns the note with the given name, or null if the name is the code of a data problem.</summary>
    public static NoteCode? Find(string name) => All.FirstOrDefault(code => code.Name == name);

    private static NoteCode OnEstimate(string name, string meaning) => new(name, NoteScope.Estimate, false, meaning);

    private static NoteCode Actionable(string name, string meaning) => new(name, NoteScope.Result, true, meaning);

    private static NoteCode Information(string name, string meaning) => new(name, NoteScope.Result, false, meaning);
}
