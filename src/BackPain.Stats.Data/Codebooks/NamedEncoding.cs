using System.Text;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Text encodings by name.</summary>
public static class NamedEncoding
{
    /// <summary>
    /// The encoding of a name such as utf-8, latin1 or windows-1252; nothing where there is none of that name, or none that is safe to
    /// read.
    /// </summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return name.Equals("utf8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
