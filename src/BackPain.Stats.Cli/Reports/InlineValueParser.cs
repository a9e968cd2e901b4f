using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Parses values in sentences.</summary>
internal sealed class InlineValueParser : InlineParser
{
    private const string Opening = "{backpain ";

    public InlineValueParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith(Opening, StringComparison.Ordinal))
            return false;
        var end = EndOf(text);
        var last = slice.Start + (end < 0 ? text.Length - 1 : end);
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new InlineValue(end < 0 ? text.ToString() : text[Opening.Length..end].ToString())
        {
            IsComplete = end >= 0,
            Line = line,
            Column = column,
            Span = new SourceSpan(start, processor.GetSourcePosition(last, out _, out _)),
        };
        slice.Start = last + 1;
        return true;
    }

    /// <summary>The index of the closing brace outside quotes, or −1.</summary>
    private static int EndOf(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '\0' && text[i] == '}')
                return i;
            if (quote == '\0' && text[i] is '"' or '\'')
                quote = text[i];
            else if (text[i] == quote)
                quote = '\0';
        }
        return -1;
    }
}
