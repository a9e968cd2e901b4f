using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>
/// Prevalence along ordered bands, such as ages: one line per group, with its intervals as a ribbon and its name at the end.
/// </summary>
internal sealed class ProfilePicture : Picture
{
    private const int MostGroups = 12;
    private const int MostBands = 60;
    private const int FewGroups = 4;

    public override string Name => "profile";

    public override string Shows => "one line per group along ordered bands";

    public override bool Suits(Chart chart) =>
        Objection(chart) is null
            && chart.Marks.Count > 0
            && Profile.IsAll(chart.Marks)
            && Profile.Of(chart.Marks)!.Groups.Count <= FewGroups;

    public override string? Objection(Chart chart) => base.Objection(chart) ?? Profile.Of(chart.Marks) switch
    {
        null => "a profile goes along the levels of a breakdown; name one with --by, such as --by age.",
        { Bands.Count: 1 } => "a profile goes along at least two levels of a breakdown; this one has one.",
        { Bands.Count: > MostBands and var bands } =>
            string.Create(
                CultureInfo.InvariantCulture, $"{bands} levels are more than the {MostBands} that a profile can show; use --bands."),
        { Groups.Count: > MostGroups and var groups } =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{groups} lines are more than the {MostGroups} that a profile can show; "
                    + $"narrow with --where, or use the picture 'intervals'."),
        _ => null,
    };

    public override string Draw(Chart chart, Style style)
    {
        var profile = Profile.Of(chart.Marks)!;
        var shown = chart with { Marks = [.. profile.Groups.SelectMany(group => group.Marks).OfType<Mark>()] };
        return new ProfileDrawing(profile, shown, style).Draw(shown.Title, DescriptionOf(shown, style));
    }
}
