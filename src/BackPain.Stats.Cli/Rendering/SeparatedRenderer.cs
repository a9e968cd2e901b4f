using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Definitions;
using CsvHelper;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Separated values with a header, unrounded, for machines.</summary>
/// <param name="name">csv or tsv.</param>
/// <param name="separator">The separator.</param>
internal sealed class SeparatedRenderer(string name, char separator) : Renderer
{
    public override string Name => name;

    public override IReadOnlyList<string> Extensions => [$".{name}"];

    public override bool IsForPeople => false;

    public override bool ShowsFootnotes => false;

    public override void Render(Table table, Stream output, Style style)
    {
        using var writer = CsvWriter.Create(output, new CsvWriterOptions { Separator = separator, NewLine = "\n" }, leaveOpen: true);
        foreach (var column in table.Columns)
            writer.WriteField(SpreadsheetText.Escape(column.Name));
        writer.EndRecord();
        foreach (var row in table.Rows.Where(row => !row.IsHeading))
        {
            foreach (var cell in row.Cells)
                Write(writer, cell);
            writer.EndRecord();
        }
    }

    private static void Write(CsvWriter writer, object? cell)
    {
        switch (cell)
        {
            case null:
                writer.WriteField("");
                break;
            case long count:
                writer.WriteField(count);
                break;
            case double number when double.IsFinite(number):
                writer.WriteField(number);
                break;
            case double number:
                writer.WriteField(InfinityText.Of(number));
                break;
            case IReadOnlyList<Note> notes:
                writer.WriteField(string.Join(';', notes.Select(note => note.Code)));
                break;
            default:
                writer.WriteField(SpreadsheetText.Escape((string)cell));
                break;
        }
    }
}
