using BackPain.Stats.Definitions;

namespace BackPain.Stats.Tests.Definitions;

public class WordingTests
{
    [Fact]
    public void A_reference_to_a_setting_takes_any_name()
    {
        Wording wording = $"{Settings.Ssu} needs {Settings.Psu}; {2.5:F2}, {1.5}.";
        Assert.Equal("'SSU' needs 'PSU'; 2.50, 1.5.", wording.ToString());
        Assert.Equal("-s- needs -p-; 2.50, 1.5.", wording.With(setting => setting == Settings.Ssu ? "-s-" : "-p-"));
    }

    [Fact]
    public void References_survive_in_a_wording_that_is_part_of_another()
    {
        Wording part = $"see {Settings.By}", whole = $"a; {part}. {(Wording?)null}b";
        Assert.Equal("a; see [breakdown]. b", whole.With(setting => $"[{setting.Name}]"));
    }

    [Fact]
    public void Equal_texts_with_equal_references_are_equal()
    {
        var (column, tail) = ("x", "y");
        Wording one = $"in {column} {Settings.By}{tail}", other = $"in x {Settings.By}y", neutral = "in x 'breakdown'y";
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, neutral);
        Assert.Null((Wording?)(string?)null);
    }
}
