using System.CommandLine;
using System.Text;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Runs;

/// <summary>Shows the result of a run, or passes it to the run that started it.</summary>
/// <param name="run">The run.</param>
internal sealed class ResultWriter(RunContext run)
{
    /// <summary>Shows a result, and its picture if requested. Warnings that the format cannot show go to standard error.</summary>
    public void Show(Result result, ParseResult parsed, OutputOptions output, PictureOptions? picture = null)
    {
        var (renderer, style) = (output.RendererIn(parsed), output.StyleIn(parsed, run.Streams));
        if (run.Capture is { } capture)
        {
            capture(result, style);
            return;
        }
        run.Inputs.Check(output.PathIn(parsed));
        run.Inputs.Check(picture?.PathIn(parsed));
        // A picture that cannot be drawn is reported before anything is written.
        var drawing = picture?.PathIn(parsed) is null ? null : picture.Draw(parsed, result.Chart!, style);
        if (drawing is not null)
            Write(picture!.PathIn(parsed), drawing);
        OutputFile.Write(
            output.PathIn(parsed),
            run.Streams.Output,
            stream => renderer.Render(result.TableFor(renderer.IsForPeople), stream, style),
            run.Cancelled);
        if (picture?.IsUnderTableIn(parsed) == true)
            Write(null, $"\n{TerminalPicture.Draw(result.Chart!, style)}");
        if (renderer.ShowsFootnotes || output.IsQuietIn(parsed))
            return;
        foreach (var warning in result.Provenance.Warnings)
            run.Streams.Error.WriteLine($"{Tool.Name}: {warning.Code}: {warning.Wording.InOptions()}");
    }

    /// <summary>Writes a text that is a complete result.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="text">The text.</param>
    public void Write(string? path, string text)
    {
        if (run.Capture is not null)
            throw new RequestException("a command run by another command cannot write a file.");
        run.Inputs.Check(path);
        OutputFile.Write(path, run.Streams.Output, stream => stream.Write(Encoding.UTF8.GetBytes(text)), run.Cancelled);
    }
}
