using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Estimation;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Data.Tests.Datasets;

/// <summary>The datasets of the repository, read as any other file would be.</summary>
public class BundledDataTests
{
    private static readonly DataPackage Package = DataPackage.Load(Repository.PathOf("data/datapackage.json"), "datapackage.json");

    public static TheoryData<string> Names => [.. Package.Codebooks.Select(codebook => codebook.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_the_columns_that_its_codebook_describes_and_no_value_that_it_does_not_allow(string name)
    {
        var codebook = Package.Codebooks.First(codebook => codebook.Name == name);
        var path = Repository.PathOf($"data/{codebook.Paths[0]}");
        Assert.Equal(codebook.Fields.Select(field => field.Name), File.ReadLines(path).First().Split(','));
        Assert.All(new[] { codebook.Title, codebook.Description, codebook.Verification }, text => Assert.NotEmpty(text));
        Assert.NotEmpty(codebook.Sources);
        Assert.NotEmpty(codebook.Licenses);

        // In saved sums, the name of a column to break down by follows "by:".
        var categorical = codebook.Fields.Where(field => field.Categories.Count > 0)
            .Select(field => new Stratification(codebook.Kind == DataKind.Tabulation ? field.Name["by:".Length..] : field.Name))
            .ToList();
        var request = new StudyRequest { Stratifications = categorical, OnlyCheck = true };
        Assert.Empty(Scratch.ProblemsIn(path, new ProblemLog(), request));
    }

    [Theory]
    [InlineData("nhanes-low-back-pain", "sex", "male 2466/7218,female 3335/8104")]
    [InlineData("nhanes-low-back-pain", "smoking", "never 2752/7903,former 1621/4088,current 1417/3300")]
    [InlineData("nhanes-low-back-pain", "age", "20-29 1040/2797,30-39 934/2562,40-49 972/2477,50-59 788/1886,60-69 889/2329,70-79 640/1792,80+ 538/1479")]
    [InlineData("nhanes-low-back-pain-pregnancy", "pregnant", "pregnant 366/768,not pregnant 970/2519")]
    [InlineData("nhanes-low-back-pain-pregnancy", "trimester", "first 53/121,second 134/278,third 126/247")]
    public void Nhanes_counts_are_those_that_R_counted(string name, string by, string expected)
    {
        // Counted from the public rows in R 4.2 (table of answer by stratum), apart from this program, which made the files (data/make/nhanes.sh).
        var estimates = Estimates(Repository.PathOf($"data/{name}.csv"), new StudyRequest { Stratifications = [new Stratification(by)] });
        Assert.Equal(expected, string.Join(',', estimates.Skip(1)));
    }

    [SharedDataFact]
    public void The_nhanes_rows_give_the_counts_of_the_codebook_tables()
    {
        // CDC/NCHS codebooks MPQ, MPQ_B and MPQ_C: frequencies of MPQ070 for the three cycles, adults of 20 and over.
        var request = new StudyRequest
        {
            Outcomes = [new CaseDefinition("MPQ070", RecallPeriod.Period(new RecallSpan(3, SpanUnit.Months)), OutcomeCodes.Of(["1"], ["2"]))],
            Stratifications = [new Stratification("CYCLE")],
        };
        request.Missing.Declare(["7", "9"]);
        Assert.Equal(
            "1999-2000 1825/4874,2001-2002 2064/5410,2003-2004 1912/5038",
            string.Join(',', Estimates(SharedDataFactAttribute.Nhanes, request).Skip(1)));
    }

    [Fact]
    public void National_sums_are_of_the_persons_of_the_counts()
    {
        // 5,801 of 15,322 by R 4.2, as above; 200,707,728.74 adults is the sum of the interview weights of six years.
        var study = Scratch.Read(Repository.PathOf("data/nhanes-1999-2004.csv"), new StudyRequest { Stratifications = [new Stratification("sex"), new Stratification("smoking")] }, new ProblemLog());
        var estimates = PrevalenceAnswer.To(new PrevalenceQuestion { Stratifications = study.Stratifications }, study.Tabulation).Estimates;
        Assert.Equal(
            "5801/15322,2466/7218,3335/8104,2752/7903,1621/4088,1417/3300",
            string.Join(',', estimates.Select(estimate => $"{estimate.Cases}/{estimate.Persons}")));
        Assert.Equal(200_707_728.74, study.Tabulation.Cells.Sum(cell => cell.Sums.W.Value), 2);
    }

    private static IEnumerable<string> Estimates(string path, StudyRequest request)
    {
        var study = Scratch.Read(path, request, new ProblemLog());
        return PrevalenceAnswer.To(new PrevalenceQuestion { Stratifications = study.Stratifications }, study.Tabulation).Estimates
            .Select(estimate => $"{(estimate.Stratum.Count == 0 ? "all" : estimate.Stratum[0].Level)} {estimate.Cases}/{estimate.Persons}");
    }
}
