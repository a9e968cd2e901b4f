using System.Diagnostics;
using System.Runtime.InteropServices;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Makes the program in the forms in which it is given away, in a folder that goes with it.</summary>
public sealed class ShippedProgram : IDisposable
{
    private static readonly string Sdk = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    // What NuGet, the SDK and the linker say where a platform, or this machine, has not what a form needs.
    private static readonly string[] Missing = ["NU1101", "NU1102", "NU1301", "NETSDK1112", "NETSDK1203", "Platform linker", "Symbol stripping tool", "ld: cannot find"];

    /// <summary>The platform it is made for: this one.</summary>
    public static string Platform => RuntimeInformation.RuntimeIdentifier;

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("backpain-ship-").FullName;

    /// <summary>Makes a form, unless what that needs cannot be had here.</summary>
    /// <returns>The path of the program, or nothing and the reason.</returns>
    public static (string? Program, string Absence) Try(Func<string> make)
    {
        try
        {
            return (make(), "");
        }
        catch (InvalidOperationException error) when (Array.Exists(Missing, sign => error.Message.Contains(sign, StringComparison.Ordinal)))
        {
            return (null, $"Left out: what it takes to make this for {Platform} cannot be had here. {error.Message}");
        }
    }

    /// <summary>Packs it as a .NET tool and installs that from the folder of the package, which is the only source.</summary>
    /// <returns>The path of the command.</returns>
    public string InstallTool()
    {
        var (packages, tools, sources) = (Path.Combine(Folder, "packages"), Path.Combine(Folder, "tools"), Path.Combine(Folder, "nuget.config"));
        Dotnet("pack", Repository.PathOf("src/BackPain.Stats.Cli"), "-c", "Release", "-o", packages, "--artifacts-path", Path.Combine(Folder, "build"));
        File.WriteAllText(sources, "<configuration><packageSources><clear /></packageSources></configuration>");
        Dotnet("tool", "install", "backpain", "--tool-path", tools, "--add-source", packages, "--configfile", sources);
        return Path.Combine(tools, ProgramFile.Name);
    }

    /// <summary>Publishes it.</summary>
    /// <returns>The path of the program.</returns>
    public string Publish(string name, params string[] options)
    {
        var output = Path.Combine(Folder, name);
        Dotnet(["publish", Repository.PathOf("src/BackPain.Stats.Cli"), "-c", "Release", "-r", Platform, "-o", output, "--artifacts-path", Path.Combine(Folder, "build"), .. options]);
        return Path.Combine(output, ProgramFile.Name);
    }

    /// <summary>Runs a command to its end, outside of the repository.</summary>
    public (string Output, int ExitCode) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        // No server may stay behind and keep the pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (Path.GetDirectoryName(Sdk) is { Length: > 0 } root)
            start.Environment["DOTNET_ROOT"] = root;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output + error.Result, process.ExitCode);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Dotnet(params string[] arguments)
    {
        var (output, exitCode) = Run(Sdk, arguments);
        if (exitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}");
    }
}
