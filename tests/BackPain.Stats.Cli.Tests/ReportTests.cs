using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Reports, as their authors make them: what comes out is approved, whole or not there at all, and told to be stale when it is.</summary>
public sealed partial class ReportTests : IDisposable
{
    private const string Approved = "tests/BackPain.Stats.Cli.Tests/approved";
    private const string Reports = "tests/BackPain.Stats.Cli.Tests/fixtures/reports";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Theory]
    [InlineData("good.md", "good.md", "good-groups.svg")]
    [InlineData("good.html", "good.html")]
    public void Comes_out_as_approved(string output, params string[] files)
    {
        Assert.Equal(ExitCode.Done, Make($"{Repository.PathOf(Reports)}/good.md", output).ExitCode);
        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.EnumerateFiles(scratch).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var (stored, made) = Repository.Kept($"{Approved}/{file}", File.ReadAllText(Path.Combine(scratch, file)));
            Assert.Equal(stored.ReplaceLineEndings("\n"), made);
        }
    }

    [Fact]
    public void A_value_of_the_data_never_becomes_markup()
    {
        Make($"{Repository.PathOf(Reports)}/good.md", "good.html");
        var html = File.ReadAllText(Path.Combine(scratch, "good.html"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://example.org", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&quot;quoted&quot; &amp; &#39;single&#39;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_rare_is_not_rounded_to_nobody_in_tables_pictures_or_sentences()
    {
        Make($"{Repository.PathOf(Reports)}/extremes.md", "out.html");
        Make($"{Repository.PathOf(Reports)}/extremes.md", "out.md");
        var (page, markdown, picture) = (File.ReadAllText(Path.Combine(scratch, "out.html")), File.ReadAllText(Path.Combine(scratch, "out.md")), File.ReadAllText(Path.Combine(scratch, "out-g.svg")));
        Assert.Contains("<p>Of the second group &lt;0.1 % are ill (&lt;0.1–&lt;0.1), of the fifth\n&gt;99.9 (&gt;99.9–&gt;99.9) %, with more digits 0.005 %, of all but nobody 0.0 %.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">&lt;0.1 (&lt;0.1–&lt;0.1)</td>", page, StringComparison.Ordinal);
        Assert.Contains("Of the second group \\<0.1 % are ill (\\<0.1–\\<0.1), of the fifth\n\\>99.9 (\\>99.9–\\>99.9) %", markdown, StringComparison.Ordinal);
        Assert.Contains(">&lt;0.1 (&lt;0.1–&lt;0.1)</text>", picture, StringComparison.Ordinal);
        Assert.Contains(">100.0 (&gt;99.9–100.0)</text>", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scales_of_replicate_weights_are_among_the_data_with_their_fingerprint()
    {
        const string Scales = "replicate,scale\nr1,0.5\nr2,0.5\n";
        Write("d.csv", "w,r1,r2,pain\n1,1,2,1\n1,2,1,0\n");
        Write("scales.csv", Scales);
        Write("source.md", "```backpain\nbackpain prevalence d.csv --point pain --weight w --replicates r* --replicate-type jkn --replicate-scales scales.csv\n```\n");
        var fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Scales)));
        Make("source.md", "out.md");
        Assert.Single(File.ReadLines(Path.Combine(scratch, "out.md")), line => line.Contains("scales.csv (scales of replicate weights)", StringComparison.Ordinal) && line.Contains(fingerprint, StringComparison.Ordinal));
    }

    [Fact]
    public void The_codebook_that_decides_figures_is_among_the_data_with_its_fingerprint()
    {
        const string Codebook = """{"resources":[{"name":"d","path":"d.csv","backpain":{"kind":"individuals","outcomes":[{"column":"pain","recall":"point"}]}}]}""";
        Write("d.csv", "pain\n1\n0\n");
        Write("datapackage.json", Codebook);
        Write("source.md", "```backpain\nbackpain prevalence d.csv\n```\n\n```backpain\nbackpain prevalence d.csv --where pain=1\n```\n");
        var fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Codebook)));
        foreach (var output in new[] { "out.md", "out.html" })
        {
            Make("source.md", output);
            Assert.Single(File.ReadLines(Path.Combine(scratch, output)), line => line.Contains("datapackage.json (codebook)", StringComparison.Ordinal) && line.Contains(fingerprint, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_bundled_report_is_one_file_that_needs_nothing_else_and_always_the_same()
    {
        var first = BuiltProgram.Run("backpain report low-back-pain", scratch);
        Assert.Equal((ExitCode.Done, ""), (first.ExitCode, first.Error));
        Assert.Equal(first.Output, BuiltProgram.Run($"backpain report {Repository.PathOf("data/reports/low-back-pain.md")}", scratch).Output);
        Assert.Empty(Fetched().Matches(first.Output));
        Assert.DoesNotContain("<script", first.Output, StringComparison.Ordinal);
        Assert.Contains("37.9 (37.1–38.6) % of 15322 adults", first.Output, StringComparison.Ordinal);
        var anchors = Anchor().Matches(first.Output).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(anchors.Distinct(), anchors);
        Assert.All(Link().Matches(first.Output).Select(match => match.Groups[1].Value), target => Assert.Contains(target, anchors));
    }

    [Fact]
    public void A_report_that_fails_leaves_nothing_behind_and_an_old_one_alone()
    {
        File.WriteAllText(Path.Combine(scratch, "old.html"), "old");
        foreach (var output in new[] { "old.html", "new.html", "new.md" })
            Assert.Equal(ExitCode.Data, Make($"{Repository.PathOf(Reports)}/bad.md", output).ExitCode);
        Assert.Equal(["old.html"], Directory.EnumerateFileSystemEntries(scratch).Select(path => Path.GetFileName(path)));
        Assert.Equal("old", File.ReadAllText(Path.Combine(scratch, "old.html")));
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.md")]
    public void A_stale_report_is_told_with_what_differs(string output)
    {
        Write("data.csv", "pain,sex\n1,f\n0,f\n1,m\n0,m\n");
        Write("source.md", "Of all, {backpain id=a field=prevalence digits=0} %.\n\n```backpain id=a plot=intervals\nbackpain prevalence data.csv --point pain --by sex\n```\n");
        Assert.Equal(ExitCode.Done, Make("source.md", output).ExitCode);
        Assert.Equal(ExitCode.Done, Make("source.md", $"{output} --check").ExitCode);
        var before = Directory.EnumerateFiles(scratch).ToDictionary(path => path, File.ReadAllText);
        Write("data.csv", "pain,sex\n1,f\n0,f\n1,m\n1,m\n");
        var result = Make("source.md", $"{output} --check");
        Assert.Equal(ExitCode.CheckFailed, result.ExitCode);
        Assert.Contains($"{output} is stale:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Of all, 50 %.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Of all, 75 %.", result.Output, StringComparison.Ordinal);
        before[Path.Combine(scratch, "data.csv")] = "pain,sex\n1,f\n0,f\n1,m\n1,m\n";
        Assert.Equal(before, Directory.EnumerateFiles(scratch).ToDictionary(path => path, File.ReadAllText));
    }

    [Fact]
    public void A_comparison_reads_in_a_sentence_as_in_its_table()
    {
        Write("g.csv", "g,cases,persons\nA,3,30\nB,25,32\nC,24,240\n");
        const string Values = "{backpain id=c row=\"group=B, measure=difference\" field=interval}; "
            + "{backpain id=c row=\"group=C, measure=difference\" field=limits}; "
            + "{backpain id=c row=\"group=B, measure=ratio\" field=estimate}.";
        const string Block = "```backpain id=c\nbackpain compare g.csv --cases cases --persons persons --recall point --groups g\n```\n";
        Write("source.md", $"By {Values}\n\n{Block}");
        Assert.Equal(ExitCode.Done, Make("source.md", "out.md").ExitCode);
        var made = File.ReadAllText(Path.Combine(scratch, "out.md"));
        Assert.Contains("By 68.1 (46.3–82.2); -16.0 to 8.1; 7.81.", made, StringComparison.Ordinal);
        Assert.Contains("| 68.1 (46.3–82.2) |", made, StringComparison.Ordinal);
        Assert.Contains("(-16.0 to 8.1) |", made, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_never_replaces_itself_or_its_data()
    {
        Write("source.md", "```backpain\nbackpain datasets\n```\n");
        var result = Make("source.md", "./source.md");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith("```backpain", File.ReadAllText(Path.Combine(scratch, "source.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_is_appended_to_the_file_that_the_environment_names()
    {
        Write("summary.md", "before\n");
        Environment.SetEnvironmentVariable("GITHUB_STEP_SUMMARY", Path.Combine(scratch, "summary.md"));
        try
        {
            Assert.Equal(ExitCode.Done, Make($"{Repository.PathOf(Reports)}/good.md", "good.html --summary").ExitCode);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GITHUB_STEP_SUMMARY", null);
        }
        Assert.StartsWith("before\n# A \"small\" survey", File.ReadAllText(Path.Combine(scratch, "summary.md")), StringComparison.Ordinal);
        Assert.DoesNotContain(".svg", File.ReadAllText(Path.Combine(scratch, "summary.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_that_share_a_reading_give_the_figures_that_they_give_alone()
    {
        string[] commands =
        [
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --by sex",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --by smoking,sex --level 0.9",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --by age --bands age=20,40,60 --missing level",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --by age --bands age=10",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --by smoking --where sex=female",
            "prevalence example-survey --period 3m:pain_3m --na 8,9",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --weight weight --strata stratum --psu psu --by sex",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --weight weight --strata stratum --psu psu --by smoking --digits 6",
            "prevalence example-survey --period 3m:pain_3m --na 8,9 --weight weight --strata stratum --psu psu --by age,sex --bands age=20",
        ];
        Write("source.md", string.Concat(commands.Select(command => $"```backpain echo=false\n{command}\n```\n\n")));
        Make("source.md", "out.md");
        var report = File.ReadAllText(Path.Combine(scratch, "out.md"));
        Assert.All(commands, command => Assert.Contains(Body(BuiltProgram.Run($"backpain {command} --format markdown", scratch).Output), report, StringComparison.Ordinal));

        static string Body(string table) => table[table.IndexOf("\n\n", StringComparison.Ordinal)..].TrimEnd('\n');
    }

    [Fact]
    public void Data_that_can_be_read_only_once_are_enough_for_many_blocks()
    {
        if (OperatingSystem.IsWindows())
            return;
        System.Diagnostics.Process.Start("mkfifo", [Path.Combine(scratch, "data.csv")]).WaitForExit();
        string[] breakdowns = ["--by sex", "--by smoking", "--by sex,smoking --level 0.9", "--by smoking --method all"];
        Write("source.md", string.Concat(breakdowns.Select(by => $"```backpain\nbackpain prevalence data.csv --point pain {by}\n```\n\n")));
        using var writer = Task.Run(() => File.WriteAllText(Path.Combine(scratch, "data.csv"), "pain,sex,smoking\n1,f,never\n0,m,former\n"));
        using var process = BuiltProgram.Start(["report", "source.md", "-o", "out.html"], scratch);
        Assert.True(process.WaitForExit(30_000), "It reads the data a second time, which never come.");
        Assert.Equal(ExitCode.Done, process.ExitCode);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(scratch, name), text);

    private Result Make(string source, string output) => BuiltProgram.Run($"backpain report {source} -o {output}", scratch);

    [GeneratedRegex("""(?:src|srcset|poster)=["']?(?!data:)|<link(?![^>]*href="data:)|url\(|@import""")]
    private static partial Regex Fetched();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Link();
}
