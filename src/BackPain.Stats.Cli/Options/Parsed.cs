using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace BackPain.Stats.Cli.Options;

/// <summary>Turns the text of an option into the object it stands for, or says in a sentence why it cannot.</summary>
/// <typeparam name="T">The object.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The object.</param>
/// <param name="problem">Why not, as a sentence without its full stop.</param>
internal delegate bool TryParse<T>(string text, out T? value, out string? problem);

/// <summary>Makes options whose values are objects.</summary>
internal static class Parsed
{
    /// <summary>An option that may be given once.</summary>
    public static Option<T?> Once<T>(string name, string helpName, string description, TryParse<T> parse, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Read(result, name, parse) is [.., var last] ? last : default,
    };

    /// <summary>Says what a shell may offer for an option, instead of what could be told from its type.</summary>
    public static Option<T> Offering<T>(this Option<T> option, params IEnumerable<string> values)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(_ => values.Select(value => new CompletionItem(value)));
        return option;
    }

    /// <summary>An option that may be repeated.</summary>
    public static Option<List<T>> Many<T>(string name, string helpName, string description, TryParse<T> parse) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => Read(result, name, parse),
        DefaultValueFactory = _ => [],
    };

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static List<T> Read<T>(ArgumentResult result, string name, TryParse<T> parse)
    {
        var values = new List<T>();
        foreach (var token in result.Tokens)
        {
            if (parse(token.Value, out var value, out var problem))
                values.Add(value!);
            else
                result.AddError($"{name}: {problem}.");
        }
        return values;
    }
}
