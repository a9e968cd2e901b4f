using System.Reflection;

namespace BackPain.Stats.Cli.Results;

/// <summary>The name and version of the program.</summary>
public static class Tool
{
    /// <summary>The name, as typed.</summary>
    public const string Name = "backpain";

    /// <summary>The version.</summary>
    public static string Version { get; } = typeof(Tool).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion
        .Split('+')[0];
}
