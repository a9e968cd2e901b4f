using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Whatever the numbers are, no format prints NaN or an infinity, and nothing ends with a bug.</summary>
public sealed partial class OddInputTests : IDisposable
{
    private const string Replicates = "--weight w --replicates r* --replicate-type brr --by g";

    private static readonly (string Text, string Options)[] Inputs =
    [
        ("w,g,y\n0,a,1\n0,b,0\n", "--weight w --by g"),
        ("w,g,y\n0,a,1\n0,a,0\n1,b,1\n2,b,0\n", "--weight w --by g"),
        ("w,g,y\n1e-200,a,1\n1e-190,a,0\n1,b,1\n1e139,b,0\n", "--weight w --by g"),
        ("w,g,y\n1e-150,a,1\n1e140,a,0\n1e140,a,1\n1e-150,b,0\n1e140,b,1\n", "--weight w --by g"),
        ("w,g,y\n5,a,1\n", "--weight w --by g --lonely-psu certainty"),
        ("w,g,y\n5,a,\n5,a,\n", "--weight w --by g"),
        ("g,y\na,1\nb,0\nb,0\n", "--by g"),
        ("w,r1,r2,g,y\n0,1,3,a,1\n0,2,1,a,0\n1,1,1,b,1\n2,3,1,b,0\n", Replicates),
        ("w,r1,r2,g,y\n1,0,0,a,1\n1,0,0,a,0\n1,1,2,b,1\n2,2,1,b,0\n", Replicates),
        ("w,r1,r2,g,y\n1,1,-1,a,1\n1,-1,1,a,0\n1,1,2,b,1\n2,2,1,b,0\n", Replicates),
        ("w,r1,r2,g,y\n1,1e-300,1e140,a,1\n1,-1e-300,1,a,0\n1,1e140,2,b,1\n2,2,1e-300,b,0\n", Replicates),
        ("w,r1,r2,g,y\n1,1,2,a,1\n1,2,1,a,0\n1,1,3,b,1\n2,2,1,b,0\n", "--weight w --replicates r* --replicate-type jkn --replicate-scales 1e308 --by g"),
        ("w,r1,r2,g,y\n1,1,2,a,1\n1,2,1,a,0\n1,1,3,b,1\n2,2,1,b,0\n", "--weight w --replicates r* --replicate-type jkn --replicate-scales 0 --by g"),
        ("s,p,N,w,g,y\n1,1,2,1,a,1\n1,1,2,1,a,0\n1,2,2,3,a,1\n1,2,2,1,b,1\n", "--weight w --strata s --psu p --fpc N --by g"),
        ("s,p,N,g,y\n1,1,2,a,1\n1,2,2,a,0\n2,1,1e300,b,1\n2,2,1e300,b,0\n", "--strata s --psu p --fpc N --by g"),
        ("s,p,w,g,y\n1,1,2,a,1\n1,2,2,a,0\n2,1,1e-9,b,1\n2,2,1,b,0\n2,2,7,a,1\n", "--weight w --strata s --psu p --by g --df 0.01"),
        ("s,p,w,g,y\n1,1,2,a,1\n1,2,2,a,0\n2,1,1e-9,b,1\n2,2,1,b,0\n2,2,7,a,1\n", "--weight w --strata s --psu p --by g --df inf --kg-cap none"),
        ("by:g,point:y,n,sum_w:w,sum_w2:w,replicate:1:r1,replicate_rank\na,case,2,0,0,5,1\na,non-case,3,0,0,5,1\nb,case,2,2,2,2,1\nb,non-case,3,4,6,5,1\n", "--by g"),
        ("by:g,point:y,n,sum_w:w,sum_w2:w\na,case,999999999999,1e140,1e270\nb,non-case,3,4,6\nb,case,1,1,1\n", "--by g"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backpain-");

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var format in new[] { "table", "csv", "tsv", "json", "markdown", "html", "latex" })
            {
                for (var input = 0; input < Inputs.Length; input++)
                    cases.Add(format, input);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_format_prints_what_is_no_number(string format, int input)
    {
        var (text, options) = Inputs[input];
        var path = Path.Combine(folder.FullName, "data.csv");
        File.WriteAllText(path, text);
        string[] outcome = text.StartsWith("by:", StringComparison.Ordinal) ? [] : ["--point", "y"];
        string[] cap = options.Contains("--kg-cap", StringComparison.Ordinal) ? [] : ["--level", "0.9999"];
        string[] explain = format is "csv" or "tsv" ? [] : ["--explain"];
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = App.Run(["prevalence", path, .. outcome, .. options.Split(' '), "--method", "all", "--standard", "nchs", "--format", format, .. cap, .. explain], new Streams(output, error, 0, false), CancellationToken.None);
        var printed = System.Text.Encoding.UTF8.GetString(output.ToArray()) + error;
        Assert.True(code == ExitCode.Done, printed);
        Assert.DoesNotMatch(NoNumber(), printed);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [GeneratedRegex(@"\bNaN\b|Infinity|∞|(^|[ (,–\t;|])-0(?![.\d])")]
    private static partial Regex NoNumber();
}
