using System.Diagnostics;

namespace BackPain.Stats.Cli.Tests;

/// <summary>A browser without a window, to look at what people will see.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Where it is; nothing where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Opens a page and gives its document after its scripts have run, and what was said on the console.</summary>
    public static (string Document, string Console) Open(string page, string scratch)
    {
        var profile = System.IO.Path.Combine(scratch, "profile");
        using var process = Process.Start(new ProcessStartInfo(Path!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--enable-logging=stderr", "--virtual-time-budget=5000", $"--user-data-dir={profile}", "--window-size=1200,900", "--dump-dom", new Uri(page).AbsoluteUri,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var document = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (document, string.Join('\n', error.Result.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))));
    }
}

/// <summary>A test that needs a browser. Where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Skips where there is no browser.</summary>
    public BrowserFactAttribute()
    {
        if (Browser.Path is null)
            Skip = "There is no Chromium on the PATH.";
    }
}
