namespace BackPain.Stats.Cli.Markup;

/// <summary>Markdown takes too long to parse, or cannot be parsed at all.</summary>
/// <param name="line">The line number, from 1.</param>
/// <param name="complaint">What is wrong.</param>
internal sealed class EntangledMarkdownException(int line, Complaint complaint) : Exception(complaint.Found)
{
    public int Line => line;

    public Complaint Complaint => complaint;
}
