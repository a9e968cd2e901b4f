using System.Text.Json;
using System.Text.Unicode;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Reads a file of JSON whose every string is text.</summary>
internal static class JsonFile
{
    private const int Largest = 256 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads JSON; a byte-order mark is passed over.</summary>
    /// <exception cref="CodebookFormatException">It is not JSON, or holds bytes or escape sequences that are no text.</exception>
    public static JsonDocument Parse(byte[] bytes)
    {
        var text = bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (!Utf8.IsValid(text.Span))
        {
            var line = LineOf(text.Span, FirstInvalid(text.Span));
            throw new CodebookFormatException("found bytes that are not UTF-8; expected a Data Package descriptor in UTF-8", line);
        }
        try
        {
            RefuseHalfCharacters(text.Span);
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber ?? 0) + 1;
            throw new CodebookFormatException("found text that is not JSON; expected a Data Package descriptor", line);
        }
    }

    /// <summary>The bytes of a file, as far as it ends: a device may not.</summary>
    public static byte[] BytesOf(string path)
    {
        using var file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var chunk = new byte[64 * 1024];
        while (file.Read(chunk) is var count and > 0)
        {
            bytes.Write(chunk, 0, count);
            if (bytes.Length > Largest)
                throw new CodebookFormatException($"found more than {Largest / 1024 / 1024} MB; expected a Data Package descriptor");
        }
        return bytes.ToArray();
    }

    /// <summary>JSON may escape half a surrogate pair, which is no character and cannot be read as text.</summary>
    private static void RefuseHalfCharacters(ReadOnlySpan<byte> json)
    {
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(json, options);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                const string Found = "found an escape sequence for half a character; expected both halves of a surrogate pair";
                throw new CodebookFormatException(Found, LineOf(json, (int)reader.TokenStartIndex));
            }
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        Utf8.ToUtf16(text, new char[text.Length], out var valid, out _, replaceInvalidSequences: false);
        return valid;
    }

    private static long LineOf(ReadOnlySpan<byte> text, int at) => 1 + text[..at].Count((byte)'\n');
}
