namespace BackPain.Stats.Cli.Pictures;

/// <summary>A colour on light paper and its counterpart on dark.</summary>
/// <param name="Name">Its name as a class.</param>
/// <param name="Light">On light paper.</param>
/// <param name="Dark">On dark paper.</param>
internal sealed record Ink(string Name, string Light, string Dark)
{
    /// <summary>The background.</summary>
    public static readonly Ink Paper = new("paper", "#ffffff", "#15181b");

    /// <summary>Text, axes and overall estimates.</summary>
    public static readonly Ink Strong = new("strong", "#1c1f23", "#e6e8ea");

    /// <summary>Secondary text.</summary>
    public static readonly Ink Quiet = new("quiet", "#59616a", "#a3abb3");

    /// <summary>Lines to guide the eye.</summary>
    public static readonly Ink Hair = new("hair", "#dde1e5", "#343b42");

    /// <summary>
    /// Colours of groups that are distinguishable with colour vision deficiency (after Okabe and Ito, darkened for legibility as text).
    /// </summary>
    public static readonly IReadOnlyList<Ink> Groups =
    [
        new("blue", "#0067a3", "#5cb6f2"),
        new("vermilion", "#c04a00", "#ff9050"),
        new("green", "#007a5a", "#31c99e"),
        new("purple", "#a04b88", "#e79ccb"),
        new("ochre", "#886000", "#ecb840"),
        new("slate", "#4d5a68", "#b4c0cc"),
    ];

    public static readonly IReadOnlyList<Ink> All = [Paper, Strong, Quiet, Hair, .. Groups];
}
