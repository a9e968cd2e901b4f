namespace BackPain.Stats.Tabulations;

/// <summary>What a value is depends on all values of its column: 01 is the number 1 where every value is a number, and else a text of its own.</summary>
/// <remarks>Of the key that says who is outside of the subpopulation, null is "inside"; of any other, "cannot be counted".</remarks>
/// <param name="Column">The column.</param>
/// <param name="IfNumbers">What it is if the column holds numbers only.</param>
/// <param name="IfTexts">What it is if the column holds text.</param>
public sealed record UndecidedLevel(string Column, Level? IfNumbers, Level? IfTexts);
