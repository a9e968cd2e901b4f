using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The program does what was approved. APPROVE=1 writes the transcripts anew; then look at the difference before you commit it.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Names => ApprovedTranscript.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_as_approved(string name)
    {
        var (stored, made) = Repository.Kept(ApprovedTranscript.PathOf(name), ApprovedTranscript.Repeat(name, BuiltProgram.Run));
        Assert.Equal(stored, made);
    }
}
