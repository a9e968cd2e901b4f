using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options for how and where a result is shown, shared by every command.</summary>
internal sealed class OutputOptions
{
    private const int MostDigits = 12;

    private readonly CliOption<Renderer?> format;
    private readonly CliOption<string?> output = CliOption.Once<string>(
        "--output", "FILE", "Write to a file; its extension chooses the format.", TryOutput, "-o");
    private readonly CliOption<int?> digits;
    private readonly CliOption<int?> per = CliOption
        .Once<int?>(
            "--per", "100|1000|10000|100000",
            "Report prevalence per this many persons, in formats for people. Default: 100 (percent).", TryPer)
        .Offering("100", "1000", "10000", "100000")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> noColor = CliOption.Switch("--no-color", "No colours on a terminal.");
    private readonly CliOption<bool> quiet = CliOption.Switch("--quiet", "No progress and no warnings on standard error.")
        .WithEffect(ReadingEffect.None);
    private readonly Renderer defaultFormat;
    private readonly int defaultDigits;

    /// <param name="defaultFormat">The format used by default.</param>
    /// <param name="defaultDigits">The number of decimals used by default.</param>
    public OutputOptions(Renderer defaultFormat, int defaultDigits = 1)
    {
        (this.defaultFormat, this.defaultDigits) = (defaultFormat, defaultDigits);
        var names = string.Join('|', Renderers.All.Select(renderer => renderer.Name));
        format = CliOption
            .Once<Renderer>(
                "--format", names, $"The output format. Default: {defaultFormat.Name}, or by the extension of FILE.", TryFormat)
            .Offering(Renderers.All.Select(renderer => renderer.Name))
            .WithEffect(ReadingEffect.None);
        digits = CliOption
            .Once<int?>(
                "--digits",
                "N",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Decimals of a prevalence, 0 to {MostDigits}, in formats for people. Default: {defaultDigits}."),
                TryDigits)
            .WithEffect(ReadingEffect.None);
    }

    /// <summary>The options of a command that shows proportions.</summary>
    public OptionGroup Group => new("Output", [format, output, digits, per, noColor, quiet]);

    /// <summary>The options of a command that shows none.</summary>
    public OptionGroup PlainGroup => new("Output", [format, output, noColor, quiet]);

    /// <summary>The file to write to; null for standard output.</summary>
    public string? PathIn(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>Whether warnings and progress are suppressed.</summary>
    public bool IsQuietIn(ParseResult parsed) => parsed.GetValue(quiet);

    /// <summary>The format: as typed, else by the extension of the file, else the default.</summary>
    /// <exception cref="RequestException">The extension does not imply a format, and none was typed.</exception>
    public Renderer RendererIn(ParseResult parsed)
    {
        if (parsed.GetValue(format) is { } typed)
            return typed;
        if (PathIn(parsed) is not { } path)
            return defaultFormat;
        return Renderers.ForFile(path)
            ?? throw new RequestException($"'{path}' has no known extension; choose a format with --format, or use one of the extensions "
                + $"{string.Join(", ", Renderers.All.SelectMany(renderer => renderer.Extensions))}.");
    }

    /// <summary>How numbers are written.</summary>
    public Style StyleIn(ParseResult parsed, Streams streams)
    {
        var onTerminal = streams.OutputWidth > 0 && PathIn(parsed) is null;
        var color = onTerminal && !parsed.GetValue(noColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Style(
            parsed.GetValue(digits) ?? defaultDigits,
            PerIn(parsed),
            onTerminal ? streams.OutputWidth : 0,
            color,
            StandsAlone: PathIn(parsed) is not null);
    }

    /// <summary>The number of persons that prevalence is reported per.</summary>
    public int PerIn(ParseResult parsed) => parsed.GetValue(per) ?? 100;

    private static bool TryFormat(string text, out Renderer? value, out string? problem)
    {
        value = Renderers.Find(text);
        var names = Renderers.All.Select(renderer => renderer.Name).ToList();
        problem = $"'{text}' is not a format.{Nearest.Suggestion(text, names)} There are {string.Join(", ", names)}";
        return value is not null;
    }

    private static bool TryOutput(string text, out string? value, out string? problem)
    {
        (value, problem) = (text, Directory.Exists(text) ? $"'{text}' is a folder; name a file" : "a file is missing");
        return text.Length > 0 && !Directory.Exists(text);
    }

    private static bool TryDigits(string text, out int? value, out string? problem)
    {
        value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostDigits ? number : null;
        problem = string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a whole number from 0 to {MostDigits}");
        return value is not null;
    }

    private static bool TryPer(string text, out int? value, out string? problem)
    {
        (value, problem) = (
            text switch { "100" => 100, "1000" => 1000, "10000" => 10_000, "100000" => 100_000, _ => null },
            $"'{text}' is none of 100, 1000, 10000 and 100000");
        return value is not null;
    }
}
