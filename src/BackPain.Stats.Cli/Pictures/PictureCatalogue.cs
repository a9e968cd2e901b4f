using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>The catalogue of pictures. A new one is one more line here.</summary>
internal static class PictureCatalogue
{
    /// <summary>All of them; the first suits whatever no other suits better.</summary>
    public static IReadOnlyList<Picture> All { get; } = [new IntervalsPicture(), new ProfilePicture()];

    /// <summary>The picture of a name; nothing if there is none.</summary>
    public static Picture? Find(string name) =>
        All.FirstOrDefault(picture => picture.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The natural picture of a chart.</summary>
    public static Picture For(Chart chart) => All.Skip(1).FirstOrDefault(picture => picture.Suits(chart)) ?? All[0];
}
