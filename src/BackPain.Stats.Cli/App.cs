using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Diagnostics.CodeAnalysis;
using BackPain.Stats.Cli.Analyses;
using BackPain.Stats.Cli.Analyses.Comparing;
using BackPain.Stats.Cli.Analyses.Standardizing;
using BackPain.Stats.Cli.Commands;
using BackPain.Stats.Cli.Commands.Methods;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli;

/// <summary>The program: its commands, and its handling of errors.</summary>
public static class App
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="streams">Where to write.</param>
    /// <param name="cancelled">Signals that the user wants to stop.</param>
    /// <returns>The exit code.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Anything caught here is a bug, which the user is asked to report.")]
    public static int Run(IReadOnlyList<string> arguments, Streams streams, CancellationToken cancelled)
    {
        try
        {
            var run = new RunContext(arguments, streams, new InputGuard(), new SharedReadings(), DatabasePermission.Any, cancelled);
            var parsed = Parse(run, arguments);
            if (parsed.Errors.Count > 0)
                return UsageErrors.Write(parsed, streams.Error);
            using var output = streams.Lines();
            return Invoke(parsed, output, streams.Error);
        }
        catch (RefusalException refusal)
        {
            foreach (var line in RefusalText.LinesOf(refusal))
                streams.Error.WriteLine(line);
            return RefusalText.ExitCodeOf(refusal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail($"a file cannot be read or written ({error.Message.TrimEnd('.')}).", ExitCode.Unreachable, streams.Error);
        }
        catch (OutOfMemoryException)
        {
            const string WayOut = "Break down by fewer columns, put numbers into --bands, or leave --explain out.";
            return Fail($"there is not enough memory for this. {WayOut}", ExitCode.Unreachable, streams.Error);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            streams.Error.Write($"{Tool.Name}: this is a bug in {Tool.Name} {Tool.Version}, not in your data. "
                + $"Please report it with the command line and these lines:\n{error}\n");
            return ExitCode.Bug;
        }
    }

    /// <summary>Reads a command line.</summary>
    internal static ParseResult Parse(RunContext run, IReadOnlyList<string> arguments, int depth = 0) =>
        Root(run, new Runner(run, depth))
            .Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });

    /// <summary>Runs a parsed command line.</summary>
    internal static int Invoke(ParseResult parsed, TextWriter output, TextWriter error) =>
        parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = error,
            ProcessTerminationTimeout = null,
        });

    private static RootCommand Root(RunContext run, Runner runner)
    {
        var root = new RootCommand("Point, period and lifetime prevalence with confidence intervals, from CSV.")
        {
            new PrevalenceCommand(run),
            new StandardizeCommand(run),
            new CompareCommand(run),
            new TabulateCommand(run),
            new CheckCommand(run),
            new SqlCommand(run),
            new ReproduceCommand(run, runner.RunFigure),
            new ReportCommand(run, runner),
            new IdentifyCommand(run),
            new MethodsCommand(run),
            new DatasetsCommand(run),
            new CompletionCommand(run),
        };
        root.HelpName = Tool.Name;
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpText(run) });
        root.Options.Add(new VersionOption("--version") { Action = new VersionText(run) });
        root.SetAction(_ =>
        {
            HelpText.Write(root, run.Streams.Error);
            return ExitCode.Usage;
        });
        return root;
    }

    private static int Fail(string message, int code, TextWriter error)
    {
        error.WriteLine($"{Tool.Name}: {message}");
        return code;
    }

    private sealed class VersionText(RunContext run) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            using var text = run.Streams.Text();
            text.WriteLine($"{Tool.Name} {Tool.Version}");
            return ExitCode.Done;
        }
    }
}
