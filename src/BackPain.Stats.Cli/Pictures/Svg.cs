using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Rendering;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>
/// Writes a drawing as SVG: plain shapes and text that any program shows, with colours for a light background inline and for a dark
/// background in a style sheet. The same drawing always gives the same bytes.
/// </summary>
/// <param name="title">What it shows.</param>
/// <param name="description">The same in words, for readers who cannot see it.</param>
internal sealed class Svg(string title, string description)
{
    private readonly StringBuilder shapes = new();

    /// <summary>How a text is aligned to its position.</summary>
    public enum Anchor
    {
        /// <summary>The text begins at the position.</summary>
        Start,

        /// <summary>The text is centred at the position.</summary>
        Middle,

        /// <summary>The text ends at the position.</summary>
        End,
    }

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double value) =>
        Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    public void Text(
        double x, double y, string text, Ink ink, double size, Anchor anchor = Anchor.Start, bool bold = false, bool upwards = false)
    {
        var turned = upwards ? $" transform=\"rotate(-90 {Number(x)} {Number(y)})\"" : "";
        var placed = anchor == Anchor.Start ? "" : $" text-anchor=\"{(anchor == Anchor.Middle ? "middle" : "end")}\"";
        var weight = bold ? " font-weight=\"600\"" : "";
        shapes.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" font-size=\"{Number(size)}\"{weight}{placed}{turned}{Fill(ink)}>")
            .Append($"{HtmlText.Encoded(text)}</text>\n");
    }

    public void Line(double x1, double y1, double x2, double y2, Ink ink, double width, string? dashes = null) =>
        shapes.Append(
            $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"{Stroke(ink, width, dashes)}/>\n");

    /// <summary>A line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, Ink ink, double width, string? dashes = null) =>
        shapes.Append($"<path d=\"M{Joined(points)}\" fill=\"none\" stroke-linejoin=\"round\"{Stroke(ink, width, dashes)}/>\n");

    /// <summary>A filled polygon.</summary>
    public void Plane(IEnumerable<(double X, double Y)> points, Ink ink, double opacity = 1) =>
        shapes.Append($"<path d=\"M{Joined(points)}Z\"{Fill(ink)}{(opacity < 1 ? $" fill-opacity=\"{Number(opacity)}\"" : "")}/>\n");

    public void Disc(double x, double y, double radius, Ink ink) =>
        shapes.Append($"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"{Fill(ink)}/>\n");

    /// <summary>Shapes with a tooltip.</summary>
    public void Telling(string text, Action draw)
    {
        shapes.Append($"<g><title>{HtmlText.Encoded(text)}</title>\n");
        draw();
        shapes.Append("</g>\n");
    }

    /// <summary>An invisible rectangle that a pointer can hover over.</summary>
    public void Target(double x, double y, double width, double height) =>
        shapes.Append(
            $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" fill-opacity=\"0\"/>\n");

    /// <summary>The whole drawing.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="standsAlone">Whether it is a file of its own, with its own background, rather than part of a page.</param>
    public string Whole(double width, double height, bool standsAlone)
    {
        var (w, h) = (Number(Math.Ceiling(width)), Number(Math.Ceiling(height)));
        var dark = string.Concat(Ink.All.Select(ink => $".bp-{ink.Name}{{fill:{ink.Dark}}}.bp-{ink.Name}-line{{stroke:{ink.Dark}}}"));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" "
            + $"aria-label=\"{HtmlText.Encoded(title)}\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, "
            + $"'Helvetica Neue', 'Liberation Sans', Arial, sans-serif\">\n"
            + $"<title>{HtmlText.Encoded(title)}</title>\n<desc>{HtmlText.Encoded(description)}</desc>\n"
            + $"<style>@media screen and (prefers-color-scheme:dark){{{dark}}}</style>\n"
            + (standsAlone ? $"<rect width=\"{w}\" height=\"{h}\"{Fill(Ink.Paper)}/>\n" : "")
            + shapes
            + "</svg>\n";
    }

    private static string Joined(IEnumerable<(double X, double Y)> points) =>
        string.Join('L', points.Select(point => $"{Number(point.X)} {Number(point.Y)}"));

    private static string Fill(Ink ink) => $" class=\"bp-{ink.Name}\" fill=\"{ink.Light}\"";

    private static string Stroke(Ink ink, double width, string? dashes) =>
        $" class=\"bp-{ink.Name}-line\" stroke=\"{ink.Light}\" "
            + $"stroke-width=\"{Number(width)}\"{(dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"")}";
}
