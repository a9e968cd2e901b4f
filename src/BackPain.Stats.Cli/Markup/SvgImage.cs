using System.Text;
using System.Xml;

namespace BackPain.Stats.Cli.Markup;

/// <summary>Checks SVG images, which could contain scripts and access a network.</summary>
internal static class SvgImage
{
    private const int MostEntityCharacters = 1024;
    private const string Expected = "expected an SVG image that draws and does nothing else";

    private static readonly string[] Active =
        ["script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"];

    /// <summary>Returns what was expected if the content is not an SVG image or does more than draw; otherwise null.</summary>
    public static string? ObjectionTo(byte[] content)
    {
        // A document type is common and harmless, but its internal subset could define elements and attributes that this check does not
        // see.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = MostEntityCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            var isSvg = false;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.DocumentType && !string.IsNullOrWhiteSpace(reader.Value))
                    return $"{Expected}, without declarations of its own";
                if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                    return $"{Expected}, without <?{reader.Name}?>";
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (!isSvg && reader.LocalName != "svg")
                    return Expected;
                isSvg = true;
                if (ObjectionToElement(reader) is { } objection)
                    return $"{Expected}, without {objection}";
            }
            return isSvg ? null : Expected;
        }
        catch (XmlException)
        {
            return $"{Expected}, in well-formed XML";
        }
    }

    /// <summary>The same for a data URL; also null if it is not SVG.</summary>
    public static string? ObjectionToData(string address)
    {
        if (!address.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase))
            return null;
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        var content = Uri.UnescapeDataString(address[(comma + 1)..]);
        if (comma < 0 || !address[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            return ObjectionTo(Encoding.UTF8.GetBytes(content));
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length) ? ObjectionTo(bytes[..length]) : $"{Expected}, in base64";
    }

    private static string? ObjectionToElement(XmlReader reader)
    {
        if (Active.Contains(reader.LocalName, StringComparer.OrdinalIgnoreCase))
            return $"<{reader.LocalName}>";
        while (reader.MoveToNextAttribute())
        {
            var (name, value) = (reader.LocalName, reader.Value.Trim());
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                return $"the attribute '{name}'";
            if (name.Equals("href", StringComparison.OrdinalIgnoreCase) && !Address.IsSafe(value) && !Address.IsImageData(value))
                return $"a link to '{(value.Length <= 40 ? value : value[..40])}'";
        }
        return null;
    }
}
