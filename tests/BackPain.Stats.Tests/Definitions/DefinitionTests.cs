using BackPain.Stats.Definitions;

namespace BackPain.Stats.Tests.Definitions;

public class DefinitionTests
{
    [Theory]
    [InlineData("7d", "P7D", 7)]
    [InlineData("4w", "P4W", 28)]
    [InlineData("3m", "P3M", 91.3125)]
    [InlineData("12m", "P12M", 365.25)]
    [InlineData("1y", "P1Y", 365.25)]
    [InlineData("P3M", "P3M", 91.3125)]
    public void A_span_is_read_and_written_as_iso_8601(string text, string iso, double days)
    {
        Assert.True(RecallSpan.TryParse(text, out var span));
        Assert.Equal(iso, span.ToString());
        Assert.Equal(days, span.Days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("-3m")]
    [InlineData("3h")]
    [InlineData("PT3M")]
    public void A_text_that_is_no_span_is_refused(string text) => Assert.False(RecallSpan.TryParse(text, out _));

    [Fact]
    public void Recall_periods_reach_further_back_in_order()
    {
        var recalls = new[] { "point", "7d", "4w", "1m", "3m", "1y", "lifetime" }.Select(Recall).ToList();
        Assert.Equal(recalls, recalls.OrderBy(recall => recall.Reach));
        Assert.Equal("3-month period", Recall("3m").InWords);
        Assert.Equal("12-month period", Recall("P12M").InWords);
        Assert.Equal("point", Recall("Point").InWords);
        Assert.False(RecallPeriod.TryParse("sometime", out _));
    }

    [Fact]
    public void Without_codes_the_usual_words_are_understood_in_any_case()
    {
        Assert.All(new[] { "1", "yes", "YES", "y", "true", "T" }, code => Assert.True(OutcomeCodes.Usual(code)));
        Assert.All(new[] { "0", "no", "No", "n", "FALSE", "f" }, code => Assert.False(OutcomeCodes.Usual(code)));
        Assert.All(new[] { "2", "7", "9", "maybe", "" }, code => Assert.Null(OutcomeCodes.Usual(code)));
    }

    [Fact]
    public void With_codes_nothing_else_is_explained()
    {
        var codes = OutcomeCodes.Of(["1"], ["2"]);
        Assert.True(codes.IsCase("1"));
        Assert.False(codes.IsCase("2"));
        Assert.Null(codes.IsCase("0"));
        Assert.Null(codes.IsCase("9"));
    }

    [Fact]
    public void With_cases_only_the_usual_words_for_no_are_non_cases()
    {
        var codes = OutcomeCodes.Of(["1", "0"]);
        Assert.True(codes.IsCase("0"));
        Assert.False(codes.IsCase("no"));
        Assert.Null(codes.IsCase("2"));
        Assert.False(OutcomeCodes.AgainstAllOthers(["1"]).IsCase("anything"));
    }

    [Theory]
    [InlineData("10", 0, "0-9")]
    [InlineData("10", 9, "0-9")]
    [InlineData("10", 10, "10-19")]
    [InlineData("1", 34, "34")]
    [InlineData("20,40,60", 19, "<20")]
    [InlineData("20,40,60", 20, "20-39")]
    [InlineData("20,40,60", 59, "40-59")]
    [InlineData("20,40,60", 60, "60+")]
    [InlineData("20,40,60", 999, "60+")]
    [InlineData("65,", 64, "<65")]
    [InlineData("65,", 65, "65+")]
    [InlineData("20,21", 20, "20")]
    public void A_whole_number_falls_into_one_band(string text, long value, string band)
    {
        Assert.True(Bands.TryParse(text, out var bands));
        Assert.Equal(band, bands!.LabelOf(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-10")]
    [InlineData("20,20")]
    [InlineData("40,20")]
    [InlineData("20,,40")]
    [InlineData("ten")]
    public void Bands_that_do_not_rise_are_refused(string text) => Assert.False(Bands.TryParse(text, out _));

    [Theory]
    [InlineData("sex=female", "sex=female")]
    [InlineData("sex = male, female", "sex=male,female")]
    [InlineData("sex!=male", "sex!=male")]
    [InlineData("age>=20", "age>=20")]
    [InlineData("w>0.5", "w>0.5")]
    [InlineData("age<=-1", "age<=-1")]
    [InlineData("age<65", "age<65")]
    [InlineData("agecat!=\"(59,Inf]\", x", "agecat!=\"(59,Inf]\",x")]
    [InlineData("note=\"say \"\"so\"\"\"", "note=\"say \"\"so\"\"\"")]
    [InlineData("sex=\"\"", "sex=\"\"")]
    [InlineData("\"a=b\"=\"<20\"", "\"a=b\"=\"<20\"")]
    [InlineData("size=5\"", "size=\"5\"\"\"")]
    [InlineData("\"a=b\">=\"30\"", "\"a=b\">=30")]
    [InlineData("age< \" 65 \"", "age<65")]
    public void A_condition_is_read(string text, string shown)
    {
        Assert.True(Condition.TryParse(text, out var condition));
        Assert.Equal(shown, condition!.ToString());
    }

    [Theory]
    [InlineData("sex")]
    [InlineData("=female")]
    [InlineData("sex=")]
    [InlineData("age>old")]
    [InlineData("age>NaN")]
    [InlineData("age=>3")]
    [InlineData("age==3")]
    [InlineData("age=<3")]
    [InlineData("\"age>3")]
    [InlineData("sex=\"male")]
    [InlineData("sex=\"male\"x")]
    [InlineData("sex=male,")]
    [InlineData("sex!=")]
    [InlineData("i<d=1")]
    [InlineData("a=b=c")]
    [InlineData("a/b=1")]
    [InlineData("a=b/c")]
    [InlineData("a=b,<c")]
    [InlineData("a=b!")]
    [InlineData("age>=\"30\"x")]
    public void A_text_that_is_no_condition_is_refused(string text) => Assert.False(Condition.TryParse(text, out _));

    [Theory]
    [InlineData("a,b", "a;b")]
    [InlineData(" a , \"b, c\" ", "a;b, c")]
    [InlineData("\"x>=y\"", "x>=y")]
    [InlineData("a,", null)]
    [InlineData("", null)]
    [InlineData("\"a", null)]
    [InlineData("\"a\"b", null)]
    [InlineData("\"a \"\"b\"\"\",c", "a \"b\";c")]
    [InlineData("a=b", null)]
    [InlineData("a,b/c", null)]
    [InlineData("a \"b\",c*", "a \"b\";c*")]
    public void Names_with_special_characters_stand_in_quotes(string text, string? names)
    {
        Assert.Equal(names, QuotedName.List(text) is { } list ? string.Join(';', list) : null);
        Assert.Equal(("x>=y", ">=3"), QuotedName.Take("\"x>=y\" >=3", '=', '>'));
    }

    [Fact]
    public void Comparisons_hold_where_they_should()
    {
        Assert.Equal([false, true, true], Holds("x>=2"));
        Assert.Equal([false, false, true], Holds("x>2"));
        Assert.Equal([true, true, false], Holds("x<=2"));
        Assert.Equal([true, false, false], Holds("x<2"));

        static bool[] Holds(string text)
        {
            Condition.TryParse(text, out var condition);
            return [.. new double[] { 1, 2, 3 }.Select(((NumberCondition)condition!).Holds)];
        }
    }

    [Fact]
    public void Missing_codes_are_declared_for_all_columns_for_one_or_denied()
    {
        var missing = new MissingCodes();
        missing.Declare(["7", "9"]);
        missing.Declare("age", ["999"]);
        missing.Declare("pain", []);
        Assert.Equal(["7", "9"], missing.Everywhere.Order());
        Assert.Equal(["999"], missing.NamedFor("age"));
        Assert.Empty(missing.NamedFor("sex"));
        Assert.True(missing.Settle("age"));
        Assert.False(missing.DenyOthers("age"));
        Assert.True(missing.DenyOthers("pain"));
        Assert.Equal(["age", "pain"], missing.NamedColumns);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("01", "1")]
    [InlineData("1.0", "1")]
    [InlineData("+1", "1")]
    [InlineData("1.", "1")]
    [InlineData("1e0", "1")]
    [InlineData("10E-1", "1")]
    [InlineData("100", "100")]
    [InlineData("1e2", "100")]
    [InlineData(".5", "0.5")]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("-012.340", "-12.34")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e21", "1E+21")]
    [InlineData("1.50e-9", "1.5E-09")]
    [InlineData("0123456789012345678901234567", "123456789012345678901234567")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1234567890123456789.0", "1234567890123456789")]
    [InlineData("0x1", null)]
    [InlineData("1_000", null)]
    [InlineData("1,000", null)]
    [InlineData("1 ", null)]
    [InlineData("", null)]
    [InlineData(".", null)]
    [InlineData("+", null)]
    [InlineData("e5", null)]
    [InlineData("1e", null)]
    [InlineData("1e+-5", null)]
    [InlineData("--1", null)]
    [InlineData("1.2.3", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("１", null)]
    public void The_shortest_text_of_a_number_is_found_digit_by_digit(string text, string? shortest) => Assert.Equal(shortest, NumberText.Shortest(text));

    [Theory]
    [InlineData("1,50", "1.5")]
    [InlineData("1.5", null)]
    public void Numbers_may_have_a_decimal_comma(string text, string? shortest) => Assert.Equal(shortest, NumberText.Shortest(text, ','));

    [Fact]
    public void A_proportion_cannot_have_more_cases_than_persons()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(0, 0));
    }

    private static RecallPeriod Recall(string text) => RecallPeriod.TryParse(text, out var recall) ? recall! : throw new ArgumentException(text);
}
