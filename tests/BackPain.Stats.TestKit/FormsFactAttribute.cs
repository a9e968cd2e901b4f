using Xunit;

namespace BackPain.Stats.TestKit;

/// <summary>A test of a form in which the program is shipped; skipped unless BACKPAIN_FORMS=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormsFactAttribute : FactAttribute
{
    private readonly bool needsPostgres;

    /// <summary>Skips if forms are not tested.</summary>
    public FormsFactAttribute() => Skip = ShippedForms.Absence;

    /// <summary>Whether the test needs a real server, too.</summary>
    public bool NeedsPostgres
    {
        get => needsPostgres;
        init
        {
            needsPostgres = value;
            Skip ??= value ? PostgresServer.Absence : null;
        }
    }
}
