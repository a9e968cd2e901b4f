using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Tables;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The interval methods: the list, one of them, or all of them around the same proportion.</summary>
internal sealed class MethodsCommand : ProgramCommand
{
    private readonly Session session;
    private readonly IntervalOptions intervals = new();
    private readonly OutputOptions output = new(Renderers.Text, defaultDigits: 2);
    private readonly Option<long?> cases = Parsed.Once<long?>("--cases", "X", "Cases; with --persons, shows the interval of each method.", TryCount);
    private readonly Option<long?> persons = Parsed.Once<long?>("--persons", "N", "Persons, cases included.", TryCount);
    private readonly Argument<IntervalMethod?> name = new("NAME")
    {
        Description = "One method, to be told all about it.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens is not [var token])
                return null;
            if (!IntervalOptions.TryMethod(token.Value, out var method, out var problem))
                result.AddError($"{problem}.");
            return method;
        },
    };

    public MethodsCommand(Session session)
        : base("methods", "The interval methods: formula, reference, when to use; or all side by side for an x and n.")
    {
        this.session = session;
        Arguments.Add(name);
        AddOptions(cases, persons, intervals.Level);
        AddOptions(output.Group.Options);
        output.AddTo(this);
        Validators.Add(result =>
        {
            var (x, n) = (result.GetValue(cases), result.GetValue(persons));
            if (x is null != n is null)
                result.AddError("--cases and --persons go together.");
            else if (n == 0 || x > n)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{x} cases of {n} persons cannot be; give at least one person and no more cases than persons."));
            else if (x is null && result.GetValue(intervals.Level) is not null)
                result.AddError("--level needs --cases and --persons.");
        });
    }

    public override IReadOnlyList<OptionGroup> Groups => [new("Side by side", [cases, persons, intervals.Level]), output.Group];

    public override IReadOnlyList<string> Examples => ["backpain methods wilson", "backpain methods --cases 15 --persons 148"];

    protected override int Execute(ParseResult parsed)
    {
        var (method, provenance) = (parsed.GetValue(name), session.Provenance());
        IReadOnlyList<IntervalMethod> methods = method is null ? IntervalMethods.All : [method];
        var table = parsed.GetValue(cases) is { } x && parsed.GetValue(persons) is { } n
            ? MethodTables.SideBySide(methods, new Proportion(x, n), intervals.LevelIn(parsed), provenance)
            : method is null ? MethodTables.List(methods, provenance)
            : MethodTables.One(method, provenance);
        session.Show(table, parsed, output);
        return ExitCode.Done;
    }

    private static bool TryCount(string text, out long? value, out string? problem)
    {
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        problem = $"'{text}' is not a whole number, 0 or more";
        return value is not null;
    }
}
