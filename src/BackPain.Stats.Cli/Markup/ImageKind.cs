namespace BackPain.Stats.Cli.Markup;

/// <summary>A kind of image allowed in a page.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Extensions">The file name extensions.</param>
/// <param name="ObjectionTo">Returns what was expected, as "expected …", if the content is not an image of this kind; otherwise
/// null.</param>
internal sealed record ImageKind(string Type, IReadOnlyList<string> Extensions, Func<byte[], string?> ObjectionTo)
{
    public static IReadOnlyList<ImageKind> All { get; } =
    [
        new("image/png", [".png"], content => content is [0x89, 0x50, 0x4E, 0x47, ..] ? null : NoImage),
        new("image/jpeg", [".jpg", ".jpeg"], content => content is [0xFF, 0xD8, 0xFF, ..] ? null : NoImage),
        new("image/gif", [".gif"], content => content.AsSpan().StartsWith("GIF8"u8) ? null : NoImage),
        new(
            "image/webp",
            [".webp"],
            content => content is [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] ? null : NoImage),
        new("image/svg+xml", [".svg"], SvgImage.ObjectionTo),
    ];

    private const string NoImage = "expected content that matches its extension";
}
