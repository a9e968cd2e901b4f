using System.Text;
using System.Text.Json;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>What the program answers to a question about fuzzed files. A bug, a hang or a NaN is an exception.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Answer">The estimates, the attrition and the design, as JSON; empty if there are none.</param>
/// <param name="Error">Standard error.</param>
internal sealed record FuzzedRun(int ExitCode, string Answer, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private IReadOnlyList<string> parts = [];

    /// <summary>The estimates.</summary>
    public IReadOnlyList<JsonElement> Estimates { get; private init; } = [];

    /// <summary>The answer with its rows in an order that does not depend on which outcome was met first.</summary>
    public FuzzedRun Ordered => this with { Answer = string.Join('\n', parts.Order(StringComparer.Ordinal)) };

    /// <summary>Runs 'prevalence' on files.</summary>
    public static FuzzedRun Of(IEnumerable<string> paths, IEnumerable<string> options)
    {
        var (exitCode, output, error) = Raw(["prevalence", .. paths, .. options, "--format", "json"]);
        if (exitCode != Terminal.ExitCode.Done)
            return new FuzzedRun(exitCode, "", error);
        var root = JsonDocument.Parse(output).RootElement;
        var answer = string.Concat(new[] { "estimates", "attrition", "design" }.Select(name => root.GetProperty(name).GetRawText()));
        var rows = new[] { "estimates", "attrition" }.SelectMany(name => root.GetProperty(name).EnumerateArray()).Append(root.GetProperty("design"));
        return new FuzzedRun(exitCode, answer, error) { parts = [.. rows.Select(row => row.GetRawText())], Estimates = [.. root.GetProperty("estimates").EnumerateArray()] };
    }

    /// <summary>Runs any command.</summary>
    /// <exception cref="InvalidOperationException">It ended with the exit code of a bug, printed NaN or an infinity, or did not end.</exception>
    public static (int ExitCode, string Output, string Error) Raw(IReadOnlyList<string> arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var run = Task.Run(() => App.Run(arguments, new Streams(output, error, OutputWidth: 0, ErrorIsTerminal: false), CancellationToken.None));
        if (!run.Wait(Limit))
            throw new InvalidOperationException($"it does not end: {string.Join(' ', arguments)}");
        var text = Encoding.UTF8.GetString(output.ToArray());
        if (run.Result == Terminal.ExitCode.Bug || text.Contains("NaN", StringComparison.Ordinal) || text.Contains('∞', StringComparison.Ordinal))
            throw new InvalidOperationException($"exit {run.Result}: {string.Join(' ', arguments)}\n{error}\n{text}");
        return (run.Result, text, error.ToString());
    }
}
