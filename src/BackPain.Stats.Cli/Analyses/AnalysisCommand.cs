using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>
/// An analysis of data: from options to a question, an answer and a result. Everything that is not specific to the analysis is done
/// here.
/// </summary>
/// <typeparam name="TAnswer">What it finds.</typeparam>
internal abstract class AnalysisCommand<TAnswer> : DataCommand
    where TAnswer : ISurveyAnswer
{
    private readonly PictureOptions picture = new();

    /// <param name="run">The run.</param>
    /// <param name="name">The name, as typed.</param>
    /// <param name="description">The question it answers, in a sentence.</param>
    protected AnalysisCommand(RunContext run, string name, string description)
        : base(run, name, description, Renderers.Text)
    {
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<OptionGroup> Groups => [.. Data.Groups, .. OwnGroups, picture.Group, Output.Group];

    /// <summary>The option that asks for explanations; the analysis lists it in one of its own groups.</summary>
    protected ExplainOption Explain { get; } = new();

    /// <summary>The options of the analysis.</summary>
    protected abstract IReadOnlyList<OptionGroup> OwnGroups { get; }

    /// <summary>Adds the options that do not describe data. Call it once they exist.</summary>
    protected void AddOwnOptions() =>
        AddOptions([.. OwnGroups.SelectMany(group => group.Options), .. picture.Group.Options, .. Output.Group.Options]);

    /// <summary>Checks what can be checked before the data are read, so that a mistake is reported at once.</summary>
    protected virtual void Check(ParseResult parsed)
    {
    }

    /// <summary>The question that the options ask.</summary>
    protected abstract TAnswer Answer(Study study, ParseResult parsed);

    /// <summary>Arranges the answer.</summary>
    /// <param name="answer">What was found.</param>
    /// <param name="provenance">The provenance.</param>
    /// <param name="per">The number of persons that prevalence is reported per, for people.</param>
    protected abstract Result Arrange(TAnswer answer, Provenance provenance, int per);

    /// <summary>Explains how the figures of the answer were computed.</summary>
    protected abstract IEnumerable<Explained> ExplanationsOf(TAnswer answer, Provenance provenance);

    /// <inheritdoc/>
    protected sealed override int Execute(ParseResult parsed)
    {
        var explained = Explain.IsIn(parsed, Output.RendererIn(parsed));
        picture.Check(parsed, Output);
        Check(parsed);
        var study = Read(parsed);
        var answer = Answer(study, parsed);
        var provenance = StudyProvenance.Of(study, Run.Arguments, answer);
        var result = Arrange(answer, provenance, Output.PerIn(parsed));
        Show(explained ? result with { Explanations = [.. ExplanationsOf(answer, provenance)] } : result, parsed, Output, picture);
        return ExitCodeFor(parsed, provenance.Warnings.Concat(answer.Notes));
    }
}
