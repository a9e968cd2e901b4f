using System.Text;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Text encodings by name.</summary>
public static class NamedEncoding
{
    /// <summary>Whether there is an encoding of this name.</summary>
    public static bool IsKnown(string name) => IsUtf8(name) || Find(name) is not null;

    /// <summary>The encoding of a name such as latin1 or windows-1252; nothing for UTF-8, which needs no decoding, and for a name that is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return IsUtf8(name) ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(string name) => name.ToUpperInvariant() is "UTF-8" or "UTF8";
}
