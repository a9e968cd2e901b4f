using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Tests;

/// <summary>
/// Whatever a name or a value holds, a terminal that shows a table or a message is not told to do anything: the list below has every message that carries data.
/// </summary>
public sealed class TerminalTests : IDisposable
{
    /// <summary>Red letters, a bell, a cleared screen by a control character of Latin-1, a new line of that kind, and text from right to left.</summary>
    private const string Evil = "e\e[31m\a\u009B2J\u0085\u202E\u2066l";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    /// <summary>What is said where: what the command line is, behind the files it needs, each as its name and what it holds, with | for a line break and @ for what must not pass.</summary>
    public static TheoryData<string, string[], string[]> Messages => new()
    {
        { "title, from the header of a tabulation", ["prevalence", "t.csv"], ["t.csv", "point:@,n,sum_w,sum_w2|case,1,1,1|non-case,1,1,1"] },
        { "title and terminal picture", ["prevalence", "t.csv", "--plot", "-"], ["t.csv", "point:@,by:@,n,sum_w,sum_w2|case,@,1,1,1|non-case,a,1,1,1"] },
        { "levels, their column and the name of the file", ["prevalence", "@.csv", "--point", "p", "--by", "s@"], ["@.csv", "p,s@|1,@|0,b"] },
        { "headings of a table of cells", ["tabulate", "d.csv", "--point", "p", "--by", "@", "--format", "table"], ["d.csv", "p,@|1,@|0,b"] },
        { "explanation", ["prevalence", "d.csv", "--point", "p", "--by", "@", "--explain"], ["d.csv", "p,@|1,@|0,b"] },
        { "markdown", ["prevalence", "d.csv", "--point", "p", "--by", "@", "--format", "markdown", "--explain"], ["d.csv", "p,@|1,@|0,b"] },
        { "who is not in the figures", ["prevalence", "d.csv", "--point", "p@", "--by", "s", "--na", "@,b"], ["d.csv", "p@,s|1,@|0,b|@,c|1,c"] },
        { "findings", ["check", "@.csv", "--point", "p"], ["@.csv", "p|1|@"] },
        { "oddities", ["check", "d.csv", "--point", "p", "--by", "s@"], ["d.csv", "p,s@|1,@|0,@ |1,unknown"] },
        { "contradictory-recall", ["prevalence", "d.csv", "--point", "p@", "--lifetime", "e@", "--format", "csv"], ["d.csv", "p@,e@|1,0|0,1"] },
        { "value-not-found", ["prevalence", "d.csv", "--point", "p", "--where", "s=@", "--format", "csv"], ["d.csv", "p,s|1,a|0,b"] },
        { "lonely-psu", ["prevalence", "d.csv", "--point", "p", "--strata", "h", "--psu", "c", "--weight", "w"], ["d.csv", "p,h,c,w|1,@,1,1|0,a,1,1|1,a,2,1"] },
        { "different sampling designs", ["prevalence", "a.csv", "b.csv"], ["a.csv", "point:p,n,sum_w:@,sum_w2:@|case,1,1,1", "b.csv", "point:p,n,sum_w:b,sum_w2:b|case,1,1,1"] },
        { "bad-fpc", ["prevalence", "d.csv", "--point", "p", "--strata", "h", "--psu", "c", "--fpc", "f"], ["d.csv", "p,h,c,f|1,@,1,5|0,@,2,6"] },
        { "psu-in-two-strata", ["prevalence", "d.csv", "--point", "p", "--strata", "h", "--psu", "c", "--no-nest"], ["d.csv", "p,h,c|1,a,@|0,b,@"] },
        { "unknown-column", ["prevalence", "@.csv", "--point", "p", "--by", "b@"], ["@.csv", "p,@|1,2"] },
        { "duplicate-column", ["prevalence", "d.csv", "--point", "@"], ["d.csv", "@,@|1,2"] },
        { "unexplained-code", ["prevalence", "d.csv", "--point", "p@"], ["d.csv", "p@|1|0|@"] },
        { "not-a-number, of a condition", ["prevalence", "d.csv", "--point", "p", "--where", "a>=3"], ["d.csv", "p,a|1,@|0,3"] },
        { "not-a-number, of a band", ["prevalence", "d.csv", "--point", "p", "--by", "a", "--bands", "a=10"], ["d.csv", "p,a|1,@|0,3"] },
        { "not-a-number, of a weight", ["prevalence", "d.csv", "--point", "p", "--weight", "w@"], ["d.csv", "p,w@|1,@|0,3"] },
        { "ragged-row", ["prevalence", "@.csv", "--point", "p"], ["@.csv", "p,q|1"] },
        { "cases-exceed-persons", ["prevalence", "d.csv", "--cases", "c@", "--persons", "n", "--recall", "point"], ["d.csv", "c@,n,s|3,2,@"] },
        { "duplicate-stratum", ["prevalence", "@.csv", "--cases", "c", "--persons", "n", "--recall", "point"], ["@.csv", "c,n,s|1,2,@|1,2,@"] },
        { "not-a-recall-period", ["prevalence", "d.csv", "--cases", "c", "--persons", "n", "--recall-column", "r"], ["d.csv", "c,n,r|1,2,@"] },
        { "not-a-tabulation", ["prevalence", "@.csv", "--kind", "tabulation"], ["@.csv", "p|1"] },
        { "unlisted-category", ["prevalence", "d.csv", "--by", "s"], ["d.csv", "p,s|1,@|0,b", "datapackage.json", """{"resources":[{"name":"d","path":"d.csv","schema":{"fields":[{"name":"s","categories":["b"]}]},"backpain":{"kind":"individuals","outcomes":[{"column":"p","recall":"point"}]}}]}"""] },
        { "bad-codebook", ["prevalence", "d.csv", "--codebook", "@.json"], ["d.csv", "p|1", "@.json", "[]"] },
        { "a codebook of other files", ["prevalence", "@.csv", "--codebook", "@.json"], ["@.csv", "p|1", "@.json", """{"resources":[{"name":"a","path":"a.csv"},{"name":"b","path":"b.csv"}]}"""] },
        { "bad-replicate-scales", ["prevalence", "d.csv", "--point", "p", "--weight", "w", "--replicates", "r*", "--replicate-type", "jk1", "--replicate-scales", "@.csv"], ["d.csv", "p,w,r1,r2|1,1,1,1|0,1,2,1", "@.csv", "replicate,scale|@,1"] },
        { "bad-registry", ["reproduce", "--registry", "@.csv"], ["@.csv", "id,claim,cited,population,citation,locator,verification,verdict,calculation,lesson,command,rows,prints,order|@,a,b,c,d,e,@,@,,,prevalence @,@,@,@"] },
        { "a registry", ["reproduce", "--registry", "r.csv"], ["r.csv", "id,claim,cited,population,citation,locator,verification,verdict,calculation,lesson,command,rows,prints,order|@,a,@,c,@,@,read,quoted,@,@,,,,"] },
        { "a figure", ["reproduce", "x@", "--registry", "r.csv"], ["r.csv", "id,claim,cited,population,citation,locator,verification,verdict,calculation,lesson,command,rows,prints,order|x@,@,@,@,@,@,read,quoted,@,@,,,,"] },
        { "no such figure", ["reproduce", "@"], [] },
        { "no such file", ["prevalence", "@.csv"], [] },
        { "no such dataset", ["datasets", "@"], [] },
        { "no such method", ["methods", "@"], [] },
        { "no such method, asked of data", ["prevalence", "example-survey", "--method", "@"], [] },
        { "no such command", ["@"], [] },
        { "no such option", ["prevalence", "--@", "x"], [] },
        { "one argument too many", ["methods", "wilson", "@"], [] },
        { "an option that cannot be read", ["prevalence", "example-survey", "--bands", "@", "--where", "@", "--level", "@", "--by", "@,@"], [] },
        { "options that do not fit", ["prevalence", "example-survey", "--bands", "@=10"], [] },
        { "a figure to identify", ["identify", "@", "--n", "5"], [] },
        { "an unknown format", ["datasets", "-o", "x.@"], [] },
        { "an output that cannot be written", ["datasets", "-o", "no/@.csv"], [] },
        { "an output that is an input", ["prevalence", "@.csv", "--point", "p", "-o", "@.csv"], ["@.csv", "p|1|0"] },
        { "a file named twice", ["prevalence", "@.csv", "@.csv", "--point", "p"], ["@.csv", "p|1|0"] },
        { "a report that cannot be read", ["report", "@.md"], ["@.md", "---|@: 1|---||```backpain @=1|backpain @|```||{backpain id=@ field=@}"] },
        { "a block that fails", ["report", "r.md"], ["r.md", "```backpain|backpain prevalence d.csv --point q|```", "d.csv", "p,@|1,1"] },
        { "a stale report", ["report", "r.md", "-o", "@.md", "--check"], ["r.md", "new", "@.md", "old @"] },
        { "a codebook that cannot be opened", ["prevalence", "d.csv", "--codebook", "no@.json"], ["d.csv", "p|1"] },
        { "no outcome", ["prevalence", "@.csv"], ["@.csv", "p|1|0"] },
        { "too many strata", ["prevalence", "d.csv", "--point", "p", "--by", "a@,b,c"], ["d.csv", "p,a@,b,c|" + string.Join('|', Enumerable.Range(0, 120).Select(i => $"1,{i},{i},{i}"))] },
        { "a computation that fails", ["reproduce", "--registry", "r.csv"], ["r.csv", "id,claim,cited,population,citation,locator,verification,verdict,calculation,lesson,command,rows,prints,order|x,a,b,c,d,e,read,derived,,,prevalence no@.csv --point p,overall,5,|y,a,b,c,d,e,read,derived,,,methods --cases 1 --persons 2,method=@,5,"] },
        { "a picture and a table in one place", ["prevalence", "d.csv", "--point", "p", "--plot", "@.svg", "-o", "@.svg", "--format", "html"], ["d.csv", "p|1|0"] },
        { "replicate weights that are not known", ["sql", "--table", "t", "--point", "p", "--weight", "w", "--replicates", "@*", "--replicate-type", "jk1"], [] },
        { "a table with too many parts", ["prevalence", "--db", "postgresql://u@127.0.0.1:1/b", "--table", "a.b.@", "--point", "p"], [] },
        { "no such report", ["report", "@"], [] },
        { "a database that cannot be reached", ["prevalence", "--db", "postgresql://u@127.0.0.1:1/@", "--table", "@.t", "--point", "p"], [] },
        { "a database and files", ["prevalence", "@.csv", "--db", "postgresql://u@127.0.0.1:1/b", "--table", "t", "--point", "p"], [] },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Data_never_command_the_terminal(string message, string[] arguments, string[] files)
    {
        for (var i = 0; i < files.Length; i += 2)
            File.WriteAllText(PathOf(files[i]), Filled(files[i + 1]).Replace('|', '\n') + "\n");
        var (output, error) = (new MemoryStream(), new StringWriter { NewLine = "\n" });
        var words = arguments.Select(word => files.Contains(word) ? PathOf(word) : Filled(word)).ToList();
        var code = HostedProgram.Run(words, scratch, new Streams(output, error, 80, true));
        // What is written for machines has every byte of the data.
        var shown = ((words[^1] == "csv" ? "" : Encoding.UTF8.GetString(output.ToArray())) + error).Replace("\e[1m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal);
        Assert.True(code != ExitCode.Bug, message + ": " + shown);
        Assert.DoesNotContain(shown, character => character != '\n' && (char.IsControl(character) || character is >= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069'));
        Assert.True(shown.Contains('\uFFFD', StringComparison.Ordinal) || message.Contains("database", StringComparison.Ordinal), $"{message} carries no data: {shown}");
    }

    public static TheoryData<string> Codes => [.. ProblemCodes.All.Select(code => code.Name)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_problem_of_any_kind_is_one_line_of_plain_text(string name)
    {
        var code = ProblemCodes.All.Single(known => known.Name == name);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        new Streams(Stream.Null, error, 80, true).Error.WriteLine(new Problem(Evil, 1, code, $"found '{Evil}\n\r\t\u2028'", Evil, Evil).ToString());
        Assert.Equal(1, error.ToString().Count(char.IsControl));
        Assert.EndsWith("\n", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private static string Filled(string text) => text.Replace("@", Evil, StringComparison.Ordinal);

    private string PathOf(string name) => Path.Combine(scratch, Filled(name));
}
