namespace BackPain.Stats.Cli.Markup;

/// <summary>A text is Markdown of a kind that takes very long to read, or cannot be.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="complaint">What is wrong.</param>
internal sealed class EntangledMarkdownException(int line, Complaint complaint) : Exception(complaint.Found)
{
    /// <summary>The line, from 1.</summary>
    public int Line => line;

    /// <summary>What is wrong.</summary>
    public Complaint Complaint => complaint;
}
