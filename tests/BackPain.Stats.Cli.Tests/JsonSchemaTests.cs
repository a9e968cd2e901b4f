using BackPain.Stats.Cli.Results;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;
using BackPain.Stats.TestKit;
using NJsonSchema;

namespace BackPain.Stats.Cli.Tests;

/// <summary>What the program writes as JSON is what docs/output.schema.json says it is.</summary>
public class JsonSchemaTests
{
    [Theory]
    [InlineData("prevalence survey.csv --point now --period 12m:year --lifetime ever --na 9 --by sex,smoking --by age --bands age=20 --method all")]
    [InlineData("prevalence survey.csv --lifetime ever --where sex=nobody")]
    [InlineData("prevalence survey.csv --lifetime ever --where sex=nobody --by sex")]
    [InlineData("prevalence counts.csv --cases cases --persons persons --recall 3m --by sex --method wald,logit")]
    [InlineData("prevalence example-survey nhanes-low-back-pain --by sex")]
    [InlineData("prevalence example-survey --point pain_now --weight weight --strata stratum --psu psu --by sex --standard nchs --df inf")]
    [InlineData("prevalence design/replicates.csv --point pain --weight w --replicates r* --replicate-type jk1 --by group --explain")]
    [InlineData("tabulate design/replicates.csv --point pain --weight w --replicates r* --replicate-type jk1 --by group")]
    [InlineData("prevalence design/lonely.csv --point pain --weight w --strata stratum --psu psu --lonely-psu certainty --by group")]
    [InlineData("tabulate survey.csv --point now --na 9 --by smoking --where sex=male")]
    [InlineData("check broken.csv --point pain")]
    [InlineData("check described/data.csv")]
    [InlineData("identify 25.6 --ci 23.6-27.5 --n 1913")]
    [InlineData("identify 68.5 --cases 645 --n 930:960")]
    [InlineData("identify 68.5 --cases 645 --n 950")]
    [InlineData("methods")]
    [InlineData("methods blaker")]
    [InlineData("methods --cases 0 --persons 20")]
    [InlineData("methods wald --cases 0 --persons 20 --explain")]
    [InlineData("methods --coverage --persons 10")]
    [InlineData("compare comparison-counts.csv --cases cases --persons persons --recall 3m --groups group --reference some --adjust site --trend --explain")]
    [InlineData("compare example-survey --point pain_now --groups sex --by smoking --weight weight --strata stratum --psu psu")]
    [InlineData("methods --measure odds-ratio")]
    [InlineData("methods miettinen-nurminen")]
    [InlineData("methods --cases 3 --persons 20 --versus 0/4 --explain")]
    [InlineData("prevalence survey.csv --lifetime ever --by sex --explain")]
    [InlineData("reproduce")]
    [InlineData("reproduce walker-point --explain")]
    [InlineData("prevalence gbd-2010-low-back-pain --by revision,sex")]
    [InlineData("standardize nhanes-1999-2004 --by sex --over age --standard-population us-2000 --totals --method all --explain")]
    [InlineData("standardize nhanes-low-back-pain --over age --standard-population us-2000 --method all")]
    [InlineData("standardize standards/towns.csv --kind grouped --cases cases --persons persons --recall point --by town --over age --indirect --rates overall --method all --explain")]
    [InlineData("standardize standards/towns.csv --kind grouped --cases cases --persons persons --recall point --by town --over age --standard-population standards/ages.csv --missing-strata renormalize")]
    [InlineData("prevalence nhanes-1999-2004 --totals")]
    [InlineData("datasets")]
    [InlineData("datasets example-survey")]
    public async Task Is_kept(string command)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("docs/output.schema.json"));
        var result = BuiltProgram.Run($"{Tool.Name} {command} --format json", Repository.PathOf("tests/BackPain.Stats.Cli.Tests/fixtures"));
        Assert.Empty(schema.Validate(result.Output).Select(error => error.ToString()));
    }

    [Fact]
    public async Task Refuses_what_the_program_must_not_write()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("docs/output.schema.json"));
        var good = BuiltProgram.Run($"{Tool.Name} prevalence survey.csv --lifetime ever --format json", Repository.PathOf("tests/BackPain.Stats.Cli.Tests/fixtures")).Output;
        Assert.NotEmpty(schema.Validate(good.Replace("\"prevalence\": 0.8", "\"prevalence\": 80", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(good.Replace("\"lifetime\"", "\"ever\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Knows_every_method()
    {
        var schema = File.ReadAllText(Repository.PathOf("docs/output.schema.json"));
        Assert.All(IntervalMethods.All, method => Assert.Contains($"\"{method.Name}\"", schema, StringComparison.Ordinal));
        Assert.All(StandardizationMethods.All, method => Assert.Contains($"\"{method.Name}\"", schema, StringComparison.Ordinal));
    }
}
