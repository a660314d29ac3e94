using HogTrace.Bytecode;
using HogTrace.Parser;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Tests.Unit.Parser;

public sealed class DiagnosticRendererTests
{
    [Fact]
    public void MarksTheSpan() => Assert.Equal(
        """
        shop.ht:1:6: error HT1005: Unknown probe point 'entyr'.
         1 | fn:a:entyr { }
           |      ^~~~~
           = Did you mean 'entry'?

        """,
        Render("fn:a:entyr { }"));

    [Fact]
    public void WidensTabs() => Assert.Equal(
        """
        shop.ht:2:6: error HT1003: '=' assigns; '==' compares.
         2 |     /   a = 1 / { }
           |           ^
           = Write == here.

        """,
        Render("fn:a:entry\n\t/\ta = 1 / { }"));

    [Fact]
    public void ShowsAWindowOfALongLine()
    {
        string text = Render("fn:a:entry { capture(\"" + new string('x', 5_000) + "\", b c, \"" + new string('y', 5_000) + "\"); }");
        string[] lines = text.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length < 120));
        Assert.Equal('c', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void MarksTheFirstLineOfASpanOverLines()
    {
        string[] lines = Render("fn:a:entry /\n\n/ { }").Split('\n');
        Assert.Equal(" 1 | fn:a:entry /", lines[1]);
        Assert.Equal("   |            ^", lines[2]);
    }

    [Fact]
    public void PointsPastTheEnd()
    {
        string[] lines = Render("fn:a:entry").Split('\n');
        Assert.Equal("   |           ^", lines[2]);
    }

    [Theory]
    [InlineData("entyr", "entry")]
    [InlineData("Entry", "entry")]
    [InlineData("exot", "exit")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void SuggestsTheNearest(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["entry", "exit"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void MeasuresEdits(string a, string b, int distance) => Assert.Equal(distance, NearestName.Distance(a, b));

    private static string Render(string source) =>
        new DiagnosticRenderer(source, "shop.ht").Render(SourceParser.Parse(source).Diagnostics);
}
