using HogTrace.Parser;
using HogTrace.Parser.Formatting;

namespace HogTrace.Tests.Unit.Parser;

/// <summary>Sources made to exhaust a parser, read on a small stack.</summary>
public sealed class BombTests
{
    private const int Units = 1_000_000;

    public static TheoryData<string> Pieces { get; } =
    [
        "(", "[", "{", ")", "}", "!", "-", "a?", "a?b:", "1+", "a.", "a,", "f(", "a[", "a[:", "/**/", "#\n", "/", "/ ",
        "a||b&&c==d<e+f*", "'", "\\\"\n", "\"\n", "x\n", "//\n", "/*", "fn:", "fn:a:entry{", "fn:a:entry{x\n", "capture(\n",
        ";", "$", "0", "_", "*", ".", "=", "\u0000", "\uD800",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void EndsWithADiagnosticOrAProgram(string piece)
    {
        foreach (string start in (string[])["", "fn:", "fn:a:entry / ", "fn:a:entry { ", "fn:a:entry { capture("])
        {
            string source = start + string.Concat(Enumerable.Repeat(piece, Math.Max(1, (Units / piece.Length) - start.Length)));
            var result = SmallStack.Run(() => SourceParser.Parse(source));
            bool isCommentOnly = start.Length == 0 && piece is "#\n" or "/**/";
            Assert.Equal(isCommentOnly, result.Diagnostics.IsEmpty);
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("a[", "1", "]")]
    [InlineData("a[1:", "1", "]")]
    [InlineData("max(1,", "1", ")")]
    [InlineData("!", "1", "")]
    [InlineData("-", "1", "")]
    [InlineData("a ? b : ", "1", "")]
    [InlineData("(1 == 1 && 1 < 1 + 1 * !", "1", " || 2)", 32)]
    public void NestsToTheLimitAndNoFurther(string open, string middle, string close, int limit = 64)
    {
        string Nested(int levels) =>
            "fn:a:entry { capture(v=" + string.Concat(Enumerable.Repeat(open, levels)) + middle
            + string.Concat(Enumerable.Repeat(close, levels)) + "); }";

        Assert.Empty(SmallStack.Run(() => SourceParser.Parse(Nested(limit))).Diagnostics);
        Assert.NotNull(SmallStack.Run(() => Formatter.Format(Nested(limit))).Text);
        Assert.NotEmpty(SmallStack.Run(() => SyntaxPrinter.Print(SourceParser.Parse(Nested(limit)).Program)));
        Assert.Equal("HT1041", Assert.Single(SmallStack.Run(() => SourceParser.Parse(Nested(limit + 1))).Diagnostics).Code);
    }

    [Theory]
    [InlineData("+1")]
    [InlineData(".b")]
    [InlineData("[0]")]
    [InlineData(",a")]
    [InlineData("&&b")]
    public void LengthIsNoDepth(string piece)
    {
        string source = "fn:a:entry { capture(a" + string.Concat(Enumerable.Repeat(piece, 200_000)) + "); }";
        Assert.Empty(SmallStack.Run(() => SourceParser.Parse(source)).Diagnostics);
    }
}
