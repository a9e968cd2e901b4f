using System.Text;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>Persons, with or without a design: the estimates are those of the books, wherever the rows stand; a damaged file has an answer or an error.</summary>
/// <param name="design">The design.</param>
internal sealed class SurveyKind(FuzzedDesign design) : FuzzedKind
{
    /// <inheritdoc/>
    public override string? Difference(int seed, Random random, string folder)
    {
        var survey = new FuzzedSurvey(seed, design);
        var rows = survey.Persons.Select(person => person.Cells).ToList();
        var bytes = Encoding.UTF8.GetBytes(FuzzedText.Of([survey.Columns, .. rows], random));
        var whole = FuzzedRun.Of([Write(folder, "whole.csv", bytes)], survey.Options);
        return new NaiveEstimates(survey, design).Difference(whole)
            ?? OfSharedOut(whole, survey.Columns, rows, survey.Options, random, folder)
            ?? OfDamaged(bytes, survey.Options, random, folder);
    }
}
