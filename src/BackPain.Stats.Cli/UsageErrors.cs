using System.CommandLine;
using System.CommandLine.Parsing;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli;

/// <summary>Reports what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>Writes the errors.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? Tool.Name : $"{Tool.Name} {command.Name}";
        // A surplus word is most often the value of a misspelled option, so it is reported only if nothing else is wrong.
        var mistakes = parsed.Errors.Where(problem => SurplusIn(problem, parsed) is not [not '-', ..] || command is RootCommand).ToList();
        var messages = (mistakes.Count > 0 ? mistakes : parsed.Errors)
            .Select(problem => SentenceFor(problem, parsed))
            .Distinct(StringComparer.Ordinal);
        foreach (var message in command is RootCommand ? messages.Take(1) : messages)
            error.WriteLine($"{name}: {message}");
        error.WriteLine($"'{name} --help' shows how to use it.");
        return ExitCode.Usage;
    }

    /// <summary>The sentence for one error.</summary>
    public static string SentenceFor(ParseError problem, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (SurplusIn(problem, parsed) is { } unknown)
            return Unknown(unknown, command);
        // The parser takes an unknown option for an argument where one is allowed.
        if (problem.SymbolResult is ArgumentResult { Parent: CommandResult, Tokens: [{ Value: ['-', '-', ..] } mistaken] })
            return OptionTexts.UnknownOption(mistaken.Value, command);
        // Only arguments are required.
        return problem.SymbolResult is ArgumentResult { Tokens.Count: 0 } missing
            ? $"{missing.Argument.Name} is missing. {missing.Argument.Description}"
            : problem.Message;
    }

    private static string? SurplusIn(ParseError problem, ParseResult parsed) =>
        parsed.UnmatchedTokens.FirstOrDefault(token => problem.Message.Contains($"'{token}'", StringComparison.Ordinal));

    private static string Unknown(string typed, Command command)
    {
        if (typed.StartsWith('-'))
            return OptionTexts.UnknownOption(typed, command);
        return command is RootCommand
            ? $"'{typed}' is not a command.{Nearest.Suggestion(typed, command.Subcommands.Select(known => known.Name))}"
            : $"'{typed}' is an unexpected argument.";
    }
}
