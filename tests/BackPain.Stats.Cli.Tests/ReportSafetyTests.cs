using System.Text;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Reports that somebody else sends: whatever is in them, running one sends no password away, reads no end of data, and makes no page that acts.</summary>
public sealed class ReportSafetyTests : IDisposable
{
    private const string Block = "```backpain id=a\nbackpain prevalence data.csv --point pain\n```\n";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;
    private readonly string folder;

    public ReportSafetyTests()
    {
        folder = Directory.CreateDirectory(Path.Combine(scratch, "report")).FullName;
        Write("report/data.csv", "pain,sex\n1,f\n0,f\n1,m\n0,m\n");
    }

    public static TheoryData<string> Actions =>
    [
        "<script>alert(1)</script>", "text <script>alert(1)</script>", "<SCRIPT src=//evil.example/x.js></SCRIPT>", "<img src=x.png onerror=alert(1)>", "<b onclick=\"alert(1)\">x</b>",
        "<b\nonclick=\"alert(1)\">x</b>", "<div>\n<b title=\"a\"onclick=\"alert(1)\">x</b>\n</div>", "<b title='\"' onclick=\"alert(1)\">x</b>", "<div title=\"\n\nonclick=alert(1)\">", "<iframe src=\"https://evil.example\"></iframe>",
        "<object data=\"x.svg\"></object>", "<embed src=\"x.svg\">", "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">", "<style>@import 'https://evil.example/x.css';</style>",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">", "<base href=\"https://evil.example\">", "<form action=\"https://evil.example\"><button>x</button></form>",
        "<svg onload=\"alert(1)\"></svg>", "<math><mi href=\"javascript:alert(1)\">x</mi></math>", "<p style=\"background:url(https://evil.example/x)\">x</p>", "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#115;cript:alert(1)\">x</a>", "<a href=\"javascript&colon;alert(1)\">x</a>", "<a href=\" javascript:alert(1)\">x</a>", "<a href=javascript:alert(1)>x</a>",
        "<a href=\"data:text/html,x\">x</a>", "<a href=\"vbscript:x\">x</a>", "<img src=\"javascript:alert(1)\">", "<img srcset=\"https://evil.example/x.png\">", "<video src=\"https://evil.example/x\"></video>",
        "<table background=\"https://evil.example/x.png\"><tr><td>x</td></tr></table>", "<!-- a --!><script>alert(1)</script>-->", "<!--> <script>alert(1)</script> -->", "<!DOCTYPE html>", "<?xml version=\"1.0\"?>",
        "<![CDATA[<script>alert(1)</script>]]>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "</main></body><script>alert(1)</script>", "<div", "<div <script>alert(1)</script>>", "<x-element>x</x-element>", "<textarea><p>", "<plaintext>",
        "[x](javascript:alert(1))", "[x](JavaScript:alert(1))", "[x](<java&#9;script:alert(1)>)", "[x](&#106;avascript:alert(1))", "[x][y]\n\n[y]: javascript:alert(1)", "<javascript:alert(1)>", "[x](data:text/html,x)",
        "[x](vbscript:x)", "[x](\u0001javascript:alert(1))", "[![x](x.png)](javascript:alert(1))", "x[^1]\n\n[^1]: [x](javascript:alert(1))", "| a |\n|---|\n| [x](javascript:alert(1)) |",
    ];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Markup_that_could_act_is_refused(string markup)
    {
        Write("report/x.png", Png);
        foreach (var output in new[] { "out.html", "out.md" })
        {
            var result = Make($"# Title\n\n{markup}\n", output);
            Assert.Equal(ExitCode.Data, result.ExitCode);
            Assert.StartsWith("report.md:", result.Error, StringComparison.Ordinal);
            Assert.Contains(": bad-report: found ", result.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(folder, output)));
        }
    }

    [Fact]
    public void Markup_that_only_shows_text_stays_what_it_is()
    {
        const string Markup = "<div align=\"center\">\n\nH<sub>2</sub>O <kbd>Ctrl</kbd> <!-- a note --> <a href=\"https://example.org/?a=1&amp;b=2\" title='x'>x</a> 1 < 2 <br/>\n\n</div>\n\n<details open>\n<summary>More</summary>\n\n<p style=\"color: red; margin: 0 1em\">x</p>\n</details>\n\n<https://example.org> [m](mailto:a@example.org) [r](other.md#part) [h](#title)\n";
        Assert.Equal(ExitCode.Done, Make($"# Title\n\n{Markup}", "out.html").ExitCode);
        var html = Read("out.html");
        foreach (var kept in new[] { "<div align=\"center\">", "H<sub>2</sub>O <kbd>Ctrl</kbd> <!-- a note --> <a href=\"https://example.org/?a=1&amp;b=2\" title='x'>x</a> 1 &lt; 2 <br/>", "<summary>More</summary>", "<p style=\"color: red; margin: 0 1em\">x</p>", "href=\"other.md#part\"" })
            Assert.Contains(kept, html, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_are_files_within_the_folder_of_the_report_and_no_link_leads_out_of_it()
    {
        Write("secret.png", Png);
        Write("report/ok.png", Png);
        Directory.CreateDirectory(Path.Combine(folder, "figures"));
        Write("report/figures/ok.png", Png);
        File.CreateSymbolicLink(Path.Combine(folder, "inside.png"), "figures/ok.png");
        File.CreateSymbolicLink(Path.Combine(folder, "outside.png"), "../secret.png");
        File.CreateSymbolicLink(Path.Combine(folder, "absolute.png"), Path.Combine(scratch, "secret.png"));
        File.CreateSymbolicLink(Path.Combine(folder, "twice.png"), "outside.png");
        File.CreateSymbolicLink(Path.Combine(folder, "circle.png"), "circle.png");
        File.CreateSymbolicLink(Path.Combine(folder, "zero.png"), "/dev/zero");
        Directory.CreateSymbolicLink(Path.Combine(folder, "up"), "..");
        foreach (var allowed in new[] { "ok.png", "figures/ok.png", "figures/../ok.png", "inside.png", "./ok.png", "ok%2Epng" })
        {
            Assert.Equal(ExitCode.Done, Make($"![x]({allowed})\n", "out.html").ExitCode);
            Assert.Contains($"src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\"", Read("out.html"), StringComparison.Ordinal);
        }
        foreach (var refused in new[] { "../secret.png", "..%2Fsecret.png", "outside.png", "absolute.png", "twice.png", "up/secret.png", "figures/../../secret.png", "circle.png", "zero.png", Path.Combine(scratch, "secret.png"), "/dev/zero", "%2Fdev/zero", "ok.png%00.png", "..%5Csecret.png", "https://evil.example/x.png", "//evil.example/x.png", "file:///etc/passwd.png", "figures", "x.html" })
        {
            Assert.Contains($"report.md:1: bad-report: found the image '{refused}'; expected ", Fails($"![x]({refused})\n"), StringComparison.Ordinal);
            Assert.Contains("bad-report: found ", Fails($"<img src=\"{refused}\">\n"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_image_in_html_is_put_into_the_page_too()
    {
        Write("report/ok.png", Png);
        Assert.Equal(ExitCode.Done, Make("<p align=\"center\"><img width=\"80\" src=\"ok.png\" alt=\"src=x\"></p>\n\nand <img src='ok.png'/> <!-- <img src=\"none.png\"> -->\n", "out.html").ExitCode);
        Assert.Contains($"<p align=\"center\"><img width=\"80\" src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\" alt=\"src=x\"></p>", Read("out.html"), StringComparison.Ordinal);
        Assert.Contains($"and <img src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\"/>", Read("out.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Devices_pipes_large_files_and_what_is_no_image_are_no_images()
    {
        System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder, "pipe.png")]).WaitForExit();
        Write("report/empty.png", []);
        Write("report/text.png", Encoding.UTF8.GetBytes("root:x:0:0"));
        Write("report/text.jpg", Png);
        using (var large = File.Create(Path.Combine(folder, "large.png")))
        {
            large.Write(Png);
            large.SetLength((10 * 1024 * 1024) + 1);
        }
        foreach (var name in new[] { "pipe.png", "empty.png" })
            Assert.Contains("expected an image file, not an empty file, a device or a pipe", Fails($"![x]({name})\n"), StringComparison.Ordinal);
        Assert.Contains("expected at most 10 MB per image, and 50 MB together", Fails("![x](large.png)\n"), StringComparison.Ordinal);
        foreach (var name in new[] { "text.png", "text.jpg" })
            Assert.Contains("expected content that matches its extension", Fails($"![x]({name})\n"), StringComparison.Ordinal);
        for (var i = 0; i < 6; i++)
        {
            using var part = File.Create(Path.Combine(folder, $"part{i}.png"));
            part.Write(Png);
            part.SetLength(9 * 1024 * 1024);
        }
        Assert.Contains("found the image 'part5.png'; expected at most 10 MB per image, and 50 MB together", Fails(string.Concat(Enumerable.Range(0, 6).Select(i => $"![x](part{i}.png)\n"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/></svg>", null)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><defs><path id='a' d='M0 0'/></defs><use xlink:href='#a'/></svg>", null)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "without <script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "without the attribute 'onload'")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>", "without <foreignObject>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:alert(1)'/></svg>", "without a link to 'javascript:alert(1)'")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'x'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "without declarations")]
    [InlineData("<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", "in well-formed XML")]
    [InlineData("<?xml-stylesheet href='https://evil.example/x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>", "without <?xml-stylesheet?>")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>", "does nothing else")]
    [InlineData("root:x:0:0", "in well-formed XML")]
    public void Svg_images_draw_and_do_nothing_else(string svg, string? expected)
    {
        Write("report/x.svg", Encoding.UTF8.GetBytes(svg));
        if (expected is null)
            Assert.Equal(ExitCode.Done, Make("![x](x.svg)\n", "out.html").ExitCode);
        else
            Assert.Contains(expected, Fails("![x](x.svg)\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20onload='alert%281%29'/%3E", "without the attribute 'onload'")]
    [InlineData("data:image/svg+xml;base64,PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnPjxzY3JpcHQvPjwvc3ZnPg==", "without <script>")]
    [InlineData("data:image/svg+xml;base64,!!", "in base64")]
    [InlineData("data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E", null)]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", null)]
    public void An_image_within_its_address_does_nothing_else_either(string address, string? expected)
    {
        if (expected is null)
            Assert.Equal(ExitCode.Done, Make($"![x]({address})\n", "out.html").ExitCode);
        else
            Assert.Contains(expected, Fails($"![x]({address})\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_not_written_through_a_link_that_came_with_the_report()
    {
        Write("precious.txt", "precious");
        File.CreateSymbolicLink(Path.Combine(folder, "out-a.svg"), "../precious.txt");
        var result = Make(Block.Replace("id=a", "id=a plot=intervals", StringComparison.Ordinal), "out.md");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("out-a.svg' would be written through a symbolic link", result.Error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(scratch, "precious.txt")));
        Assert.False(File.Exists(Path.Combine(folder, "out.md")));
    }

    [Theory]
    [InlineData("prevalence data.csv --point pain --output x.csv", "--output")]
    [InlineData("prevalence data.csv --point pain --output:x.csv", "--output")]
    [InlineData("prevalence data.csv --point pain --output=x.csv", "--output")]
    [InlineData("prevalence data.csv --point pain -o x.csv", "-o")]
    [InlineData("prevalence data.csv --point pain -o:x.csv", "-o")]
    [InlineData("prevalence data.csv --point pain --plot x.svg", "--plot")]
    [InlineData("prevalence data.csv --point pain --plot:x.svg", "--plot")]
    [InlineData("prevalence data.csv --point pain --format:csv", "--format")]
    [InlineData("prevalence data.csv --help", "--help")]
    [InlineData("report other.md -o x.md", "-o")]
    [InlineData("report other.md", "report")]
    [InlineData("completion bash", "completion")]
    [InlineData("prevalence - --point pain", "-")]
    [InlineData("prevalence /dev/stdin --point pain", "/dev/stdin")]
    [InlineData("prevalence /dev/zero --point pain", "/dev/zero")]
    [InlineData("prevalence zero.csv --point pain", "zero.csv")]
    [InlineData("prevalence data.csv --codebook /dev/zero --point pain", "/dev/zero")]
    [InlineData("prevalence data.csv --codebook=/dev/zero --point pain", "--codebook=/dev/zero")]
    [InlineData("reproduce --registry /dev/zero", "/dev/zero")]
    [InlineData("prevalence /proc/self/environ --point pain", "/proc/self/environ")]
    [InlineData(@"prevalence \\evil.example\share\x.csv --point pain", @"\\evil.example\share\x.csv")]
    public void A_block_writes_nothing_and_reads_files(string command, string found)
    {
        File.CreateSymbolicLink(Path.Combine(folder, "zero.csv"), "/dev/zero");
        Write("report/other.md", Block);
        Assert.StartsWith($"report.md:1: bad-report: found '{found}' in the block; expected ", Fails($"```backpain\nbackpain {command}\n```\n"), StringComparison.Ordinal);
        Assert.Equal(["data.csv", "other.md", "report.md", "zero.csv"], Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_option_at_the_end_of_a_block_takes_nothing_that_the_report_adds() =>
        Assert.Contains("--weight", Fails("```backpain\nbackpain prevalence data.csv --point pain --weight\n```\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData(0x1B)]
    [InlineData(0x00)]
    [InlineData(0x9B)]
    [InlineData(0x07)]
    public void Control_characters_in_a_report_are_refused(int code) =>
        Assert.Equal($"report.md:3: bad-report: found the control character U+{code:X4}; expected text. Remove it. Correct the line; docs/reports.md tells what may stand there.\n", Fails($"# A\n\nb{(char)code}[2J\n"));

    [Fact]
    public void Control_characters_that_are_written_as_entities_never_reach_the_page()
    {
        Assert.Equal(ExitCode.Done, Make("# A&#27;[2J\n\n&#x1b;]0;x&#7; &#x9b;2J `x`\n", "out.html").ExitCode);
        Assert.DoesNotContain(Read("out.html"), character => char.IsControl(character) && character != '\n');
    }

    [Theory]
    [InlineData("prevalence data.csv --point pain --where 'sex=\u202Ef'")]
    [InlineData("prevalence data.csv --point 'pa\u2066in'")]
    public void A_command_line_that_looks_like_another_is_refused(string command) =>
        Assert.Contains("found a control character in a command line", Fails($"```backpain\n{command}\n```\n"), StringComparison.Ordinal);

    [Fact]
    public void A_report_that_is_no_text_or_too_long_is_an_error()
    {
        File.WriteAllBytes(Path.Combine(folder, "report.md"), Encoding.Latin1.GetBytes("# A\n\nRückenschmerz\n"));
        Assert.Equal((ExitCode.Data, "report.md:3: bad-report: found bytes that are not utf-8; expected text in UTF-8. Save it as UTF-8. Correct the line; docs/reports.md tells what may stand there.\n"), Run("out.html"));
        File.WriteAllBytes(Path.Combine(folder, "report.md"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("# Rücken\n")]);
        Assert.Equal((ExitCode.Done, ""), Run("out.html"));
        Assert.Contains("<title>Rücken</title>", Read("out.html"), StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, "report.md"), [.. Encoding.Unicode.Preamble, 0x00, 0xD8, 0x41, 0x00]);
        Assert.Equal(ExitCode.Data, Run("out.html").ExitCode);
        using (var file = File.Create(Path.Combine(folder, "report.md")))
            file.SetLength((16 * 1024 * 1024) + 1);
        Assert.Contains("found a report of more than 16 MB", Run("out.html").Error, StringComparison.Ordinal);
        Assert.Contains("found a report of more than 16 MB", BuiltProgram.Run("backpain report /dev/zero", folder).Error, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(scratch, name), text);

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(scratch, name), bytes);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private (int ExitCode, string Error) Run(string output)
    {
        var result = BuiltProgram.Run($"backpain report report.md -o {output}", folder);
        return (result.ExitCode, result.Error);
    }

    private Result Make(string report, string output)
    {
        Write("report/report.md", report);
        return BuiltProgram.Run($"backpain report report.md -o {output}", folder);
    }

    private string Fails(string report)
    {
        var result = Make(report, "out.html");
        Assert.Equal(ExitCode.Data, result.ExitCode);
        return result.Error;
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);
}
