using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Tests.Codebooks;

/// <summary>A descriptor that cannot be used is a problem with its line, whatever is wrong with it.</summary>
public sealed class HostileCodebookTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("\"backpain\": { \"by\": [[\"g\", \"g\"]] }")]
    [InlineData("\"backpain\": { \"by\": [[]] }")]
    [InlineData("\"dialect\": { \"delimiter\": \"\\\"\" }")]
    [InlineData("\"dialect\": { \"delimiter\": \"é\" }")]
    [InlineData("\"dialect\": { \"delimiter\": \"\\n\" }")]
    [InlineData("\"dialect\": { \"delimiter\": \"\\r\" }")]
    [InlineData("\"dialect\": { \"delimiter\": \"\\u0000\" }")]
    [InlineData("\"schema\": \"a\\u0000b.json\"")]
    [InlineData("\"title\": \"\\ud800\"")]
    [InlineData("\"\\udc00\": 1")]
    [InlineData("\"backpain\": { \"replicates\": { \"columns\": \"r*\", \"type\": \"jkn\", \"scales\": 1e308 } }")]
    [InlineData("\"backpain\": { \"replicates\": { \"columns\": \"r*\", \"type\": \"jkn\", \"scales\": [1e999] } }")]
    [InlineData("\"backpain\": { \"weight\": 5 }")]
    [InlineData("\"backpain\": { \"strata\": [\"h\"] }")]
    [InlineData("\"backpain\": { \"psu\": true }")]
    [InlineData("\"backpain\": { \"fpc\": [\"N\", 5] }")]
    [InlineData("\"backpain\": { \"fpc\": {} }")]
    [InlineData("\"backpain\": { \"cases\": 1, \"persons\": \"n\" }")]
    [InlineData("\"backpain\": { \"outcomes\": [{ \"column\": 1, \"recall\": \"point\" }] }")]
    [InlineData("\"schema\": { \"primaryKey\": 1 }")]
    [InlineData("\"schema\": { \"fields\": [{ \"name\": \"a\", \"required\": \"no\" }] }")]
    [InlineData("\"title\": \"t\", \"path\": [\"a.csv\", \"a\\u0000b.csv\"]")]
    public void Is_told(string property) => Assert.Equal(ProblemCodes.BadCodebook, Problem(Encoding.UTF8.GetBytes($$"""{ "resources": [{ "name": "d", {{property}} }] }""")).Code);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_told_with_their_line()
    {
        var problem = Problem(Encoding.Latin1.GetBytes("{ \"resources\":\n[{ \"name\": \"Köln\" }] }"));
        Assert.Equal((2, "found bytes that are not UTF-8; expected a Data Package descriptor in UTF-8"), (problem.Line, problem.Found));
        Assert.Equal(3, Problem(Encoding.UTF8.GetBytes("{ \"resources\":\n[{\n\"name\": \"\\ud800\" }] }")).Line);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Equal("d", Assert.Single(DataPackage.Load(scratch.File("datapackage.json", [0xEF, 0xBB, 0xBF, .. "{ \"resources\": [{ \"name\": \"d\" }] }"u8]), "datapackage.json").Codebooks).Name);

    public void Dispose() => scratch.Dispose();

    private Problem Problem(byte[] descriptor) =>
        Assert.Single(Assert.Throws<DataException>(() => DataPackage.Load(scratch.File("datapackage.json", descriptor), "datapackage.json")).Log.Problems);
}
