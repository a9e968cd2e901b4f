using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>Draws a profile.</summary>
internal sealed class ProfileDrawing
{
    private const double Margin = 14;
    private const double Size = 13;
    private const double LineHeight = 16;
    private const double Gap = 10;
    private const double UsualWidth = 680;
    private const double NarrowestPlot = 320;
    private const double UsualHeight = 300;
    private const double WidestName = 170;
    private const double NarrowestSlot = 19;
    private const int MostSteps = 6;

    private readonly Profile profile;
    private readonly Chart chart;
    private readonly Style style;
    private readonly Scale scale;
    private readonly IReadOnlyList<GroupName> names;
    private readonly double left;
    private readonly double right;
    private readonly double width;
    private readonly double plotHeight;

    public ProfileDrawing(Profile profile, Chart chart, Style style)
    {
        (this.profile, this.chart, this.style) = (profile, chart, style);
        scale = Scale.For(chart, MostSteps);
        names = [.. profile.Groups
            .Where(group => group.Name.Length > 0 && group.Runs().Any())
            .Select(group => new GroupName(group, TextSize.Wrap(group.Name, Size, WidestName)))];
        left = Margin + scale.Ticks.Max(tick => TextSize.WidthOf(scale.LabelOf(tick, style), Size - 1)) + Gap;
        var room = names.Count == 0 ? Gap : (2 * Gap) + names.Max(name => name.Lines.Max(line => TextSize.WidthOf(line, Size)));
        var plot = Math.Max(Math.Max(NarrowestPlot, UsualWidth - left - room - Margin), NarrowestSlot * profile.Bands.Count);
        (right, width) = (left + plot, left + plot + room + Margin);
        plotHeight = Math.Max(UsualHeight, names.Sum(name => name.Lines.Count * LineHeight) + (4 * names.Count));
    }

    private double Slot => (right - left) / profile.Bands.Count;

    public string Draw(string title, string description)
    {
        var svg = new Svg(title, description);
        var y = style.StandsAlone ? Lines(svg, title, Margin, Size + 2, Ink.Strong, bold: true) + Gap : Margin;
        svg.Text(Margin, y + Size, style.Heading(chart), Ink.Quiet, Size);
        var top = y + LineHeight + Gap;
        var bottom = top + plotHeight;
        Axis(svg, bottom);
        foreach (var group in profile.Groups)
            Ribbons(svg, group, bottom);
        foreach (var group in profile.Groups)
            LineOf(svg, group, bottom);
        Names(svg, top, bottom);
        var end = BandNames(svg, bottom + Gap);
        svg.Text((left + right) / 2, end + Size, profile.Column, Ink.Quiet, Size, Svg.Anchor.Middle);
        end += LineHeight + Gap;
        if (chart.Intervals is { Length: > 0 } intervals)
            end = Lines(svg, $"Ribbon: {intervals}.", end, Size - 2, Ink.Quiet, bold: false);
        return svg.Whole(width, end + Margin, style.StandsAlone);
    }

    private double X(int band) => left + (Slot * (band + 0.5));

    private double Y(double share, double bottom) => bottom - (plotHeight * scale.PlaceOf(share));

    private double Lines(Svg svg, string text, double y, double size, Ink ink, bool bold)
    {
        foreach (var line in TextSize.Wrap(text, size, width - (2 * Margin), bold))
        {
            svg.Text(Margin, y + size, line, ink, size, bold: bold);
            y += size + 4;
        }
        return y;
    }

    private void Axis(Svg svg, double bottom)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Y((double)tick, bottom);
            svg.Line(left, y, right, y, Ink.Hair, 1);
            svg.Text(left - Gap, y + (Size * 0.34), scale.LabelOf(tick, style), Ink.Quiet, Size - 1, Svg.Anchor.End);
        }
        svg.Line(left, bottom, right, bottom, Ink.Quiet, 1);
    }

    /// <summary>Draws the band labels beneath the axis, rotated if one does not fit.</summary>
    private double BandNames(Svg svg, double top)
    {
        var wrapped = profile.Bands.Select(band => TextSize.Wrap(band, Size - 1, Math.Max(Slot - 6, 1))).ToList();
        if (wrapped.Zip(profile.Bands).All(pair => string.Join(' ', pair.First) == pair.Second))
        {
            for (var i = 0; i < wrapped.Count; i++)
            {
                for (var line = 0; line < wrapped[i].Count; line++)
                    svg.Text(X(i), top + (line * LineHeight) + Size, wrapped[i][line], Ink.Strong, Size - 1, Svg.Anchor.Middle);
            }
            return top + (wrapped.Max(lines => lines.Count) * LineHeight) + 4;
        }
        for (var i = 0; i < profile.Bands.Count; i++)
            svg.Text(
                X(i) + (Size * 0.34), top, TextLayout.Printable(profile.Bands[i]), Ink.Strong, Size - 1, Svg.Anchor.End, upwards: true);
        return top + profile.Bands.Max(band => TextSize.WidthOf(band, Size - 1)) + 8;
    }

    private void Ribbons(Svg svg, ProfileGroup group, double bottom)
    {
        foreach (var run in group
            .Runs()
            .Select(run => run.Where(point => point.Mark.Value is { Lower: not null }).ToList())
            .Where(run => run.Count > 0))
        {
            if (run is [var alone])
                svg.Line(
                    X(alone.Band),
                    Y(alone.Mark.Lowest!.Value, bottom),
                    X(alone.Band),
                    Y(alone.Mark.Highest!.Value, bottom),
                    group.Ink,
                    1.5);
            else
                svg.Plane(
                    [
                        .. run.Select(point => (X(point.Band), Y(point.Mark.Highest!.Value, bottom))),
                        .. run.AsEnumerable().Reverse().Select(point => (X(point.Band), Y(point.Mark.Lowest!.Value, bottom))),
                    ],
                    group.Ink,
                    Math.Max(0.06, 0.2 - (0.02 * profile.Groups.Count)));
        }
    }

    private void LineOf(Svg svg, ProfileGroup group, double bottom)
    {
        foreach (var run in group.Runs())
        {
            if (run.Count > 1)
                svg.Path(run.Select(point => (X(point.Band), Y(point.Mark.Value!.Value.Estimate, bottom))), group.Ink, 2, group.Dash);
            foreach (var (band, mark) in run)
                svg.Telling(Picture.Told(mark, chart, style), () => group.DrawShape(svg, X(band), Y(mark.Value!.Value.Estimate, bottom)));
        }
    }

    /// <summary>Draws the name of each group at the end of its line, moved apart so that none overlap.</summary>
    private void Names(Svg svg, double top, double bottom)
    {
        var ordered = names
            .Select(name => (name, Last: name.Group.Runs().Last()[^1]))
            .Select(name => (name.name, name.Last, Wanted: Y(name.Last.Mark.Value!.Value.Estimate, bottom)))
            .OrderBy(name => name.Wanted)
            .ToList();
        var middles = GroupName.Spread([.. ordered.Select(name => (name.Wanted, name.name.Lines.Count * LineHeight))], top, bottom);
        for (var i = 0; i < ordered.Count; i++)
        {
            var (name, last, wanted) = ordered[i];
            var from = X(last.Band) + 7;
            if (Math.Abs(middles[i] - wanted) > 3 || last.Band < profile.Bands.Count - 1)
                svg.Path([(from, wanted), (right + 2, middles[i])], name.Group.Ink, 0.75);
            var first = middles[i] - (name.Lines.Count * LineHeight / 2) + Size - 1;
            for (var line = 0; line < name.Lines.Count; line++)
                svg.Text(right + Gap - 4, first + (line * LineHeight), name.Lines[line], name.Group.Ink, Size);
        }
    }
}
