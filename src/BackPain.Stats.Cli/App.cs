using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BackPain.Stats.Cli.Analyses;
using BackPain.Stats.Cli.Commands;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Reports;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli;

/// <summary>The program: its commands, and what it says when something goes wrong.</summary>
public static class App
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="streams">Where to write.</param>
    /// <param name="cancelled">Signals that the user wants to stop.</param>
    /// <returns>The exit code.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever reaches this place is a bug, and the user is told how to report it.")]
    public static int Run(IReadOnlyList<string> arguments, Streams streams, CancellationToken cancelled)
    {
        try
        {
            var files = new HashSet<string>(StringComparer.Ordinal);
            var session = new Session(arguments, streams, files, new SharedReadings(), null, DatabasePermission.Any, cancelled);
            var parsed = Parse(session, arguments, RunnerFor(session, arguments is ["report", ..] ? 0 : 1));
            if (parsed.Errors.Count > 0)
                return UsageErrors.Tell(parsed, streams.Error);
            using var output = streams.Lines();
            return Invoke(parsed, output, streams.Error);
        }
        catch (DataException error)
        {
            return TellProblems(error.Log, streams.Error);
        }
        catch (RequestException error)
        {
            return Tell(error.Message, ExitCode.Usage, streams.Error);
        }
        catch (TooManyStrataException error)
        {
            return Tell(string.Create(CultureInfo.InvariantCulture, $"{error.Message}, more than the {TooManyStrataException.Most:N0} that are shown; leave out the empty ones with --no-empty, or use bands."), ExitCode.Usage, streams.Error);
        }
        catch (LonelyPsuException error)
        {
            return Tell(SentenceFor(error), ExitCode.Data, streams.Error);
        }
        catch (Exception error) when (error is UnreachableInputException or UnwritableOutputException)
        {
            return Tell(error.Message, ExitCode.Unreachable, streams.Error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Tell($"a file cannot be read or written ({error.Message.TrimEnd('.')}).", ExitCode.Unreachable, streams.Error);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            streams.Error.Write($"{Tool.Name}: this is a bug in {Tool.Name} {Tool.Version}, not in your data. Please report it with the command line and these lines:\n{error}\n");
            return ExitCode.Bug;
        }
    }

    private static IReadOnlyList<string> AsCsv => ["--format", Renderers.Csv.Name, "--quiet"];

    /// <summary>Runs command lines for another command: through the same code, but their results are not shown. A report may run what runs commands itself; nothing else may.</summary>
    private static CommandRunner RunnerFor(Session caller, int depth)
    {
        return new CommandRunner(words => Parse(caller, words, RunnerFor(caller, depth + 1)), Expect, Run);

        BlockResult Run(IReadOnlyList<string> words, IReadOnlyList<string> output, DatabasePermission databases)
        {
            const int Deepest = 2;
            if (depth == Deepest)
                throw new RequestException($"'{ShellWords.Join(caller.Arguments)}' runs commands itself.");
            (Result Result, Style Style)? result = null;
            // What was typed is read alone first, so that an option at its end cannot take for its value what is added.
            var typed = Parse(caller, words, RunnerFor(caller, depth + 1));
            if (typed.Errors.Count > 0)
                throw new RequestException($"'{ShellWords.Join(words)}': {UsageErrors.SentenceFor(typed.Errors[0], typed)}");
            var command = typed.CommandResult.Command;
            if (words.Count == 0 || command.Name != words[0] || command.Options.All(option => option.Name != output[0]))
                throw new RequestException($"'{ShellWords.Join(words)}' gives no table.");
            var session = caller.Within(words, (shown, style) => result = (shown, style), databases);
            var exitCode = InvokeWithin(Parse(session, [words[0], .. output, .. words.Skip(1)], RunnerFor(session, depth + 1)));
            return result is { } shown
                ? new BlockResult(shown.Result, shown.Style, exitCode)
                : throw new RequestException($"'{ShellWords.Join(words)}' gives no table.");
        }

        void Expect(IReadOnlyList<string> arguments)
        {
            var parsed = Parse(caller, arguments, RunnerFor(caller, depth + 1));
            if (parsed.Errors.Count == 0 && parsed.CommandResult.Command is PrevalenceCommand prevalence)
                prevalence.Expect(parsed);
        }
    }

    private static int InvokeWithin(ParseResult parsed)
    {
        try
        {
            return Invoke(parsed, TextWriter.Null, TextWriter.Null);
        }
        catch (LonelyPsuException error)
        {
            throw new RequestException(SentenceFor(error));
        }
    }

    private static ParseResult Parse(Session session, IReadOnlyList<string> arguments, CommandRunner run) =>
        Root(session, run).Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });

    private static int Invoke(ParseResult parsed, TextWriter output, TextWriter error) =>
        parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error, ProcessTerminationTimeout = null });

    private static RootCommand Root(Session session, CommandRunner run)
    {
        var root = new RootCommand("Point, period and lifetime prevalence with confidence intervals, from CSV.")
        {
            new PrevalenceCommand(session),
            new TabulateCommand(session),
            new CheckCommand(session),
            new SqlCommand(session),
            new ReproduceCommand(session, commandLine => run.Run(ShellWords.Split(commandLine), AsCsv, DatabasePermission.OfRegistry).Result),
            new ReportCommand(session, run),
            new IdentifyCommand(session),
            new MethodsCommand(session),
            new DatasetsCommand(session),
            new CompletionCommand(session),
        };
        root.HelpName = Tool.Name;
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpText(session) });
        root.Options.Add(new VersionOption("--version") { Action = new VersionText(session) });
        root.SetAction(_ =>
        {
            HelpText.Write(root, session.Streams.Error);
            return ExitCode.Usage;
        });
        return root;
    }

    private static string SentenceFor(LonelyPsuException error)
    {
        var (code, strata) = (ProblemCodes.LonelyPsu, error.Strata.Count > 0);
        var places = strata ? [.. error.Strata.Select(name => name.Length == 0 ? "the only stratum" : $"'{name}'")] : error.Psus;
        var where = string.Join(", ", places.Take(ProblemLog.Shown)) + (places.Count > ProblemLog.Shown ? string.Create(CultureInfo.InvariantCulture, $" and {places.Count - ProblemLog.Shown} more") : "");
        var found = strata ? $"a single PSU in {(places.Count == 1 ? "stratum" : "strata")}" : "a single unit of the second stage in";
        return $"{code.Name}: found {found} {where}; expected two or more. {code.Remedy}";
    }

    private static int TellProblems(ProblemLog log, TextWriter error)
    {
        var shown = log.ErrorsKept;
        foreach (var problem in shown)
            error.WriteLine(problem.ToString());
        if (log.Errors > shown.Count)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {log.Errors - shown.Count} more; '{Tool.Name} check' shows all."));
        return ExitCode.Data;
    }

    private static int Tell(string message, int code, TextWriter error)
    {
        error.WriteLine($"{Tool.Name}: {message}");
        return code;
    }

    private sealed class VersionText(Session session) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            using var text = session.Streams.Text();
            text.WriteLine($"{Tool.Name} {Tool.Version}");
            return ExitCode.Done;
        }
    }
}
