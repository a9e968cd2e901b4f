using System.Text;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>Puts blanks into a small file, so that the pieces in which the parser reads a file end anywhere in it.</summary>
/// <remarks>
/// CsvHelper 34 takes the first 16 KiB together with the header, and gives the rows that end in it to the first thread that asks; then 256 KiB at a time,
/// counted from the first row that did not. These sizes cannot be set. Blanks around a value are no part of it, so a file that is right stays right.
/// </remarks>
internal static class Widening
{
    /// <summary>Bytes of UTF-8, after the mark, that are read with the header.</summary>
    public const int FirstPiece = 16 * 1024;

    /// <summary>Bytes of UTF-8 that are read at once after that.</summary>
    public const int LaterPiece = 256 * 1024;

    /// <summary>The file with blanks in one or two places, most often at the start of rows, such that one or two pieces end behind them.</summary>
    /// <returns>The file, and the pieces that are likely to hold rows.</returns>
    public static (FuzzedFile File, int Pieces) Widened(this FuzzedFile file, Random random)
    {
        var (unit, mark) = UnitAndMark(file);
        var length = (file.Bytes.Length - mark) / unit;
        var starts = Enumerable.Range(0, length).Where(at => file.Bytes.AsSpan(mark + (at * unit), unit).ContainsAny((byte)'\n', (byte)'\r')).Select(at => at + 1).ToList();
        // Lines of one character or none stand above the header, if anywhere.
        var header = starts.Where((start, line) => start - (line == 0 ? 0 : starts[line - 1]) > 2).FirstOrDefault(length);
        // Blanks stand below a row, which is then in the first piece. Above the header nobody could find the delimiter among them, where it is not said.
        var first = PlaceAmong(starts.Where(start => start > header), random, file.Request.Dialect.Delimiter is null ? header : 0, length);
        var end = random.Next(first, length + 30);
        var wide = file.With(blanks: FirstPiece - end, at: first);
        var pieces = first > header && end < length ? 2 : 1;
        if (random.Next(20) > 0 || end >= length)
            return (wide, pieces);
        // The second piece is counted from a row that was begun before the first ended.
        var second = PlaceAmong(starts.Where(start => start > end), random, end, length);
        return (wide.With(blanks: LaterPiece - random.Next(second - end, length - end + 70), at: second + Math.Max(0, FirstPiece - end)), pieces);
    }

    /// <summary>The file with blanks at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="blanks">How many.</param>
    /// <param name="at">Characters before it.</param>
    public static FuzzedFile With(this FuzzedFile file, int blanks, int at)
    {
        var (unit, mark) = UnitAndMark(file);
        var place = Math.Min(mark + (at * unit), file.Bytes.Length);
        return file with { Bytes = [.. file.Bytes[..place], .. file.Encoding.GetBytes(new string(' ', Math.Max(0, blanks))), .. file.Bytes[place..]] };
    }

    private static (int Unit, int Mark) UnitAndMark(FuzzedFile file)
    {
        var mark = file.Encoding.Preamble;
        return (file.Encoding is UnicodeEncoding ? 2 : 1, mark.Length > 0 && file.Bytes.AsSpan().StartsWith(mark) ? mark.Length : 0);
    }

    /// <summary>The start of a row; sometimes any place.</summary>
    private static int PlaceAmong(IEnumerable<int> starts, Random random, int from, int to) =>
        starts.ToList() is { Count: > 0 } list && random.Next(4) > 0 ? list[random.Next(list.Count)] : random.Next(from, to + 1);
}
