using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>What of LaTeX can be told without LaTeX: no value of the data is a command, a comment, a column or an argument.</summary>
public sealed partial class LatexTests : IDisposable
{
    private const string Accents = "\u0302\u0303";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Theory]
    [InlineData("p\u0302", @"$\hat{p}$")]
    [InlineData("p\u0303q", @"$\tilde{p}$q")]
    [InlineData("p\u0302\u0303", @"$\tilde{\hat{p}}$")]
    [InlineData("50%\u0302 of", @"50\^{\%} of")]
    [InlineData("\\\u0302", @"\^{\textbackslash{}}")]
    [InlineData("{\u0303}", @"\~{\{}\}")]
    [InlineData("$\u0302", @"\^{\$}")]
    [InlineData("≤\u0302", @"\^{$\leq$}")]
    [InlineData("\u0302a", @"\^{}a")]
    [InlineData("😀\u0302", @"\^{😀}")]
    [InlineData("5 % & #1_a^b~c", @"5 \% \& \#1\_a\textasciicircum{}b\textasciitilde{}c")]
    [InlineData("a---b''c,,d", @"a-{}-{}-b'{}'c,{},d")]
    [InlineData("* star", "{*} star")]
    [InlineData("[10, 20)", "{[}10, 20)")]
    [InlineData("a\u0007b", "a?b")]
    public void A_value_is_text(string value, string latex) => Assert.Contains($"\n\\quad {latex} & 1/2 &", Rendered([value]), StringComparison.Ordinal);

    [Fact]
    public void No_sign_is_a_command_whatever_stands_before_or_behind_it()
    {
        var signs = Enumerable.Range(0x20, 0x5F).Select(code => ((char)code).ToString()).Concat(["é", "≤", "½", "\u00A0", "😀"]).ToList();
        var values = signs.SelectMany(sign => Accents.Select(accent => $"{sign}{accent}")).Concat(signs).Concat(signs.Select(sign => sign + sign + "%\u0302\u0303" + sign)).Select(value => $"a{value}z").ToList();
        var random = new Random(27);
        values.AddRange(Enumerable.Range(0, 500).Select(_ => string.Concat(Enumerable.Range(0, 12).Select(_ => random.Next(4) == 0 ? Accents[random.Next(2)].ToString() : signs[random.Next(signs.Count)]))));
        var rows = Rendered(values).Split('\n').Where(line => line.StartsWith(@"\quad ", StringComparison.Ordinal)).ToList();
        Assert.Equal(values.Distinct(StringComparer.Ordinal).Count(), rows.Count);
        Assert.All(rows, row =>
        {
            // Without the commands that the renderer itself writes, and signs that are escaped, nothing is left that means anything to TeX.
            var rest = row[@"\quad ".Length..row.IndexOf(" & 1/2 & ", StringComparison.Ordinal)];
            Assert.DoesNotContain('&', Escaped().Replace(rest, ""));
            Assert.Equal(0, Balance(Escaped().Replace(rest, "")));
            Assert.DoesNotMatch(Meaningful(), Formula().Replace(Escaped().Replace(Command().Replace(rest, ""), ""), ""));
        });
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private static int Balance(string text)
    {
        var depth = 0;
        foreach (var sign in text)
        {
            depth += sign switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.True(depth >= 0, text);
        }
        return depth;
    }

    private string Rendered(IEnumerable<string> groups)
    {
        var path = Path.Combine(scratch, "data.csv");
        File.WriteAllText(path, $"group,cases,persons\n{string.Concat(groups.Distinct(StringComparer.Ordinal).Select(group => $"\"{group.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1,2\n"))}");
        var (output, error) = (new MemoryStream(), new StringWriter(CultureInfo.InvariantCulture));
        var code = HostedProgram.Run(["prevalence", path, "--delimiter", ",", "--cases", "cases", "--persons", "persons", "--recall", "point", "--by", "group", "--format", "latex"], scratch, new Streams(output, error, 0, false));
        Assert.Equal((ExitCode.Done, ""), (code, error.ToString()));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [GeneratedRegex(@"\\(textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar|char34|textasciigrave|hat|tilde|leq|frac|\^|~)(?=\{|\$)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\\[{}$&#%_]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\$[^$]*\$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"[\\$#%_^|<>""`]|--|''|,,|\[(?!\})|[\u0302\u0303]")]
    private static partial Regex Meaningful();
}
