using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>Wherever the pieces end that threads are given of a file, within quotes, line breaks, characters or numbers, it is counted the same.</summary>
public sealed class PieceTests : IDisposable
{
    private const string Head = "stratum,id,pain,w,area,psu,N\n a ,1,1,2.5,north,1x,50000\nb,2,0,1e2,south,2x,60000\n";

    // The first piece ends in the blanks of this row, and so the second piece begins with it.
    private const string Between = "between,3,1,.1,north,1y,50000\n";

    private static readonly string[] Tail =
    [
        "\"two\nwords\",4,NO,12345.75,\"north\",1x,5e4",
        "  \"say \"\"so\"\", twice\"\t, 5 ,yes,100000000.5,south,2y,60000.0",
        "",
        "日本語,6,\"1\",3.3333333333333335,north,1x,+50000",
        "🦴,7,0,\"0.125\",south,\"2x\",\"60000\"",
        "\"\n\",8,f,17e-3,north,1y,50000.",
        " ",
        "ünï,9,True,  0  ,south,2x,60000",
        "\"\"\"\",10,9,0.7,north,1x,50000",
        "last,11,,1234.56789,west,3x,",
    ];

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("\n", "utf-8", false, false, "70000")]
    [InlineData("\r\n", "utf-8", true, false, "70000")]
    [InlineData("\r", "utf-8", false, false, "70000")]
    [InlineData("\r\n", "utf-16", true, false, "70000")]
    [InlineData("\n", "windows-1252", false, false, "70000")]
    [InlineData("\r\n", "utf-8", false, true, "70000")]
    [InlineData("\n", "utf-16", true, true, "70000")]
    // A fraction where others are counts: its line is told.
    [InlineData("\r\n", "utf-8", false, false, "0.7")]
    [InlineData("\n", "utf-8", false, true, "0.7")]
    // Compressed, in two members, of which the first ends where the piece does.
    [InlineData("\r\n", "utf-8", false, false, "70000", true)]
    public void A_piece_may_end_at_any_offset(string end, string encoding, bool isMarked, bool isLater, string lastSize, bool isCompressed = false)
    {
        var codes = NamedEncoding.Find(encoding)!;
        // Near the end of a file in another encoding, pieces end where the buffer of the decoder does; so the end is moved away.
        var (head, between, tail, rest) = (Lines(Head, end), Lines(Between, end), Lines(string.Join('\n', Tail) + lastSize, end), isLater ? new string(' ', 2 * Widening.FirstPiece) : "");
        var right = NaiveCount.Of(File("", 0));
        Assert.Empty(right.Wrong);
        var (threads, rowsBefore) = isLater ? (3, 1) : (2, 3);
        var missing = Enumerable.Range(0, Tail.Count(line => line.Trim().Length > 0)).ToHashSet();
        // On a busy machine threads may come late; then the places are gone through again.
        for (var patience = 20; patience <= 2000 && missing.Count > 0; patience *= 3)
        {
            // Of text in another encoding, a piece may end up to one block of the parser earlier.
            for (var offset = 0; offset <= Encoding.UTF8.GetByteCount(tail) + (codes is UTF8Encoding ? 0 : 64); offset++)
            {
                var file = isLater ? File(new string(' ', Widening.FirstPiece), Widening.LaterPiece - Widening.FirstPiece - between.Length - offset) : File("", Widening.FirstPiece - head.Length - between.Length - offset);
                var path = isCompressed ? scratch.File("data.csv.gz", Compressed(file.Bytes, file.Bytes.Length - codes.GetByteCount(tail) + offset)) : scratch.File("data.csv", file.Bytes);
                var one = Reading.Of([path], file.Request, 1);
                Assert.Equal(right.Unfit.Count > 0 ? [] : right.Cells, one.Cells);
                Assert.Equal(right.Unfit, one.Problems.Select(problem => (int)problem.Line));
                var (request, shared) = SharedOut.Of(file.Request, threads, patience)!.Value;
                Assert.Null(Reading.Of([path], request, threads).DifferenceFrom(one));
                // Which of the threads had which piece is not known.
                if (shared!.Looks.Count == threads)
                    missing.ExceptWith(shared.Looks.Select(looks => looks - rowsBefore));
            }
        }
        Assert.Empty(missing);

        FuzzedFile File(string first, int second) =>
            FuzzedFile.Written($"{head}{first}{between}{new string(' ', second)}{tail}{rest}", codes, isMarked, ',', Request(codes, isMarked));
    }

    [Theory]
    [InlineData("west,x,0.7", "west,y,0.7", 4)]
    [InlineData("north,q,50000", "south,q,60000", 6)]
    public void What_is_wrong_with_a_design_is_told_of_its_first_line_whichever_thread_met_it(string early, string late, int line)
    {
        // The first thread has the first piece, and takes later ones while the second has the second, in which the early rows are.
        var rows = Enumerable.Range(0, 12).Select(row => $"row{row},4,1,1,{(row < 2 ? early : late)}\n{new string(' ', row == 0 ? 0 : Widening.LaterPiece)}");
        var file = FuzzedFile.Written($"{Head}{new string(' ', Widening.FirstPiece)}{string.Concat(rows)}", Encoding.UTF8, isMarked: false, ',', Request(Encoding.UTF8, isMarked: false));
        var path = scratch.File("data.csv", file.Bytes);
        var one = Reading.Of([path], file.Request, 1);
        Assert.Equal(line, one.Problems[0].Line);
        for (var repeated = 0; repeated < 10; repeated++)
            Assert.Null(Reading.Of([path], SharedOut.Of(file.Request, 2)!.Value.Request, 2).DifferenceFrom(one));
    }

    public void Dispose() => scratch.Dispose();

    private static byte[] Compressed(byte[] bytes, int at)
    {
        var end = Math.Min(at, bytes.Length);
        return [.. FuzzTests.Compressed(bytes[..end]), .. FuzzTests.Compressed(bytes[end..])];
    }

    private static string Lines(string text, string end) => text.Replace("\n", end, StringComparison.Ordinal);

    private static StudyRequest Request(Encoding codes, bool isMarked) => FuzzedQuestion.Asking("stratum") with
    {
        Design = new DesignColumns { Weight = "w", Strata = "area", Psu = "psu", Fpc = "N", Nested = false },
        Dialect = new CsvDialect(',', isMarked ? null : codes),
        Where = [new ValueCondition("stratum", [FuzzedQuestion.Nobody], Among: false)],
    };
}
