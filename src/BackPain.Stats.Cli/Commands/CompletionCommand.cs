using System.CommandLine;
using System.CommandLine.Completions;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Print a script that lets a shell complete commands, options and names.</summary>
internal sealed class CompletionCommand : ProgramCommand
{
    private const string Bash = """
        # bash: add to ~/.bashrc:  eval "$(backpain completion bash)"
        _backpain() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(backpain "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _backpain backpain
        """;

    private const string Zsh = """
        # zsh: add to ~/.zshrc, after compinit:  eval "$(backpain completion zsh)"
        _backpain() {
          local -a found
          found=("${(@f)$(backpain "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _backpain backpain
        """;

    private const string Fish = """
        # fish: save as ~/.config/fish/completions/backpain.fish:  backpain completion fish > …
        complete -c backpain -a '(backpain "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    private const string PowerShell = """
        # pwsh: add to $PROFILE:  backpain completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName backpain -ScriptBlock {
          param($word, $line, $position)
          backpain "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    private static readonly (string Name, string Script)[] Shells = [("bash", Bash), ("zsh", Zsh), ("fish", Fish), ("pwsh", PowerShell)];

    private readonly Argument<string> shell = new("SHELL") { Description = "bash, zsh, fish or pwsh." };

    public CompletionCommand(RunContext run)
        : base(run, "completion", "Print a script that lets a shell complete commands, options and names.")
    {
        shell.CompletionSources.Add(_ => Shells.Select(known => new CompletionItem(known.Name)));
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Shells.Any(known => known.Name == token.Value))
                result.AddError($"'{token.Value}' is not a supported shell; there are "
                    + $"{string.Join(", ", Shells.Select(known => known.Name))}.");
        });
        Arguments.Add(shell);
    }

    public override IReadOnlyList<OptionGroup> Groups => [];

    public override IReadOnlyList<string> Examples =>
        ["eval \"$(backpain completion bash)\"", "backpain completion fish > ~/.config/fish/completions/backpain.fish"];

    protected override int Execute(ParseResult parsed)
    {
        using var text = Run.Streams.Lines();
        text.WriteLine(Array.Find(Shells, known => known.Name == parsed.GetValue(shell)).Script);
        return ExitCode.Done;
    }
}
