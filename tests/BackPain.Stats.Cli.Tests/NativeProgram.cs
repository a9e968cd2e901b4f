namespace BackPain.Stats.Cli.Tests;

/// <summary>The program compiled to native code, published when the first test needs it, in a folder that goes with it.</summary>
public sealed class NativeProgram : IDisposable
{
    private readonly ShippedProgram shipped = new();
    private readonly Lazy<(string? Program, string Absence)> published;

    public NativeProgram() => published = new(() => ShippedProgram.Try(() => shipped.Publish("native", "-p:PublishAot=true")));

    /// <summary>Where it is; nothing where it cannot be made.</summary>
    public string? Executable => published.Value.Program;

    /// <summary>Why it cannot be made.</summary>
    public string Absence => published.Value.Absence;

    public void Dispose() => shipped.Dispose();
}
