using BackPain.Stats.Cli.Results;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>What a catalogue says of a method, property by property.</summary>
internal static class MethodDetails
{
    /// <summary>A table of properties.</summary>
    public static Table Of(string title, IEnumerable<Row> properties) => new()
    {
        Name = "method",
        Title = title,
        Columns = [new("property", ColumnKind.Text, Heading: ""), new("value", ColumnKind.Text, Heading: "")],
        Rows = [.. properties],
    };

    /// <summary>The properties that every method has.</summary>
    /// <param name="method">The method.</param>
    /// <param name="names">Its names, if it has several.</param>
    /// <param name="measure">What it is for; null if its catalogue has only one measure.</param>
    /// <param name="edges">What the edges are called.</param>
    /// <param name="test">The test that agrees with it; null if there are no such tests.</param>
    public static IEnumerable<Row> PropertiesOf(
        DocumentedMethod method, string? names = null, string? measure = null, string edges = "at the edges", string? test = null)
    {
        yield return new(["name", names ?? method.Name]);
        if (measure is not null)
            yield return new(["measure", measure]);
        yield return new(["formula", method.Formula]);
        yield return new([edges, method.AtTheEdges]);
        yield return new(["when to use", method.WhenToUse]);
        yield return new(["weakness", method.Weakness]);
        if (test is not null)
            yield return new(["test that agrees", test]);
        yield return new(["reference", method.Reference.ToString()]);
    }
}
