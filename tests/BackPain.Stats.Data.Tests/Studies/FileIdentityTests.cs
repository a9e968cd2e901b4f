using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Nobody is counted twice because a file has two names.</summary>
public sealed class FileIdentityTests : IDisposable
{
    private const string Rows = "id,pain\n1,1\n2,0\n";

    private readonly Scratch scratch = new();

    [Fact]
    public void A_link_a_link_to_a_link_and_a_linked_folder_lead_to_one_file()
    {
        var path = scratch.File("a.csv", Rows);
        var link = Path.Combine(scratch.Folder, "link.csv");
        File.CreateSymbolicLink(link, path);
        var linkToLink = Path.Combine(scratch.Folder, "link-to-link.csv");
        File.CreateSymbolicLink(linkToLink, link);
        var folder = Directory.CreateSymbolicLink(scratch.Folder + "-linked", scratch.Folder).FullName;
        try
        {
            foreach (var other in new[] { link, linkToLink, Path.Combine(folder, "a.csv"), Path.Combine(folder, "link.csv") })
                RefusesTwice(path, other);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void A_hard_link_leads_to_the_same_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = scratch.File("a.csv", Rows);
        var hardLink = Path.Combine(scratch.Folder, "hard.csv");
        Process.Start("ln", [path, hardLink]).WaitForExit();
        RefusesTwice(path, hardLink);
    }

    [Fact]
    public void Two_files_are_two_files_even_where_one_replaced_the_other()
    {
        var (a, b) = (scratch.File("a.csv", Rows), scratch.File("b.csv", "id,pain\n3,1\n4,1\n"));
        Assert.NotEqual(FileIdentity.Of(a), FileIdentity.Of(b));
        Assert.Equal(4, Read(new ProblemLog(), a, b).Tabulation.Persons);
        Assert.NotEqual(FileIdentity.Of(a), FileIdentity.Of(Path.Combine(scratch.Folder, "not-there.csv")));
    }

    public static TheoryData<string, byte[]> SameTexts => new()
    {
        { "copy.csv.gz", Compressed(Rows) },
        { "copy.csv.gz", Compressed(Rows.ReplaceLineEndings("\r\n")) },
        { "copy.csv", Encoding.UTF8.GetBytes(Rows.ReplaceLineEndings("\r\n")) },
        { "copy.csv", Encoding.UTF8.GetBytes(Rows.ReplaceLineEndings("\r")) },
        { "copy.csv", Encoding.UTF8.GetBytes(Rows.TrimEnd()) },
        { "copy.csv", Encoding.UTF8.GetBytes($"\uFEFF{Rows}") },
        { "copy.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Rows)] },
    };

    [Theory]
    [MemberData(nameof(SameTexts))]
    public void A_copy_of_the_text_is_found_in_whichever_form(string name, byte[] bytes)
    {
        var (path, copy) = (scratch.File("a.csv", Rows), scratch.File(name, bytes));
        foreach (var (first, second) in new[] { (path, copy), (copy, path) })
            Assert.Equal($"{second}:1: found the same text as in {first}. Leave one of the two out.", Assert.Single(Read(new ProblemLog(), first, second).Warnings).Text);
    }

    [Theory]
    [InlineData("id,pain\r\n1,1\r\n2,1\r\n")]
    [InlineData("id,pain\n1,1\n2,0\n\n3,1\n")]
    [InlineData("ID,pain\n1,1\n2,0\n")]
    public void Other_texts_are_no_copies(string other) =>
        Assert.DoesNotContain(Read(new ProblemLog(), scratch.File("a.csv", Rows), scratch.File("b.csv", other)).Warnings, note => note.Code == "copy-of-input");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Line_ends_are_normalized_wherever_a_part_of_the_text_ends(int before)
    {
        // The first part that is compared has 65,536 bytes.
        var rows = string.Concat(Enumerable.Range(10_000, 20_000).Select(id => $"{id},{id % 2}\n"));
        var text = $"{new string('i', before)}d,pain\n{rows}";
        var (path, copy) = (scratch.File("a.csv", text), scratch.File("b.csv", text.ReplaceLineEndings("\r\n")));
        var changed = scratch.File("c.csv", text.ReplaceLineEndings("\r\n")[..^3] + "?\r\n");
        Assert.Equal("copy-of-input", Assert.Single(Read(new ProblemLog(), path, copy).Warnings).Code);
        Assert.Empty(new StudyReader(Scratch.Asking("pain") with { Missing = Declared("?") }, new ProblemLog()).Read([path, changed]).Warnings);

        static MissingCodes Declared(string code)
        {
            var missing = new MissingCodes();
            missing.Declare("pain", [code]);
            return missing;
        }
    }

    [Theory]
    [InlineData("copy.csv")]
    [InlineData("copy.csv.gz")]
    public void A_copy_is_an_oddity_of_check_and_a_warning_of_others(string name)
    {
        var bytes = name.EndsWith(".gz", StringComparison.Ordinal) ? Compressed(Rows) : Encoding.UTF8.GetBytes(Rows);
        var (path, copy, third) = (scratch.File($"a{name[4..]}", bytes), scratch.File(name, bytes), scratch.File("other.csv", "id,pain\n1,1\n2,1\n"));
        var log = new ProblemLog();
        var note = Assert.Single(Read(log, path, third, copy).Warnings);
        Assert.Equal(("copy-of-input", $"{copy}:1: found the same bytes as in {path}. Leave one of the two out."), (note.Code, note.Text));
        log = new ProblemLog(seeksOddities: true);
        Assert.Empty(Read(log, path, third, copy).Warnings);
        Assert.Equal("copy-of-input", Assert.Single(log.Problems).Code.Name);
    }

    [Fact]
    public void A_difference_in_the_last_byte_of_a_long_file_makes_it_another()
    {
        var rows = string.Concat(Enumerable.Range(0, 40000).Select(i => $"{i % 2}\n"));
        var (a, b) = (scratch.File("a.csv", $"pain\n{rows}0\n"), scratch.File("b.csv", $"pain\n{rows}1\n"));
        Assert.Empty(Read(new ProblemLog(), a, b).Warnings);
        Assert.Single(Read(new ProblemLog(), a, scratch.File("c.csv", $"pain\n{rows}0\n"), b).Warnings);
    }

    public void Dispose() => scratch.Dispose();

    private static Study Read(ProblemLog log, params string[] paths) => new StudyReader(Scratch.Asking("pain"), log).Read(paths);

    private static void RefusesTwice(string path, string other) =>
        Assert.Contains("is named twice", Assert.Throws<RequestException>(() => Read(new ProblemLog(), path, other)).Message, StringComparison.Ordinal);

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
