using BackPain.Stats.Data.Codebooks;

namespace BackPain.Stats.Data.Sources;

/// <summary>The datasets that come with the program, in the folder <c>data</c> beside it.</summary>
public static class BundledData
{
    private static readonly Lazy<DataPackage> Package = new(() => DataPackage.Load(DescriptorPath, DescriptorPath));

    /// <summary>The folder.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>What is known of each dataset.</summary>
    public static IReadOnlyList<Codebook> Codebooks => File.Exists(DescriptorPath) ? Package.Value.Codebooks : [];

    /// <summary>The names of the datasets.</summary>
    public static IEnumerable<string> Names => Codebooks.Select(codebook => codebook.Name);

    private static string DescriptorPath => Path.Combine(Folder, DataPackage.FileName);

    /// <summary>The dataset of a name; nothing if there is none.</summary>
    public static Codebook? Find(string name) => Codebooks.FirstOrDefault(codebook => codebook.Name == name);

    /// <summary>Where a dataset is.</summary>
    public static string PathOf(Codebook codebook) => Path.Combine(Folder, codebook.Paths[0]);
}
