using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Rows of grouped data that are sums of other rows are told, at every depth, with a condition that leaves them out.</summary>
public sealed class TotalRowsTests : IDisposable
{
    private const string Cells = "n,a,1,10\nn,b,2,20\nn,c,3,25\ns,a,4,40\ns,b,5,50\ns,c,1,12\n";

    private static readonly StudyRequest Counts = new() { Counts = new() { Cases = "x", Persons = "n", Recall = RecallPeriod.Lifetime } };

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("n,all,6,55\ns,all,10,102\n", "'h!=all'")]
    [InlineData("n,all,6,55\ns,all,10,102\nall,all,16,157\n", "'h!=all' 'region!=all'")]
    [InlineData("n,,6,55\ns,,10,102\n,,16,157\n", "'h!=\"\"' 'region!=\"\"'")]
    [InlineData("n,99,6,55\ns,99,10,102\n9,9,16,157\n", "'h!=99' 'region!=9'")]
    [InlineData("n,\"d'i, all\",6,55\ns,\"d'i, all\",10,102\n", "'h!=\"d'\"'\"'i, all\"'")]
    [InlineData("n,all,6,54\ns,all,10,102\nall,all,16,156\n", "'region!=all'")]
    [InlineData("n,d,6,55\ns,d,10,101\n", "")]
    public void Totals_are_told_at_every_depth(string totals, string conditions) =>
        Assert.Equal(conditions, ConditionsIn($"region,h,x,n\n{Cells}{totals}"));

    [Fact]
    public void Totals_of_three_columns_are_told()
    {
        string[] regions = ["n", "s"];
        string[] ages = ["20", "40", "60"];
        string[] sexes = ["f", "m", "o"];
        var cells = regions.SelectMany(region => ages.SelectMany(age => sexes.Select(sex => (Region: region, Age: age, Sex: sex))))
            .Select((key, i) => (key.Region, key.Age, key.Sex, Cases: i, Persons: 100 + (i * i)))
            .ToList();
        var rolledUp = cells
            .Concat(cells.GroupBy(cell => (cell.Region, cell.Age)).Select(all => (all.Key.Region, all.Key.Age, "", all.Sum(cell => cell.Cases), all.Sum(cell => cell.Persons))))
            .Concat(cells.GroupBy(cell => cell.Region).Select(all => (all.Key, "", "", all.Sum(cell => cell.Cases), all.Sum(cell => cell.Persons))))
            .Append(("", "", "", cells.Sum(cell => cell.Cases), cells.Sum(cell => cell.Persons)));
        var rows = rolledUp.Select(row => $"{row.Item1},{row.Item2},{row.Item3},{row.Item4},{row.Item5}\n");
        Assert.Equal("'sex!=\"\"' 'age!=\"\"' 'region!=\"\"'", ConditionsIn($"region,age,sex,x,n\n{string.Concat(rows)}"));
    }

    [Fact]
    public void Rows_that_happen_to_be_sums_in_a_sparse_table_are_not_told() =>
        Assert.Equal("", ConditionsIn("region,h,x,n\np,a,0,1\np,b,0,1\np,c,0,2\nq,a,0,1\nq,b,0,1\nq,c,0,2\nr,c,0,1\ns,c,0,3\nt,c,0,1\n"));

    public void Dispose() => scratch.Dispose();

    private string ConditionsIn(string text)
    {
        var setting = $"'{Settings.Where.Name}' ";
        var told = scratch.Read(text, Counts).Warnings.Where(note => note.Code == ProblemCodes.TotalRow.Name).Select(note => note.Text);
        return string.Join(' ', told.Select(message => message[(message.IndexOf(setting, StringComparison.Ordinal) + setting.Length)..^1]));
    }
}
