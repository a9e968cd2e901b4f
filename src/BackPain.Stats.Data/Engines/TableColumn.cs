
namespace BackPain.Stats.Data.Engines;

/// <summary>A column of a table, as the database lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, for people.</param>
/// <param name="Numbers">The numbers it holds.</param>
internal sealed record TableColumn(string Name, string Type, NumberKind Numbers);
