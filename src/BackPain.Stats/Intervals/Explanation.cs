namespace BackPain.Stats.Intervals;

/// <summary>How a result is computed, step by step, for readers who want to verify it with a pocket calculator.</summary>
/// <param name="Method">The method used.</param>
/// <param name="Steps">The steps, in order; the last ones produce the result: for an interval, its limits.</param>
/// <param name="Remarks">What the steps do not show, such as limits that are assigned or truncated.</param>
public sealed record Explanation(CitedMethod Method, IReadOnlyList<ExplanationStep> Steps, IReadOnlyList<string> Remarks)
{
    private const string LeftOut =
        "A step whose numbers are too large or too small to compute is omitted; the result is unaffected.";

    /// <summary>The steps in order, without those that contain an infinite or undefined number.</summary>
    public IReadOnlyList<ExplanationStep> Steps { get; } = [.. Steps.Where(step => step.IsFinite)];

    /// <summary>What the steps do not show, including that steps were left out.</summary>
    public IReadOnlyList<string> Remarks { get; } = Steps.All(step => step.IsFinite) ? Remarks : [.. Remarks, LeftOut];
}

/// <summary>One step: a quantity, its formula, the formula with numbers substituted, and its value.</summary>
/// <param name="Quantity">What is computed, such as "centre".</param>
/// <param name="Formula">The formula in symbols.</param>
/// <param name="Numbers">The formula with the unrounded numbers of this interval substituted.</param>
/// <param name="Value">The unrounded value.</param>
public sealed record ExplanationStep(string Quantity, string Formula, FormattableString Numbers, double Value)
{
    /// <summary>The <see cref="Quantity"/> of the step that computes the lower limit.</summary>
    public const string Lower = "lower limit";

    /// <summary>The <see cref="Quantity"/> of the step that computes the upper limit.</summary>
    public const string Upper = "upper limit";

    /// <summary>Whether the value and all numbers substituted are finite.</summary>
    internal bool IsFinite =>
        double.IsFinite(Value) && Numbers.GetArguments().All(argument => argument is not double number || double.IsFinite(number));
}
