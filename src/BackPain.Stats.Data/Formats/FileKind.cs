namespace BackPain.Stats.Data.Formats;

/// <summary>What a path names, as far as it matters to who writes there.</summary>
public enum FileKind
{
    /// <summary>A file or a folder, or nothing yet.</summary>
    File,

    /// <summary>A character device or a pipe.</summary>
    Stream,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A disk.</summary>
    BlockDevice,
}
