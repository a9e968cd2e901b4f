using System.CommandLine;
using System.CommandLine.Invocation;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Prints help: the purpose of a command, its options in groups, and working examples.</summary>
internal sealed class HelpText(RunContext run) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int TextColumn = 30;
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        using var text = run.Streams.Text();
        Write(parseResult.CommandResult.Command, text);
        return ExitCode.Done;
    }

    /// <summary>Writes the help of a command.</summary>
    public static void Write(Command command, TextWriter text)
    {
        text.WriteLine(command.Description);
        if (command is ProgramCommand known)
            WriteCommand(known, text);
        else
            WriteProgram(command, text);
    }

    private static void WriteProgram(Command root, TextWriter text)
    {
        Heading("Usage", text);
        text.WriteLine($"  {Tool.Name} COMMAND [ARGUMENTS] [OPTIONS]");
        Heading("Commands", text);
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
            Entry(command.Name, command.Description, text);
        WriteCommonOptions(text);
        Heading("Examples", text);
        text.WriteLine($"  {Tool.Name} prevalence nhanes-low-back-pain --by sex --by age");
        text.WriteLine($"  {Tool.Name} methods --cases 15 --persons 148");
        text.WriteLine();
        text.WriteLine($"'{Tool.Name} COMMAND --help' describes a command.");
    }

    private static void WriteCommand(ProgramCommand command, TextWriter text)
    {
        Heading("Usage", text);
        var words = command.Arguments.Select(ShownArgument).Prepend(command.Name);
        text.WriteLine($"  {Tool.Name} {string.Join(' ', words)}{(command.Groups.Count > 0 ? " [OPTIONS]" : "")}");
        if (command.Arguments.Count > 0)
            text.WriteLine();
        foreach (var argument in command.Arguments)
            Entry(argument.Name, argument.Description, text);
        foreach (var group in command.Groups)
        {
            text.WriteLine();
            foreach (var line in TextLayout.Wrap($"{group.Title}:", Width))
                text.WriteLine(line);
            foreach (var option in group.Options)
                Entry(
                    string.Join(", ", option.Aliases.Append(option.Name)) + (option.HelpName is { } value ? $" {value}" : ""),
                    option.Description,
                    text);
        }
        WriteCommonOptions(text);
        Heading("Examples", text);
        foreach (var example in command.Examples)
            text.WriteLine($"  {example}");
    }

    private static void WriteCommonOptions(TextWriter text)
    {
        Heading("Other", text);
        Entry("-h, --help", "This help.", text);
        Entry("--version", "The version of the program.", text);
    }

    private static string ShownArgument(Argument argument) =>
        (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
        {
            (0, > 1) => $"[{argument.Name}…]",
            (0, _) => $"[{argument.Name}]",
            (_, 1) => argument.Name,
            _ => $"{argument.Name}…",
        };

    private static void Heading(string title, TextWriter text)
    {
        text.WriteLine();
        text.WriteLine($"{title}:");
    }

    private static void Entry(string name, string? description, TextWriter text)
    {
        var first = new string(' ', Indent) + name;
        foreach (var line in TextLayout.Wrap(description ?? "", Width - TextColumn))
        {
            if (TextLayout.Width(first) > TextColumn - 2)
            {
                text.WriteLine(first);
                first = "";
            }
            text.WriteLine(TextLayout.Pad(first, TextColumn, right: false) + line);
            first = "";
        }
    }
}
