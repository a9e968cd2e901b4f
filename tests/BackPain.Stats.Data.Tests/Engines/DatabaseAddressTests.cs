using BackPain.Stats.Data.Engines;

namespace BackPain.Stats.Data.Tests.Engines;

/// <summary>Addresses of databases and names of tables, which need no server.</summary>
public class DatabaseAddressTests
{
    [Theory]
    [InlineData("postgresql://me@db.example.org:6543/health", "me db.example.org 6543 health", false)]
    [InlineData("postgres://a%40b@127.0.0.1/x%20y", "a@b 127.0.0.1 5432 x y", true)]
    [InlineData("postgresql://me@[::1]/health", "me ::1 5432 health", true)]
    [InlineData("postgresql://me@LOCALHOST/health", "me localhost 5432 health", true)]
    [InlineData("postgresql://me@127.example.org", "me 127.example.org 5432 me", false)]
    public void An_address_says_who_and_where(string text, string expected, bool isLoopback)
    {
        Assert.True(DatabaseAddress.TryParse(text, _ => null, out var address, out _));
        Assert.Equal(expected, $"{address!.User} {address.Host} {address.Port} {address.Database}");
        Assert.Equal(isLoopback, address.IsLoopback);
    }

    [Fact]
    public void What_is_left_out_comes_from_the_environment()
    {
        var environment = new Dictionary<string, string> { ["PGHOST"] = "/run/pg", ["PGPORT"] = "6000", ["PGUSER"] = "reader", ["PGDATABASE"] = "health" };
        Assert.True(DatabaseAddress.TryParse("postgresql://", environment.GetValueOrDefault, out var address, out _));
        Assert.Equal(new DatabaseAddress("reader", "/run/pg", 6000, "health"), address);
        Assert.True(address!.IsLoopback);
        Assert.True(DatabaseAddress.TryParse("postgresql:///other", environment.GetValueOrDefault, out address, out _));
        Assert.Equal("other", address!.Database);
        environment["PGPORT"] = "often";
        Assert.False(DatabaseAddress.TryParse("postgresql://", environment.GetValueOrDefault, out _, out var problem));
        Assert.Contains("PGPORT", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://me:secret@db/health")]
    [InlineData("postgresql://:secret@db/health")]
    [InlineData("postgresql://me:sec/ret@db/health")]
    [InlineData("postgresql://me@db/health?password=secret")]
    [InlineData("mysql://me:secret@db/health")]
    public void A_password_is_refused_and_not_repeated(string text)
    {
        Assert.False(DatabaseAddress.TryParse(text, _ => null, out _, out var problem));
        Assert.DoesNotContain("sec", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people", "people")]
    [InlineData("survey.people", "survey|people")]
    [InlineData("\"my survey\".\"people.2024\"", "my survey|people.2024")]
    [InlineData("a.b.c", "a|b|c")]
    [InlineData("a.b.c.d", null)]
    [InlineData(".a", null)]
    [InlineData("a.", null)]
    [InlineData("\"a\"b", null)]
    [InlineData("", null)]
    public void A_table_has_up_to_three_names(string text, string? expected) =>
        Assert.Equal(expected, TableName.TryParse(text, out var name) ? string.Join('|', name!.Parts) : null);

    [Fact]
    public void A_quote_in_a_name_ends_no_name() =>
        Assert.Equal(["\"a\"\"b]`\"", "`a\"b]```", "[a\"b]]`]"], SqlDialect.All.Select(dialect => dialect.Quote("a\"b]`")));
}
