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
        OnEstimate("no-denominator", "Nobody in this stratum has a known answer; prevalence and limits are empty."),
        OnEstimate("modelled-counts", "The cases were modelled rather than counted; the prevalence is given, but no interval."),
        OnEstimate("logit-undefined", "The logit is undefined at 0 and n; the Clopper–Pearson limits are given."),
        OnEstimate("no-weight", "Everybody in this stratum with a known answer has zero weight; prevalence and limits are empty."),
        OnEstimate(
            "no-variance",
            "The PSUs show no variance in this stratum, for example because all of it lies in one PSU or all PSUs happen to agree; "
            + "the prevalence is given, but no interval, even if a second stage shows the variance within that PSU."),
        OnEstimate(
            "no-degrees-of-freedom",
            $"The design leaves no degrees of freedom, for example because there are no more PSUs than design strata with somebody in "
            + $"this stratum; `{Settings.DegreesOfFreedom}` sets them."),
        OnEstimate(
            "unknown-rank",
            $"The rank of the replicate weights, which gives the degrees of freedom, cannot be determined from sums of several sources; "
            + $"the prevalence and its standard error are given, but no interval unless `{Settings.DegreesOfFreedom}` is set."),
        OnEstimate(
            "rank-of-design",
            "Saved sums do not reveal the rank of the replicate weights of the persons in this row; "
            + "the degrees of freedom are those of the whole design, which may be too many."),
        ActionableOnEstimate(
            "no-variance-inside-psus",
            $"According to the finite populations all PSUs (and all SSUs, if there are any) were sampled, but the persons within them may "
            + $"have been sampled too, which the design does not describe; the prevalence is given, but no standard error and no interval. "
            + $"`{Settings.Ssu}` and a second column of `{Settings.Fpc}` can describe it."),
        ActionableOnEstimate(
            "variance-inside-psus-missing",
            "According to the finite populations all PSUs of some design strata, or all SSUs of some PSUs, were sampled; "
            + "the standard error and the interval lack the variance within these units and are too small."),
        OnEstimate(
            "census",
            "According to the finite populations everybody was sampled; there is no sampling error, and both limits equal the prevalence."),
        OnEstimate(
            "edge-of-design",
            "At 0 and 1 a sample with a design shows no variance, so there is no standard error; "
            + "the number of persons is used as the effective sample size, as NCHS does."),
        OnEstimate("korn-graubard-at-edge", "The method has no interval at 0 and 1; the Korn–Graubard limits are given."),
        OnEstimate(
            "silent-replicates",
            "Some replicate weights are zero for everybody in this stratum; these replicates are left out of its variance, "
            + "which may be too small."),
        OnEstimate(
            "degenerate-interval",
            "The Wald interval has zero width at 0 and n, which does not mean certainty; use another method."),
        OnEstimate(
            "no-variance-in-strata",
            "In each stratum of the standard population nobody or everybody is a case, so the data show no variance; "
            + "the standardized prevalence is given, but no interval."),
        OnEstimate(
            "one-person-stratum",
            "A stratum of the standard population has a single person in this row, who shows no variance; "
            + "the standard error and the interval are too small."),
        OnEstimate(
            "standard-renormalized",
            $"With `{Settings.MissingStrata} renormalize`: strata of the standard population have no persons in this row "
            + $"and were left out."),
        OnEstimate(
            "ratio-at-edge",
            "Nobody or everybody is a case, where the ratio of observed to expected cases has no interval on the log scale; "
            + "the Korn–Graubard limits of the proportion are given, over what was expected."),
        OnEstimate(
            "nothing-expected",
            "The reference population has no cases in the strata of these persons; the ratio and the standardized prevalence are empty."),
        Information(
            "standard-part",
            $"The data are limited to a part of the standard population, by `{Settings.Where}`, bands or the codebook; "
            + $"the rest of it was left out."),
        Information(
            "reference-rates-fixed",
            "Indirect standardization takes the rates of the reference population as known; "
            + "their own sampling error is not in the intervals."),
        OnEstimate("no-ratio", "Neither group has a case: there is no ratio, and its limits are 0 and infinity."),
        OnEstimate(
            "no-odds-ratio", "Nobody or everybody is a case in both groups: there is no odds ratio, and its limits are 0 and infinity."),
        OnEstimate("infinite-ratio", "The estimate divides by zero, so it is infinite."),
        OnEstimate(
            "log-ratio-undefined",
            "The logarithmic interval of a ratio is undefined where a group has no cases, and has no width where everybody is a case; "
            + "Koopman's score limits are given."),
        OnEstimate("woolf-undefined", "A cell of the table is 0, so Woolf's standard error is undefined; no interval is given."),
        OnEstimate(
            "no-ratio-interval",
            "Under a sampling design a group has no cases, or nothing but cases: the ratio or odds ratio is given, but no interval."),
        OnEstimate(
            "difference-at-edge",
            "Under a sampling design a group has no cases, or nothing but cases: "
            + "the limits of the difference are combined from the Korn–Graubard limits of each group."),
        OnEstimate(
            "replicate-at-edge",
            "By some replicate weights the logarithm of a ratio is undefined; the variance is that of the delta method."),
        OnEstimate(
            "design-test-undefined",
            "Under a sampling design the test of all groups is undefined: nobody or everybody is a case, a group shows no variance, "
            + "or there are too few degrees of freedom."),
        OnEstimate("too-many-for-exact", "Exact intervals and tests are not computed for more than 10¹² persons."),
        OnEstimate("stratified-test-undefined", "Too few strata have both groups with both cases and non-cases; p is empty."),
        OnEstimate("no-strata", "No stratum of the adjustment has persons of both groups; the adjusted row is empty."),
        OnEstimate("pooled-at-edge", "A sum of the Mantel–Haenszel estimate is 0, or there is no variance; no interval is given."),
        OnEstimate(
            "trend-undefined",
            "Nobody or everybody is a case, there are too few groups or scores, or no finite slope is the best; the row is empty."),
        OnEstimate("scores", "The scores of a trend, with the groups that have them."),
        OnEstimate("simultaneous", "All intervals of the family together have the level shown (Bonferroni, Šidák)."),
        OnEstimate("test-undefined", "Nobody or everybody is a case in both groups, so the test is undefined; p is empty."),
        Actionable(
            "value-not-found",
            $"A value in `{Settings.Where}` does not occur in any record that was examined; it may be misspelled."),
        Actionable("case-code-not-found", "With `COL=CASES/*`, no answer is a case; every answer that occurs was counted as a non-case."),
        Information(
            "missing-code-overruled",
            "A code specified as a case or a non-case is missing according to the codebook or by default; "
            + "the specification takes precedence."),
        Actionable(
            "missing-code-not-applied",
            "Numbers that the codebook declares missing for the whole file occur in a quantitative column, "
            + "where they are counted as values: only the field's own `missingValues` apply there."),
        Actionable(
            "codes-not-applied",
            "Codes were specified for an outcome of a saved tabulation, which was made with its own codes; check that they mean the same."),
        Information(
            "design-not-used",
            $"The codebook declares weights or another sampling design, but `{Settings.Unweighted}` or grouped data ignore it: "
            + $"every person counts once."),
        Information(
            "kish-effective-size",
            "There are weights but no other part of a design; gives the effective sample size by Kish's formula, (Σw)²/Σw²."),
        Information(
            "weights-normalized",
            "The weights add up to the number of persons, so their sums are not population counts. Proportions are correct."),
        Information(
            "weights-inferred",
            "There are finite populations but no weights: every person counts N/n, "
            + "the number of units of the design stratum in the population divided by the number in the sample, as in R's survey package."),
        Actionable(
            "replicates-like-factors",
            "The replicate weights are not on the scale of the weights: they look like factors to be multiplied by the weights; "
            + "complete replicate weights are expected."),
        Information(
            "blank-lines",
            "Rows of nothing but delimiters, or blank lines in a file with one column, were skipped; write a missing answer as `NA`."),
        Information(
            "transport-zero",
            "Values are 5.397605346934028e-79, which is how some SAS transport files hold 0; they were read as 0."),
        Actionable(
            "contradictory-recall",
            "Persons are cases for a shorter recall period and non-cases for a longer one that contains it; "
            + "they are counted as they answered."),
        Actionable("separate-populations", "The tabulated rows belong to different populations, but the tabulation does not record this."),
        Information(
            "rows-are-visits",
            $"With `{Settings.Repeats}`, rows are visits of persons; cases, n and missing count rows, "
            + $"and the visits of a person form a cluster."),
        Information("nothing-found", "`identify` found no count, or no count and method, that reproduces the figure."),
    ];

    /// <summary>Returns the note with the given name, or null if the name is the code of a data problem.</summary>
    public static NoteCode? Find(string name) => All.FirstOrDefault(code => code.Name == name);

    private static NoteCode OnEstimate(string name, Wording meaning) => new(name, NoteScope.Estimate, false, meaning);

    private static NoteCode ActionableOnEstimate(string name, Wording meaning) => new(name, NoteScope.Estimate, true, meaning);

    private static NoteCode Actionable(string name, Wording meaning) => new(name, NoteScope.Result, true, meaning);

    private static NoteCode Information(string name, Wording meaning) => new(name, NoteScope.Result, false, meaning);
}
