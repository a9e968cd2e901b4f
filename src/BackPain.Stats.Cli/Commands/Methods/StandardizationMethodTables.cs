using BackPain.Stats.Cli.Results;
using BackPain.Stats.Rates;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>The methods that only standardization has, as tables: the list, and one of them.</summary>
internal static class StandardizationMethodTables
{
    /// <summary>The list.</summary>
    public static Table List() => new()
    {
        Name = "methods",
        Title = "Standardized prevalence: x cases in n persons of each stratum, c its share of the standard; "
            + "O observed and E expected cases",
        Columns = [new("name", ColumnKind.Text), new("title", ColumnKind.Text), new("formula", ColumnKind.Text)],
        Rows = [.. StandardizationMethods.All.Select(method => new Row([method.Name, method.Title, method.Formula]))],
        Footnotes =
        [
            $"standardize takes every method for one proportion as well. '{Tool.Name} methods NAME' shows the reference of a method, "
                + "when to use it and its drawbacks.",
        ],
    };

    /// <summary>One method, property by property.</summary>
    public static Table One(StandardizationMethod method) => MethodDetails.Of(method.Title, MethodDetails.PropertiesOf(method));
}
