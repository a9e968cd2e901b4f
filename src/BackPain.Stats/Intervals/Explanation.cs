namespace BackPain.Stats.Intervals;

/// <summary>How one figure comes about, step by step, for somebody who wants to follow it with a pocket calculator.</summary>
/// <param name="Method">The method that gives it.</param>
/// <param name="Steps">The steps, in order; the last ones give the result, for an interval its limits.</param>
/// <param name="Remarks">What the steps do not say: limits that are assigned or cut off.</param>
public sealed record Explanation(CitedMethod Method, IReadOnlyList<ExplanationStep> Steps, IReadOnlyList<string> Remarks)
{
    private const string LeftOut = "A step whose numbers are too large or too small to be computed is left out; the result holds all the same.";

    /// <summary>The steps whose numbers are finite, in order.</summary>
    public IReadOnlyList<ExplanationStep> Steps { get; } = [.. Steps.Where(step => step.IsFinite)];

    /// <summary>What the steps do not say.</summary>
    public IReadOnlyList<string> Remarks { get; } = Steps.All(step => step.IsFinite) ? Remarks : [.. Remarks, LeftOut];
}

/// <summary>One step: a quantity, its formula, the formula with the numbers put in, and what comes out.</summary>
/// <param name="Quantity">What is computed: "centre".</param>
/// <param name="Formula">How, in symbols.</param>
/// <param name="Numbers">The same with the numbers of this interval, unrounded.</param>
/// <param name="Value">What comes out, unrounded.</param>
public sealed record ExplanationStep(string Quantity, string Formula, FormattableString Numbers, double Value)
{
    /// <summary>The name of the step that gives the lower limit.</summary>
    public const string Lower = "lower limit";

    /// <summary>The name of the step that gives the upper limit.</summary>
    public const string Upper = "upper limit";

    /// <summary>Whether neither its value nor a number in it is infinite or not a number.</summary>
    internal bool IsFinite => double.IsFinite(Value) && Numbers.GetArguments().All(argument => argument is not double number || double.IsFinite(number));
}
