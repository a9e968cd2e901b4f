namespace BackPain.Stats.Data.Engines;

/// <summary>A table of individuals in a database, a row a person.</summary>
/// <param name="Address">The database.</param>
/// <param name="Name">The table.</param>
/// <param name="TimeoutInSeconds">How long the statement may take; 0 for as long as it takes.</param>
public sealed record DatabaseTable(DatabaseAddress Address, TableName Name, int TimeoutInSeconds);
