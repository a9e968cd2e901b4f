using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>What people see, measured in a browser: nothing scrolls sideways on a phone, nothing is missing, no text touches another or leaves its picture.</summary>
public sealed partial class BrowserTests : IDisposable
{
    // Measures the page in a frame of the width of a phone, and writes what is wrong with it into the document.
    private const string Harness = """
        <!DOCTYPE html><meta charset="utf-8"><title>harness</title><link rel="icon" href="data:,">
        <iframe id="frame" style="width:390px;height:844px;border:0"></iframe><pre id="result"></pre>
        <script>
        const frame = document.getElementById('frame'), said = [];
        frame.onload = () => {
          const doc = frame.contentDocument, root = doc.documentElement;
          if (root.clientWidth !== 390 && root.clientWidth !== 375) said.push('frame ' + root.clientWidth);
          if (root.scrollWidth > root.clientWidth) said.push('scrolls sideways by ' + (root.scrollWidth - root.clientWidth));
          for (const link of doc.querySelectorAll('a[href^="#"]')) if (!doc.getElementById(link.getAttribute('href').slice(1))) said.push('leads nowhere: ' + link.outerHTML);
          for (const table of doc.querySelectorAll('table')) if (table.getBoundingClientRect().height < 20) said.push('table is not seen');
          doc.querySelectorAll('svg').forEach((svg, picture) => {
            const paper = svg.getBoundingClientRect();
            if (paper.height < 60) said.push('picture is not seen');
            const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
            texts.forEach(([text, box], i) => {
              if (box.left < paper.left || box.right > paper.right || box.top < paper.top || box.bottom > paper.bottom) said.push('picture ' + picture + ': outside: ' + text);
              for (const [other, place] of texts.slice(i + 1))
                if (Math.min(box.right, place.right) - Math.max(box.left, place.left) > 0.5 && Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top) > 0.5) said.push('picture ' + picture + ': ' + text + ' touches ' + other);
            });
          });
          document.getElementById('result').textContent = JSON.stringify({ said: said.slice(0, 20), tables: doc.querySelectorAll('table').length, pictures: doc.querySelectorAll('svg').length });
        };
        frame.srcdoc = PAGE;
        </script>
        """;

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [BrowserFact]
    public void The_bundled_report_is_seen_whole_on_a_phone()
    {
        var page = BuiltProgram.Run("backpain report low-back-pain", scratch).Output;
        Assert.Equal("{\"said\":[],\"tables\":5,\"pictures\":4}", Measure(page));
    }

    [BrowserFact]
    public void No_text_in_a_picture_touches_another_or_is_cut_off()
    {
        Write("one.csv", "group,cases,persons\nonly,1,4\n");
        Write("long.csv", $"group,cases,persons\n{string.Join(' ', Enumerable.Repeat("a long label of many words", 6))},30,60\nDonaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsverein,3,9\nnone,0,40\nall,40,40\nnobody,0,0\n日本語のとても長いラベルがここに入ります,5,11\n");
        Write("many.csv", Rows("region,sex,cases,persons", 30, i => $"Region {i},male,{i},60\nRegion {i},female,{60 - i},60\n"));
        Write("bands.csv", Rows("age,sex,cases,persons", 60, i => $"{i},male,{i},{(i % 7 == 0 ? 0 : 60)}\n{i},female,{60 - i},60\n".Replace($",{i},0\n", ",0,0\n", StringComparison.Ordinal)));
        Write("words.csv", Rows("work,cases,persons", 12, i => $"work that is called by the number {i},{i},20\n"));
        Write("lines.csv", Rows("age,group,cases,persons", 12, i => $"20-39,group {i},10,20\n40-59,group {i},10,20\n60+,group {i},10,20\n"));
        Write("large.csv", "sex,cases,persons\nmale,334793000,3477188785\nfemale,297252000,3417421259\n");
        string[] commands =
        [
            "one.csv", "one.csv --by group", "long.csv --by group", "many.csv --by region,sex", "many.csv --by region --by sex --method all", "bands.csv --by age,sex --plot-kind profile",
            "words.csv --by work", "words.csv --by work --plot-kind profile", "long.csv --by group --plot-kind profile", "lines.csv --by age,group --plot-kind profile", "large.csv --by sex --per 100000 --digits 4",
        ];
        var page = new StringBuilder("<!DOCTYPE html><style>body{margin:0}div{overflow:auto}</style>");
        foreach (var command in commands)
        {
            var result = BuiltProgram.Run($"backpain prevalence {command} --cases cases --persons persons --recall point --plot p.svg", scratch);
            Assert.True(result.ExitCode == ExitCode.Done, result.Error);
            page.Append("<div>").Append(File.ReadAllText(Path.Combine(scratch, "p.svg"))).Append("</div>");
        }
        Assert.Equal($"{{\"said\":[],\"tables\":0,\"pictures\":{commands.Length}}}", Measure(page.ToString()));
    }

    [BrowserFact]
    public void A_table_is_a_page_of_its_own_that_does_not_scroll_sideways()
    {
        foreach (var command in new[] { "prevalence example-survey --by sex,smoking --by age --bands age=20,40,60", "reproduce", "methods --cases 0 --persons 20 --explain", "datasets example-survey" })
        {
            Assert.Equal(ExitCode.Done, BuiltProgram.Run($"backpain {command} -o page.html", scratch).ExitCode);
            Assert.Equal("{\"said\":[],\"tables\":1,\"pictures\":0}", Measure(File.ReadAllText(Path.Combine(scratch, "page.html"))));
        }
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private static string Rows(string header, int count, Func<int, string> row) => $"{header}\n{string.Concat(Enumerable.Range(0, count).Select(row))}";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(scratch, name), text);

    /// <summary>What is wrong with a page; and that its console is silent.</summary>
    private string Measure(string page)
    {
        var script = $"\"{string.Concat(page.Select(character => character is '"' or '\\' or '<' or '\n' or '\r' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : character.ToString()))}\"";
        Write("harness.html", Harness.Replace("PAGE", script, StringComparison.Ordinal));
        var (document, console) = Browser.Open(Path.Combine(scratch, "harness.html"), scratch);
        Assert.Equal("", console);
        return WebUtility.HtmlDecode(Result().Match(document).Groups[1].Value);
    }

    [GeneratedRegex("<pre id=\"result\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Result();
}
