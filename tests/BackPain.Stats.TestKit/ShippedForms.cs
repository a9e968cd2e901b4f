namespace BackPain.Stats.TestKit;

/// <summary>Whether the forms in which the program is shipped are tested too, which takes minutes: BACKPAIN_FORMS=1.</summary>
public static class ShippedForms
{
    /// <summary>Why they are not tested; null if they are.</summary>
    public static string? Absence => AreTested ? null : "Publishing takes minutes; BACKPAIN_FORMS=1 turns it on, as .ci/run does.";

    /// <summary>Whether they are tested.</summary>
    public static bool AreTested { get; } = Environment.GetEnvironmentVariable("BACKPAIN_FORMS") == "1";
}
