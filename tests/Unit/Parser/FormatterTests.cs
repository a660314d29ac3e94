using HogTrace.Parser;
using HogTrace.Parser.Formatting;

namespace HogTrace.Tests.Unit.Parser;

public sealed class FormatterTests
{
    private const string Messy = """
        # head

        # second
        fn : a . b*:entry + 3 # after spec
        / ((arg0 /* x */ > - 1)) && !(b) && (a/2)>x[ 1 : -2 : ] # why
         && c/
        { # in body

          /* own */ capture ( a = 1 , b=len( args ) , ) ; # tail

          sample 1 / 100 ;


          $req . x = a ? b[c?d:e] : -x [ 1 ] ;
          capture(aaaaaaaaaaaaaaaaaaaaaaaa=aaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbb=max(bbbbbbbbbbbbbbb, c), d=1);
          # end
        } # eof
        # more
        py:**:exit{}
        # trail
        """;

    private const string Tidy = """
        # head

        # second
        fn:a.b*:entry+3  # after spec
        / (arg0 /* x */ > -1) && !(b) && (a / 2) > x[1:-2:]  # why
            && c /
        {  # in body

            /* own */
            capture(a=1, b=len(args));  # tail

            sample 1/100;

            $req.x = a ? b[c ? d : e] : -x[1];
            capture(
                aaaaaaaaaaaaaaaaaaaaaaaa=aaaaaaaaaaaaaaaaaaaaaaaaa,
                bbbbbbbbbbbbbbbbbb=max(bbbbbbbbbbbbbbb, c),
                d=1
            );
            # end
        }  # eof

        # more
        py:**:exit
        {
        }

        # trail

        """;

    [Fact]
    public void LaysOutInOneWay() => Assert.Equal(Tidy, Formatter.Format(Messy).Text);

    [Fact]
    public void KeepsWhatIsTidy() => Assert.Equal(Tidy, Formatter.Format(Tidy).Text);

    [Theory]
    [InlineData("fn:a:entry { capture(a=1 # x\n, # y\n# z\nb=2 # w\n); }")]
    [InlineData("/* a */ fn:a:entry /* b\n c */ { /* d */ } /* e */ fn:b:exit {}")]
    [InlineData("fn:a:entry#x\n{#y\n}#z")]
    [InlineData("\r\n\r\n#a\r\n\r\n\r\nfn:a:entry{\r\n\r\ncapture(1);\r\n\r\n}\r\n")]
    [InlineData("fn:a:entry { capture(a(((1))), ((b)), (((c)))); }")]
    [InlineData("fn:a:entry { capture(v=((1) /* c */), w=(((2)/* d */))); }")]
    [InlineData("fn:a:entry { capture(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, # one\nyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy /* two */, zzzzzzzzzzzzzzzzzzzz[1, 2 # t\n]); }")]
    [InlineData("fn:a:entry { $req.x = # why\n 1; }")]
    [InlineData("")]
    [InlineData("# only")]
    public void SettlesAtOnce(string source)
    {
        if (Formatter.Format(source).Text is { } once)
            Assert.Equal(once, Formatter.Format(once).Text);
        else
            Assert.NotEmpty(SourceParser.Parse(source).Diagnostics);
    }

    [Fact]
    public void KeepsMeaningAndSettlesOnEveryGoldenSource()
    {
        Assert.All(Golden.Accepted, golden =>
        {
            string once = Formatter.Format(golden.Source).Text!;
            Assert.Equal(once, Formatter.Format(once).Text);
            Assert.Equal(Shapes(golden.Source), Shapes(once));
        });
    }

    [Fact]
    public void PrintedTreesReadBack()
    {
        Assert.All(Golden.Accepted.Append(new Golden("messy", Messy, [])), golden =>
        {
            string printed = SyntaxPrinter.Print(SourceParser.Parse(golden.Source).Program);
            Assert.Equal(Shapes(golden.Source), Shapes(printed));
            Assert.Equal(printed, SyntaxPrinter.Print(SourceParser.Parse(printed).Program));
        });
    }

    [Fact]
    public void RefusesABrokenSource()
    {
        var result = Formatter.Format("fn:a:entyr { }");
        Assert.Null(result.Text);
        Assert.Equal("HT1005", Assert.Single(result.Diagnostics).Code);
    }

    private static string Shapes(string source) => string.Join('\n', SourceParser.Parse(source).Program.Probes.Select(
        probe => $"{probe.Spec.Provider} {probe.Spec.Target} {probe.Spec.Point} {probe.Spec.Offset} {Shape.Of(probe.Predicate)} "
            + string.Join(' ', probe.Body.Select(Shape.Of))));
}
