using BackPain.Stats.Data.Codebooks;

namespace BackPain.Stats.Data.Rows;

/// <summary>The datasets that come with the program, in the folder <c>data</c> beside it.</summary>
public static class BundledData
{
    // The descriptor is named alike wherever the program is installed.
    private static readonly Lazy<IReadOnlyList<Codebook>> Described = new(() =>
    [
        .. DataPackage.Load(DescriptorPath, DescriptorPath).Codebooks
            .Select(codebook => codebook with { File = codebook.File! with { Name = $"bundled {DataPackage.FileName}" } }),
    ]);

    /// <summary>The folder.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>What is known of each dataset.</summary>
    public static IReadOnlyList<Codebook> Codebooks => File.Exists(DescriptorPath) ? Described.Value : [];

    /// <summary>The names of the datasets.</summary>
    public static IEnumerable<string> Names => Codebooks.Select(codebook => codebook.Name);

    private static string DescriptorPath => Path.Combine(Folder, DataPackage.FileName);

    /// <summary>The dataset of a name; nothing if there is none.</summary>
    public static Codebook? Find(string name) => Codebooks.FirstOrDefault(codebook => codebook.Name == name);

    /// <summary>Where a dataset is.</summary>
    public static string PathOf(Codebook codebook) => Path.Combine(Folder, codebook.Paths[0]);
}
