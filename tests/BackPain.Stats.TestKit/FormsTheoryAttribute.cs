using Xunit;

namespace BackPain.Stats.TestKit;

/// <summary>Tests of a form in which the program is shipped; skipped unless BACKPAIN_FORMS=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormsTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips if forms are not tested.</summary>
    public FormsTheoryAttribute() => Skip = ShippedForms.Absence;
}
