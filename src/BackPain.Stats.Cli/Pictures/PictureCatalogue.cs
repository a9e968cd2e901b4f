using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>The catalogue of pictures. To add a picture, add a line here.</summary>
internal static class PictureCatalogue
{
    /// <summary>All pictures; the first is the fallback.</summary>
    public static IReadOnlyList<Picture> All { get; } = [new IntervalsPicture(), new ProfilePicture()];

    /// <summary>Finds a picture by name; returns null if there is none.</summary>
    public static Picture? Find(string name) =>
        All.FirstOrDefault(picture => picture.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The default picture of a chart.</summary>
    public static Picture For(Chart chart) => All.Skip(1).FirstOrDefault(picture => picture.Suits(chart)) ?? All[0];
}
