using Xunit;

namespace BackPain.Stats.TestKit;

/// <summary>A test on a real server. Where PostgreSQL is not installed it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Skips where there can be no server.</summary>
    public PostgresFactAttribute() => Skip = PostgresServer.Absence;
}
