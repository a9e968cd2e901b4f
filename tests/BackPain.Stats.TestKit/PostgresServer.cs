using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BackPain.Stats.TestKit;

/// <summary>Where a server can be reached over a network, and by what it proves to be the right one.</summary>
/// <param name="Address">An address of this computer that is not loopback.</param>
/// <param name="Certificate">Its certificate; nothing for a server that does not encrypt.</param>
/// <param name="Key">The key of the certificate.</param>
public sealed record Reach(IPAddress Address, string? Certificate = null, string? Key = null);

/// <summary>A real server on this computer, with a folder and a port of its own, gone with the test.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Installed = "/usr/lib/postgresql/15/bin";

    private readonly Reach? reach;
    private readonly string folder = Directory.CreateTempSubdirectory("backpain-pg-").FullName;

    /// <summary>Makes a cluster and starts its server. Everybody on this computer may come in as anybody, but for the role 'locked', which needs a password.</summary>
    /// <param name="settings">Settings of the server, besides those that it needs.</param>
    public PostgresServer(params string[] settings)
        : this(null, settings)
    {
    }

    /// <summary>Makes a cluster and starts its server, which is reached from elsewhere too.</summary>
    /// <param name="reach">From where; nothing for a server that is not.</param>
    /// <param name="settings">Settings of the server, besides those that it needs.</param>
    public PostgresServer(Reach? reach, params string[] settings)
    {
        this.reach = reach;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        if (IsRoot)
            Execute("chown", ["postgres", folder]);
        ServerProgram("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        File.WriteAllText(Path.Combine(Data, "pg_hba.conf"), "host all locked 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n" + (reach is null ? "" : $"{(reach.Key is null ? "host" : "hostssl")} all all {reach.Address}/32 trust\n"));
        if (reach?.Key is not null)
        {
            WritePrivately("server.crt", reach.Certificate!);
            WritePrivately("server.key", reach.Key);
        }
        Start(settings);
    }

    /// <summary>Why there can be no server here; nothing where there can.</summary>
    public static string? Absence => File.Exists(Path.Combine(Installed, "initdb")) ? null : $"PostgreSQL 15 is not at {Installed} (apt-get install postgresql-15).";

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>Its address for a role.</summary>
    public string AddressFor(string role = "postgres") => string.Create(CultureInfo.InvariantCulture, $"postgresql://{role}@127.0.0.1:{Port}/postgres");

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(folder, "data");

    /// <summary>Runs statements, each by itself.</summary>
    /// <returns>What psql prints, without decoration.</returns>
    public string Run(string statements) => Execute(Path.Combine(Installed, "psql"), ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-d", "postgres"], statements);

    /// <summary>Kills it, as a power cut would.</summary>
    public void Kill() => ServerProgram("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Stops it and removes its folder.</summary>
    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Kill();
        Directory.Delete(folder, recursive: true);
    }

    private void Start(string[] settings)
    {
        string[] all = [string.Create(CultureInfo.InvariantCulture, $"port={Port}"), $"listen_addresses=127.0.0.1{(reach is null ? "" : $",{reach.Address}")}", .. reach?.Key is null ? Array.Empty<string>() : ["ssl=on", "ssl_cert_file=server.crt", "ssl_key_file=server.key"], $"unix_socket_directories={folder}", "fsync=off", .. settings];
        ServerProgram("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o", string.Join(' ', all.Select(setting => $"-c {setting}")), "start");
    }

    /// <summary>Writes a file that nobody but the server may read.</summary>
    private void WritePrivately(string name, string text)
    {
        var path = Path.Combine(Data, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (IsRoot)
            Execute("chown", ["postgres", path]);
    }

    /// <summary>Runs a program of the server, which refuses to run as root.</summary>
    private static void ServerProgram(string name, params string[] arguments)
    {
        var program = Path.Combine(Installed, name);
        if (IsRoot)
            Execute("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        else
            Execute(program, arguments);
    }

    private static string Execute(string program, IEnumerable<string> arguments, string input = "")
    {
        // The server inherits the streams of pg_ctl, so that reading them to their end would wait for the server.
        var isStart = arguments.Contains("start");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = !isStart, RedirectStandardError = !isStart, WorkingDirectory = "/" })!;
        var error = isStart ? Task.FromResult("") : process.StandardError.ReadToEndAsync();
        var output = isStart ? Task.FromResult("") : process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Result}");
    }
}
