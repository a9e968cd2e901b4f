using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace BackPain.Stats.Cli.Options;

/// <summary>Parses the text of an option into an object, or explains in a sentence why it cannot.</summary>
/// <typeparam name="T">The object.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The object.</param>
/// <param name="problem">The reason for a failure, as a sentence without its full stop.</param>
internal delegate bool TryParse<T>(string text, out T? value, out string? problem);

/// <summary>How an option affects the reading of data.</summary>
internal enum ReadingEffect
{
    /// <summary>Determines what is read and how; command lines that differ in it read separately.</summary>
    Rows,

    /// <summary>Determines the breakdowns; command lines that differ only in it can share a reading.</summary>
    Breakdown,

    /// <summary>No effect: it concerns only what is made of the sums.</summary>
    None,
}

/// <summary>An option of this program.</summary>
internal interface ICliOption
{
    /// <summary>How it affects the reading of data.</summary>
    ReadingEffect Effect { get; set; }
}

/// <summary>An option whose value is an object.</summary>
/// <typeparam name="T">The object.</typeparam>
/// <param name="name">The name, with its hyphens.</param>
/// <param name="aliases">Other names.</param>
internal sealed class CliOption<T>(string name, params string[] aliases) : Option<T>(name, aliases), ICliOption
{
    /// <inheritdoc/>
    public ReadingEffect Effect { get; set; }
}

/// <summary>Makes options whose values are objects.</summary>
internal static class CliOption
{
    /// <summary>Creates an option that may be given once.</summary>
    public static CliOption<T?> Once<T>(string name, string helpName, string description, TryParse<T> parse, params string[] aliases) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = helpName,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result => Read(result, name, parse) is [.., var last] ? last : default,
        };

    /// <summary>Sets the completions that a shell offers for an option.</summary>
    public static CliOption<T> Offering<T>(this CliOption<T> option, params IEnumerable<string> values)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(_ => values.Select(value => new CompletionItem(value)));
        return option;
    }

    /// <summary>Creates an option that may be repeated.</summary>
    public static CliOption<List<T>> Many<T>(string name, string helpName, string description, TryParse<T> parse) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => Read(result, name, parse),
        DefaultValueFactory = _ => [],
    };

    /// <summary>Creates a switch.</summary>
    public static CliOption<bool> Switch(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Sets how an option affects the reading of data; by default it determines what is read.</summary>
    public static CliOption<T> WithEffect<T>(this CliOption<T> option, ReadingEffect effect)
    {
        option.Effect = effect;
        return option;
    }

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
