using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace BackPain.Stats.Mutation;

/// <summary>A copy of the repository whose core and Data hold mutants behind switches.</summary>
internal sealed partial class MutatedTree : IDisposable
{
    private const string Switch = "internal static class Mutant { private static readonly string Active = System.Environment.GetEnvironmentVariable(\"BACKPAIN_MUTANT\") ?? \"\"; internal static bool Is(int number) => Active == number.ToString(System.Globalization.CultureInfo.InvariantCulture); }\n";

    private static readonly string[] Mutated = ["src/BackPain.Stats", "src/BackPain.Stats.Data"];

    private readonly string folder = Directory.CreateTempSubdirectory("backpain-mutants-").FullName;
    private readonly string repository;

    public MutatedTree(string repository)
    {
        this.repository = repository;
        foreach (var file in Run("git", "-C", repository, "ls-files", "-z").Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(repository, file))))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(repository, file), target);
        }
        foreach (var project in Mutated)
            File.WriteAllText(Path.Combine(folder, project, "Mutant.cs"), Switch);
    }

    /// <summary>Writes mutants into the copy, and gives all that there could be.</summary>
    public IReadOnlyList<Mutant> Write(Func<int, bool> isChosen)
    {
        var all = new List<Mutant>();
        foreach (var source in Mutated.SelectMany(project => Directory.EnumerateFiles(Path.Combine(repository, project), "*.cs", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(repository, source);
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal))
                continue;
            var mutator = new Mutator(file, all.Count, isChosen);
            var root = mutator.Visit(CSharpSyntaxTree.ParseText(File.ReadAllText(source)).GetRoot());
            File.WriteAllText(Path.Combine(folder, file), root.ToFullString());
            all.AddRange(mutator.Mutants);
        }
        return all;
    }

    /// <summary>Builds a project of the copy; gives the numbers of the mutants on the lines that do not compile.</summary>
    public IReadOnlySet<int> Build(string project)
    {
        var (output, exitCode) = Run("dotnet", "build", Path.Combine(folder, project), "-v", "q", "--nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false");
        if (exitCode == 0)
            return new HashSet<int>();
        var wrong = Fault().Matches(output).Select(match => (File: match.Groups["file"].Value, Line: int.Parse(match.Groups["line"].Value, null))).Distinct()
            .SelectMany(fault => Number().Matches(File.ReadLines(fault.File).ElementAt(fault.Line - 1))).Select(match => int.Parse(match.Groups[1].Value, null)).ToHashSet();
        return wrong.Count > 0 ? wrong : throw new InvalidOperationException(output);
    }

    /// <summary>Runs the tests of a project with a mutant switched on; whether all of them pass. What does not end is a failure.</summary>
    public bool Passes(string project, string filter, int? mutant, TimeSpan limit)
    {
        var start = new ProcessStartInfo("dotnet", ["test", Path.Combine(folder, project), "--no-build", "--nologo", "-v", "q", .. filter.Length > 0 ? ["--filter", filter] : Array.Empty<string>(), "--", "xUnit.StopOnFail=true"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BACKPAIN_MUTANT"] = mutant?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(limit))
            return process.ExitCode == 0;
        process.Kill(entireProcessTree: true);
        return false;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (string Output, int ExitCode) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }

    [GeneratedRegex(@"^\s*(?<file>/[^(]+)\((?<line>[0-9]+),[0-9]+\): error", RegexOptions.Multiline)]
    private static partial Regex Fault();

    [GeneratedRegex(@"Mutant\.Is\(([0-9]+)\)")]
    private static partial Regex Number();
}
