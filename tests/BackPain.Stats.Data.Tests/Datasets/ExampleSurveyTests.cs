using BackPain.Stats.TestKit;

namespace BackPain.Stats.Data.Tests.Datasets;

public class ExampleSurveyTests
{
    [Fact]
    public void The_bundled_survey_is_what_the_generator_makes()
    {
        var (stored, made) = Repository.Kept("data/example-survey.csv", ExampleSurveyGenerator.Generate());
        Assert.Equal(made, stored);
    }
}
