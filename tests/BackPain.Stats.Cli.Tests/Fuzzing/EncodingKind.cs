using System.Text;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Codebooks;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>
/// The same text in any encoding gives the same answer. Of damaged bytes, what the strict decoder of the framework refuses is refused,
/// and what it decodes gives the answer of the decoded text: no value is ever read as another.
/// </summary>
internal sealed class EncodingKind : FuzzedKind
{
    private static readonly string[] Names =
    [
        "utf-8", "utf-16", "utf-16BE", "us-ascii", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "iso-8859-1", "iso-8859-2", "iso-8859-15",
        "koi8-r", "ibm850", "macintosh", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr",
    ];

    /// <inheritdoc/>
    public override string? Difference(int seed, Random random, string folder)
    {
        var name = Names[random.Next(Names.Length)];
        var strict = Strict(name);
        var survey = new FuzzedSurvey(seed, FuzzedDesign.None, level => IsWritable(level, strict));
        string[] options = [.. survey.Options, "--encoding", name];
        var text = FuzzedText.Of([survey.Columns, .. survey.Persons.Select(person => person.Cells)], random);
        var bytes = strict.GetBytes(text);
        var right = FuzzedRun.Of([Write(folder, "utf-8.csv", Encoding.UTF8.GetBytes(text))], survey.Options);
        var hasMark = strict.CodePage is 65001 or 1200 or 1201 && random.Next(2) == 0;
        byte[] mark = hasMark ? strict.CodePage == 65001 ? [0xEF, 0xBB, 0xBF] : strict.CodePage == 1200 ? [0xFF, 0xFE] : [0xFE, 0xFF] : [];
        return new NaiveEstimates(survey, FuzzedDesign.None).Difference(right)
            ?? DifferenceOf(FuzzedRun.Of([Write(folder, "encoded.csv", [.. mark, .. bytes])], options), right, name)
            ?? OfDamagedBytes(bytes, strict, survey.Options, name, random, folder);
    }

    private static string? OfDamagedBytes(byte[] bytes, Encoding strict, IReadOnlyList<string> options, string name, Random random, string folder)
    {
        // The first bytes stay: they may become the mark of another encoding.
        const int Kept = 4;
        byte[] damaged = [.. bytes[..Kept], .. FuzzedText.Damaged(bytes[Kept..], random)];
        var run = FuzzedRun.Of([Write(folder, "damaged.csv", damaged)], [.. options, "--encoding", name]);
        string text;
        try
        {
            text = strict.GetString(damaged);
        }
        catch (DecoderFallbackException)
        {
            return run.ExitCode == ExitCode.Data ? null : $"{name}: exit {run.ExitCode} for bytes that are not of this encoding: {Convert.ToHexString(damaged)}";
        }
        return DifferenceOf(run, FuzzedRun.Of([Write(folder, "decoded.csv", Encoding.UTF8.GetBytes(text))], options), $"{name}, damaged {Convert.ToHexString(damaged)}");
    }

    private static Encoding Strict(string name)
    {
        var encoding = (Encoding)NamedEncoding.Find(name)!.Clone();
        (encoding.EncoderFallback, encoding.DecoderFallback) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return encoding;
    }

    private static bool IsWritable(string text, Encoding strict)
    {
        try
        {
            return strict.GetString(strict.GetBytes(text)) == text;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
