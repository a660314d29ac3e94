using HogTrace.Bytecode;
using HogTrace.Parser;
using HogTrace.Parser.Syntax;

namespace HogTrace.Tests.Unit.Parser;

/// <summary>What well-formed sources mean.</summary>
public sealed class TreeTests
{
    [Theory]
    [InlineData("fn:*:entry", "fn", "*", ProbePoint.Entry, null)]
    [InlineData("py:a.b:exit", "py", "a.b", ProbePoint.Exit, null)]
    [InlineData("fn : a . b : entry + 5", "fn", "a.b", ProbePoint.Entry, 5u)]
    [InlineData("fn:a.create_*:exit+0", "fn", "a.create_*", ProbePoint.Exit, 0u)]
    [InlineData("fn:**.*_x.a*b.*2c*:entry", "fn", "**.*_x.a*b.*2c*", ProbePoint.Entry, null)]
    [InlineData("fn:app.entry.send.fn.sample:entry", "fn", "app.entry.send.fn.sample", ProbePoint.Entry, null)]
    [InlineData("fn:/*x*/Größe.\u4E2D\u6587.\uD801\uDC00:entry", "fn", "Größe.\u4E2D\u6587.\uD801\uDC00", ProbePoint.Entry, null)]
    [InlineData("\uFEFFfn:a:entry", "fn", "a", ProbePoint.Entry, null)]
    [InlineData("# c\r\nfn\r\n:\ta:entry", "fn", "a", ProbePoint.Entry, null)]
    public void ReadsSpecs(string spec, string provider, string target, ProbePoint point, uint? offset)
    {
        var probe = Assert.Single(Parse(spec + " { }").Probes);
        Assert.Equal((provider, target, point, offset), (probe.Spec.Provider, probe.Spec.Target, probe.Spec.Point, probe.Spec.Offset));
    }

    [Theory]
    [InlineData("007", 7L)]
    [InlineData("0xFf", 255L)]
    [InlineData("1_000_000", 1_000_000L)]
    [InlineData("0x7fff_ffff_ffff_ffff", long.MaxValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("- /*c*/ 9223372036854775808", long.MinValue)]
    public void ReadsIntegers(string source, long value) =>
        Assert.Equal(Constant.Int(value), Assert.IsType<LiteralSyntax>(Value(source)).Value);

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1e9", 1e9)]
    [InlineData("2.5e-3", 2.5e-3)]
    [InlineData("1e-999", 0.0)]
    [InlineData("1_0.2_5E+0_1", 102.5)]
    public void ReadsFloats(string source, double value) =>
        Assert.Equal(Constant.Float(value), Assert.IsType<LiteralSyntax>(Value(source)).Value);

    [Theory]
    [InlineData("\"it's\"", "it's")]
    [InlineData("'say \"x\"'", "say \"x\"")]
    [InlineData("\"a\nb\"", "a\nb")]
    [InlineData(@"'\n\r\t\0\\\""\''", "\n\r\t\0\\\"'")]
    [InlineData(@"'\x41\u20AC\uD83D\uDE00'", "A\u20AC\U0001F600")]
    [InlineData("'# no /* comment */'", "# no /* comment */")]
    public void ReadsStrings(string source, string value) =>
        Assert.Equal(Constant.String(value), Assert.IsType<LiteralSyntax>(Value(source)).Value);

    [Theory]
    [InlineData("a + b * c", "(a + (b * c))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a || b && c == d < e + f % g", "(a || (b && (c == (d < (e + (f % g))))))")]
    [InlineData("a * b + c < d == e && f || g", "((((((a * b) + c) < d) == e) && f) || g)")]
    [InlineData("!a == -b", "((!a) == (-b))")]
    [InlineData("-a.b[0]", "(-a.b[0])")]
    [InlineData("!-!a", "(!(-(!a)))")]
    [InlineData("a ? b : c ? d : e", "(a ? b : (c ? d : e))")]
    [InlineData("a ? b ? c : d : e", "(a ? (b ? c : d) : e)")]
    [InlineData("a == b != c", "((a == b) != c)")]
    [InlineData("x[1]", "x[1]")]
    [InlineData("x[:]", "x[::]")]
    [InlineData("x[1:]", "x[1::]")]
    [InlineData("x[:2]", "x[:2:]")]
    [InlineData("x[::]", "x[::]")]
    [InlineData("x[1:2:3]", "x[1:2:3]")]
    [InlineData("x[::-1]", "x[::(-1)]")]
    [InlineData("x[a ? b : c : d]", "x[(a ? b : c):d:]")]
    [InlineData("5.x", "5.x")]
    [InlineData("$req . name", "$req.name")]
    [InlineData("$request.a.b[0].c", "$request.a.b[0].c")]
    [InlineData("len(none, entry.fn, capture)", "len(none, entry.fn, capture)")]
    [InlineData("a.true.null.and", "a.true.null.and")]
    [InlineData("8/*2*/", "8")]
    public void ReadsExpressions(string source, string shape) => Assert.Equal(shape, Shape.Of(Value(source)));

    [Theory]
    [InlineData("/ arg0 /* x */ > 1 # y\n /", "(arg0 > 1)")]
    [InlineData("/ (arg0 / 2) > x[4 / 2] /", "((arg0 / 2) > x[(4 / 2)])")]
    [InlineData("/ max(8 / 4, 1) //*c*/", "max((8 / 4), 1)")]
    [InlineData("/*c*// a /", "a")]
    public void ReadsPredicates(string predicate, string shape) =>
        Assert.Equal(shape, Shape.Of(Assert.Single(Parse($"fn:a:entry {predicate} {{}}").Probes).Predicate!));

    [Theory]
    [InlineData("sample 10%;", 0.1)]
    [InlineData("sample 2.5 %;", 0.025)]
    [InlineData("sample 1/100;", 0.01)]
    [InlineData("sample 0%;", 0.0)]
    public void ReadsSamples(string source, double rate) => Assert.Equal(rate, Assert.IsType<SampleSyntax>(Statement(source)).Rate);

    [Theory]
    [InlineData("capture();", false, "")]
    [InlineData("send(a, b,);", false, "a b")]
    [InlineData("capture(a==1);", false, "(a == 1)")]
    [InlineData("capture(entry=1, fn=2, send=3, true=4,);", true, "entry=1 fn=2 send=3 true=4")]
    public void ReadsCaptures(string source, bool isNamed, string arguments)
    {
        var capture = Assert.IsType<CaptureSyntax>(Statement(source));
        Assert.Equal(source.StartsWith("send", StringComparison.Ordinal), capture.IsSend);
        Assert.Equal(isNamed, capture.IsNamed);
        Assert.Equal(
            arguments,
            string.Join(' ', capture.Arguments.Select(a => (a.Name is null ? "" : a.Name + "=") + Shape.Of(a.Value))));
    }

    [Fact]
    public void ReadsAssignments()
    {
        var assignment = Assert.IsType<AssignmentSyntax>(Statement("$request.x = a / 2 / 3;"));
        Assert.True(assignment.Target.IsLong);
        Assert.Equal(("x", "((a / 2) / 3)"), (assignment.Target.Name, Shape.Of(assignment.Value)));
    }

    [Fact]
    public void SpansCoverWhatWasWritten()
    {
        const string Source = "fn:a.b:entry+1 / x.y > 1 / { $req.n = len( s ); }";
        var probe = Assert.Single(Parse(Source).Probes);
        string Text(SourceSpan span) => Source.Substring(span.Start, span.Length);

        Assert.Equal(Source, Text(probe.Span));
        Assert.Equal("fn:a.b:entry+1", Text(probe.Spec.Span));
        Assert.Equal("a.b", Text(probe.Spec.TargetSpan));
        Assert.Equal("entry", Text(probe.Spec.PointSpan));
        Assert.Equal("x.y > 1", Text(probe.Predicate!.Span));
        var assignment = Assert.IsType<AssignmentSyntax>(Assert.Single(probe.Body));
        Assert.Equal("$req.n = len( s );", Text(assignment.Span));
        Assert.Equal("len( s )", Text(assignment.Value.Span));
    }

    [Fact]
    public void AgreesWithTheReferenceOnWhatIsWellFormed()
    {
        Assert.All(Golden.Accepted, golden => Assert.Empty(SourceParser.Parse(golden.Source).Diagnostics));

        // These are well formed, and rejected for what they mean.
        string[] meaning = ["cap_args_128_named", "cap_args_256", "sample_zero_ratio"];
        Assert.All(
            Golden.All.Where(golden => golden.Bytes is null && !meaning.Contains(golden.Name)),
            golden => Assert.NotEmpty(SourceParser.Parse(golden.Source).Diagnostics));
    }

    private static ProgramSyntax Parse(string source)
    {
        var result = SourceParser.Parse(source);
        Assert.Empty(result.Diagnostics);
        return result.Program;
    }

    private static StatementSyntax Statement(string source) =>
        Assert.Single(Assert.Single(Parse($"fn:a:entry {{ {source} }}").Probes).Body);

    private static ExpressionSyntax Value(string source) =>
        Assert.Single(Assert.IsType<CaptureSyntax>(Statement($"capture({source});")).Arguments).Value;
}
