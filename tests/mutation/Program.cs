using System.Diagnostics;
using System.Globalization;
using BackPain.Stats.Mutation;

// dotnet run --project tests/mutation -- core|data COUNT SEED: that many mutants, chosen by the seed, and what the tests say of each.
// The tests nearest to the code run first; a mutant is killed by the first test that fails or does not end.
const string Program = "FullyQualifiedName~TranscriptTests|FullyQualifiedName~SurveyGoldenTests|FullyQualifiedName~KindFuzzTests|FullyQualifiedName~ReadmeTests";
var suites = new Dictionary<string, (string Sources, (string Project, string Filter)[] Tests)>
{
    ["core"] = ("src/BackPain.Stats/", [("tests/BackPain.Stats.Tests", ""), ("tests/BackPain.Stats.Cli.Tests", Program)]),
    ["data"] = ("src/BackPain.Stats.Data/", [("tests/BackPain.Stats.Data.Tests", "FullyQualifiedName!~PieceTests"), ("tests/BackPain.Stats.Cli.Tests", Program)]),
};
if (args is not [var suite, var countText, var seedText] || !suites.TryGetValue(suite, out var chosenSuite))
{
    Console.Error.WriteLine("dotnet run --project tests/mutation -- core|data COUNT SEED");
    return 2;
}
var random = new Random(int.Parse(seedText, CultureInfo.InvariantCulture));
using var tree = new MutatedTree(Environment.CurrentDirectory);
var all = tree.Write(_ => false);
var possible = all.Where(mutant => mutant.File.StartsWith(chosenSuite.Sources, StringComparison.Ordinal)).ToList();
var chosen = possible.OrderBy(_ => random.Next()).Take(int.Parse(countText, CultureInfo.InvariantCulture)).Select(mutant => mutant.Number).ToHashSet();
Console.WriteLine($"{chosen.Count} of {possible.Count} mutants, seed {seedText}");
// What does not compile is no mutant.
for (tree.Write(chosen.Contains); tree.Build(chosenSuite.Sources.TrimEnd('/')) is { Count: > 0 } wrong; tree.Write(chosen.Contains))
{
    Console.WriteLine($"{wrong.Count} do not compile and are left out");
    chosen.ExceptWith(wrong);
}
var limits = new Dictionary<string, TimeSpan>();
var survived = 0;
foreach (var mutant in possible.Where(mutant => chosen.Contains(mutant.Number)))
{
    var lives = chosenSuite.Tests.All(tests => tree.Passes(tests.Project, tests.Filter, mutant.Number, LimitOf(tests.Project, tests.Filter)));
    survived += lives ? 1 : 0;
    Console.WriteLine($"{(lives ? "SURVIVED" : "killed  ")} {mutant}");
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count - survived} of {chosen.Count} killed ({100d * (chosen.Count - survived) / chosen.Count:F0} %)"));
return 0;

// How long the tests of a project may take: five times what they take without a mutant. They are built and have to pass when they are first needed.
TimeSpan LimitOf(string project, string filter)
{
    if (limits.TryGetValue(project, out var limit))
        return limit;
    if (tree.Build(project).Count > 0)
        throw new InvalidOperationException($"{project} cannot be built.");
    var clock = Stopwatch.StartNew();
    if (!tree.Passes(project, filter, null, TimeSpan.FromMinutes(30)))
        throw new InvalidOperationException($"{project} fails without a mutant.");
    return limits[project] = 5 * clock.Elapsed;
}
