using HogTrace.Parser;

namespace HogTrace.Tests.Unit.Parser;

/// <summary>One run reports every broken probe, and every broken statement that it can tell from the next.</summary>
public sealed class RecoveryTests
{
    [Theory]
    [InlineData("two_points", "fn:a:entyr { }\nfn:b:exti { }\nfn:c:exit { }", "1:6 2:6", 1)]
    [InlineData("statements", "fn:a:entry {\n  capture(1)\n  capture(true);\n  x = 1;\n}", "2:13 3:11 4:3", 0)]
    [InlineData("providers", "fm:a:entry { capture(1); }\npn:b:exit { }\nfn:c:exit { }", "1:1 2:1", 1)]
    [InlineData("unclosed_brace", "fn:a:entry {\n  capture(1);\nfn:b:exit { capture(2) }", "1:12 3:23", 0)]
    [InlineData("unclosed_paren", "fn:a:entry { capture(a=(1; capture(b=2); }\nfn:b:exit { x; }", "1:24 2:13", 0)]
    [InlineData("unterminated_string", "fn:a:entry {\n  capture(\"abc);\n  capture(tru, nul l);\n}\nfn:b:exti { capture(\"x\"); }", "2:11 3:20 5:6", 0)]
    [InlineData("comment_with_quote", "fn:a:entry { // don't\n  capture(1)\n}\nfn:b:entry { }", "1:14 2:13", 1)]
    [InlineData("missing_open_brace", "fn:a:entry capture(1); }\nfn:b:exit { capture(1 2); }", "1:11 2:23", 0)]
    [InlineData("predicates", "fn:a:entry / a = 1 / { }\nfn:b:entry / a / 2 > 1 / { }\nfn:c:entry / / { }", "1:16 2:16 3:12", 0)]
    [InlineData("stray_brace", "fn:a:entry { } }\nfn:b:entry { }", "1:16", 2)]
    [InlineData("nested_block", "fn:a:entry { if (x) { capture(1); } capture(y z); }", "1:14 1:47", 0)]
    public void ReportsEachMistakeOnce(string name, string source, string places, int wellFormed)
    {
        var result = SourceParser.Parse(source);

        Assert.Equal(places, string.Join(' ', result.Diagnostics.Select(d => $"{d.Line}:{d.Column}")));
        Assert.True(wellFormed == result.Program.Probes.Length, name);
    }

    [Fact]
    public void ReportsAThousandBrokenProbes()
    {
        string source = string.Concat(Enumerable.Repeat("fn:a.b:entry { capture(1) }\n", 1000));
        Assert.Equal(1000, SourceParser.Parse(source).Diagnostics.Length);
    }

    [Fact]
    public void StopsAfterTheLimitOfProbes()
    {
        string source = string.Concat(Enumerable.Repeat("fn:a:entry{}\n", 1025));
        var result = SourceParser.Parse(source);
        Assert.Equal(1024, result.Program.Probes.Length);
        Assert.Equal((1025, 1), (Assert.Single(result.Diagnostics).Line, result.Diagnostics[0].Column));
    }

    [Theory]
    [InlineData('a', 1 << 20, 0)]
    [InlineData('a', (1 << 20) + 1, 1)]
    [InlineData('é', 1 << 19, 0)]
    [InlineData('é', (1 << 19) + 1, 1)]
    public void LimitsTheSourceInBytes(char filler, int length, int errors)
    {
        string source = "#" + new string(filler, length - 1);
        Assert.Equal(errors, SourceParser.Parse(source).Diagnostics.Length);
    }
}
