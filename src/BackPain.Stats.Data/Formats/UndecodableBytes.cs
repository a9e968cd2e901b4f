using System.Text;

namespace BackPain.Stats.Data.Formats;

/// <summary>
/// Bytes that stand for no character in the encoding of a file. In the UTF-8 text that is made of it they are kept apart, as bytes that
/// no UTF-8 text holds.
/// </summary>
/// <remarks>
/// So a value with such bytes is recognized, like a value that is not UTF-8 in a file that should be, and values with different bytes stay
/// different. In between, each byte is two of the 32 noncharacters from U+FDD0 on, which Unicode keeps out of texts; in the UTF-8 text it
/// is four bytes.
/// </remarks>
internal sealed class UndecodableBytes : DecoderFallback
{
    private const char First = '\uFDD0';
    private const char Last = '\uFDEF';
    private const char FirstLow = '\uFDE0';
    private const byte Mark = 0xFF;
    private const byte FirstDigit = 0x80;

    private readonly bool extendsAscii;

    /// <param name="encoding">The encoding.</param>
    public UndecodableBytes(Encoding encoding) => extendsAscii = encoding.GetBytes(",") is [(byte)','];

    /// <inheritdoc/>
    public override int MaxCharCount => 16;

    /// <summary>An encoding that keeps bytes apart that it cannot decode.</summary>
    public static Encoding KeptIn(Encoding encoding)
    {
        var keeping = (Encoding)encoding.Clone();
        keeping.DecoderFallback = new UndecodableBytes(encoding);
        return keeping;
    }

    /// <summary>Writes text as UTF-8; returns how many bytes that are.</summary>
    /// <param name="text">The text, without half a surrogate pair at its end unless it is the last.</param>
    /// <param name="utf8">Three bytes for each character.</param>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> utf8)
    {
        var length = 0;
        while (text.IndexOfAnyInRange(First, Last) is var at and >= 0)
        {
            length += Encoding.UTF8.GetBytes(text[..at], utf8[length..]);
            (utf8[length++], utf8[length++]) = (Mark, (byte)(FirstDigit + (text[at] - First)));
            text = text[(at + 1)..];
        }
        return length + Encoding.UTF8.GetBytes(text, utf8[length..]);
    }

    /// <summary>A value for a message, each undecodable byte as U+FFFD.</summary>
    public static string Shown(ReadOnlySpan<byte> value)
    {
        var shown = new StringBuilder();
        while (value.IndexOf(Mark) is var at && at >= 0 && at + 3 < value.Length && value[at + 2] == Mark)
        {
            shown.Append(Encoding.UTF8.GetString(value[..at])).Append('\uFFFD');
            value = value[(at + 4)..];
        }
        return shown.Append(Encoding.UTF8.GetString(value)).ToString();
    }

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters(extendsAscii);

    private sealed class Characters(bool extendsAscii) : DecoderFallbackBuffer
    {
        private readonly List<char> characters = [];
        private int next;

        public override int Remaining => characters.Count - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            Reset();
            foreach (var unknown in bytesUnknown)
            {
                // What follows a byte that starts no character may be a delimiter, a quote or the end of a line.
                if (extendsAscii && unknown < 0x80 && bytesUnknown[0] >= 0x80)
                    characters.Add((char)unknown);
                else
                    characters.AddRange([(char)(First + (unknown >> 4)), (char)(FirstLow + (unknown & 0xF))]);
            }
            return true;
        }

        public override char GetNextChar() => next < characters.Count ? characters[next++] : '\0';

        public override bool MovePrevious() => next > 0 && next-- > 0;

        public override void Reset()
        {
            characters.Clear();
            next = 0;
        }
    }
}
