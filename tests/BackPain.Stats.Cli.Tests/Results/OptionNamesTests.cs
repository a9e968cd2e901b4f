using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Tests.Results;

/// <summary>Every setting that a message of the library refers to is an option.</summary>
public sealed class OptionNamesTests
{
    [Fact]
    public void Every_setting_is_an_option_of_prevalence_or_standardize()
    {
        var help = string.Concat(new[] { "prevalence", "standardize" }.Select(command => BuiltProgram.Run([command, "--help"], Path.GetTempPath()).Output));
        Assert.All(Settings.All, setting => Assert.Matches($@"\s{OptionNames.Of(setting)}\s", help));
    }

    [Fact]
    public void No_setting_is_missing_or_called_like_another()
    {
        Assert.Equal(typeof(Settings).GetFields().Length, Settings.All.Count);
        Assert.Equal(Settings.All.Count, Settings.All.DistinctBy(setting => setting.Name).Count());
        Assert.Equal(Settings.All.Count, Settings.All.Select(OptionNames.Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_message_names_options() =>
        Assert.Equal("It needs --psu.", ((Wording)$"It needs {Settings.Psu}.").InOptions());

    [Fact]
    public void Data_that_look_like_a_name_stay_as_they_are() =>
        Assert.Equal("found ''PSU'' {0}", ((Wording)$"found '{"'PSU'"}' {"{0}"}").InOptions());
}
