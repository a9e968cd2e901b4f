namespace BackPain.Stats.Data.Rows;

/// <summary>How far the reading has come.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Expected">Bytes there are in all; null if that is not known.</param>
public readonly record struct ReadingProgress(long Rows, long Bytes, long? Expected);
