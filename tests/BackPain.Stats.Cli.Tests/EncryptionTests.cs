using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Off this computer nothing is asked of a server that does not encrypt, or does not prove to be the right one.</summary>
public sealed class EncryptionTests : IDisposable
{
    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [NetworkedPostgresFact]
    public void A_server_with_a_certificate_of_a_known_authority_counts()
    {
        var address = NetworkedPostgresFactAttribute.Address!;
        using var server = ServerFor(address, CertificateFor(address));
        var run = Ask(server, address, ("PGSSLROOTCERT", Path.Combine(scratch, "authority.pem")));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains(",1,2,", run.Output, StringComparison.Ordinal);
    }

    [NetworkedPostgresFact]
    public void A_server_that_nobody_vouches_for_is_refused()
    {
        var address = NetworkedPostgresFactAttribute.Address!;
        using var server = ServerFor(address, CertificateFor(address));
        IsRefused(Ask(server, address), "certificate");
    }

    [NetworkedPostgresFact]
    public void A_server_with_the_certificate_of_another_is_refused()
    {
        var address = NetworkedPostgresFactAttribute.Address!;
        using var server = ServerFor(address, CertificateFor(IPAddress.Parse("203.0.113.9")));
        IsRefused(Ask(server, address, ("PGSSLROOTCERT", Path.Combine(scratch, "authority.pem"))), "certificate");
    }

    [NetworkedPostgresFact]
    public void A_server_that_does_not_encrypt_is_refused()
    {
        var address = NetworkedPostgresFactAttribute.Address!;
        using var server = ServerFor(address, new Reach(address));
        IsRefused(Ask(server, address), "SSL");
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private static void IsRefused(Result run, string reason)
    {
        Assert.Equal((ExitCode.Unreachable, ""), (run.ExitCode, run.Output));
        Assert.Matches("^backpain: [0-9.:]+/postgres: .*Nothing was counted\\.$", run.Error.TrimEnd());
        Assert.Contains(reason, run.Error, StringComparison.OrdinalIgnoreCase);
    }

    private static PostgresServer ServerFor(IPAddress address, Reach reach)
    {
        var server = new PostgresServer(reach with { Address = address });
        server.Run("CREATE TABLE people (pain integer); INSERT INTO people VALUES (1), (0);");
        return server;
    }

    private Result Ask(PostgresServer server, IPAddress address, params (string Name, string Value)[] environment) =>
        BuiltProgram.Run(["prevalence", "--db", $"postgresql://postgres@{address}:{server.Port}/postgres", "--table", "people", "--point", "pain", "--format", "csv"], scratch, environment: environment);

    /// <summary>A certificate for an address, by an authority of our own, whose certificate is left in a file.</summary>
    private Reach CertificateFor(IPAddress address)
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = authority.CreateSelfSigned(from, to);
        File.WriteAllText(Path.Combine(scratch, "authority.pem"), issuer.ExportCertificatePem());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuer, from, to, [1, 2, 3, 4]);
        return new Reach(address, certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}

/// <summary>A test on a server that is reached over a network. Where there is no server or no network it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkedPostgresFactAttribute : FactAttribute
{
    /// <summary>Skips where it cannot be.</summary>
    public NetworkedPostgresFactAttribute() => Skip = PostgresServer.Absence ?? (Address is null ? "This computer has no address but loopback." : null);

    /// <summary>An address of this computer that is not loopback; nothing where it has none.</summary>
    public static IPAddress? Address { get; } = NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
