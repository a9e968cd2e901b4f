using System.CommandLine;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that ask for a picture.</summary>
internal sealed class PictureOptions
{
    private const string Terminal = "-";
    private const string Extension = ".svg";

    private readonly CliOption<string?> plot = CliOption.Once<string>(
        "--plot", "FILE.svg|-", "Also draw a picture, to a file, or under the table with -.", TryPath);
    private readonly CliOption<Picture?> kind = CliOption
        .Once<Picture>(
            "--plot-kind",
            string.Join('|', PictureCatalogue.All.Select(picture => picture.Name)),
            "The kind of picture: "
                + $"{string.Join("; ", PictureCatalogue.All.Select(picture => $"{picture.Name}, {picture.Shows}"))}. Default: "
                + "whatever suits the data.",
            TryKind)
        .Offering(PictureCatalogue.All.Select(picture => picture.Name));

    public OptionGroup Group => new("Picture", [plot, kind]);

    /// <summary>Whether the picture is drawn under the table.</summary>
    public bool IsUnderTableIn(ParseResult parsed) => parsed.GetValue(plot) == Terminal;

    /// <summary>The file to draw into; null if no picture is requested.</summary>
    public string? PathIn(ParseResult parsed) => parsed.GetValue(plot) is { } path && path != Terminal ? path : null;

    /// <summary>Checks that the options are consistent with each other and with the output format.</summary>
    /// <exception cref="RequestException">They are not.</exception>
    public void Check(ParseResult parsed, OutputOptions output)
    {
        if (parsed.GetValue(kind) is not null && PathIn(parsed) is null)
            throw new RequestException($"--plot-kind needs --plot with a file, as in --plot picture{Extension}.");
        if (IsUnderTableIn(parsed) && (output.PathIn(parsed) is not null || output.RendererIn(parsed) != Renderers.Text))
            throw new RequestException(
                $"--plot {Terminal} draws under the table on standard output; name a file, as in --plot picture{Extension}, "
                    + "or leave out --output and --format.");
        if (PathIn(parsed) is { } path && output.PathIn(parsed) is { } other && Path.GetFullPath(path) == Path.GetFullPath(other))
            throw new RequestException($"the table and the picture cannot both be '{path}'.");
    }

    /// <summary>The picture of a chart as SVG.</summary>
    /// <exception cref="RequestException">It cannot be drawn.</exception>
    public string Draw(ParseResult parsed, Chart chart, Style style)
    {
        var picture = parsed.GetValue(kind) ?? PictureCatalogue.For(chart);
        return picture.Objection(chart) is { } objection
            ? throw new RequestException(objection)
            : picture.Draw(chart, style with { StandsAlone = true });
    }

    /// <summary>A kind of picture by its name.</summary>
    public static bool TryKind(string text, out Picture? value, out string? problem)
    {
        value = PictureCatalogue.Find(text);
        var names = PictureCatalogue.All.Select(picture => picture.Name).ToList();
        problem = $"'{text}' is not a kind of picture.{Nearest.Suggestion(text, names)} There are {string.Join(" and ", names)}";
        return value is not null;
    }

    private static bool TryPath(string text, out string? value, out string? problem)
    {
        (value, problem) = (
            text, $"'{text}' is not a picture file; use a name that ends in {Extension}, or - for a picture under the table");
        return text == Terminal
            || (Path.GetExtension(text).Equals(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(text));
    }
}
