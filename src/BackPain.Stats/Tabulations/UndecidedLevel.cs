namespace BackPain.Stats.Tabulations;

/// <summary>
/// A level that depends on all values of a column: 01 is the number 1 if every value is a number, and a distinct text otherwise.
/// </summary>
/// <remarks>For <see cref="KeyRole.Outside"/>, null means "inside"; for any other key, null means "cannot be counted".</remarks>
/// <param name="Column">The column that decides.</param>
/// <param name="IfNumbers">The level if the column holds only numbers.</param>
/// <param name="IfTexts">The level if the column holds text.</param>
public sealed record UndecidedLevel(string Column, Level? IfNumbers, Level? IfTexts);
