using HogTrace.Parser;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Tests.Unit.Compiler;

/// <summary>The rules behind the grammar.</summary>
public sealed class BindingTests
{
    [Theory]
    [InlineData("fn:a.b:entry { capture(lenn(args)); }", DiagnosticCodes.UnknownFunction)]
    [InlineData("fn:a.b:entry { capture(eval('1')); }", DiagnosticCodes.UnknownFunction)]
    [InlineData("fn:a.b:entry { capture(len()); }", DiagnosticCodes.WrongArity)]
    [InlineData("fn:a.b:entry { capture(round(1.5, 2, 3)); }", DiagnosticCodes.WrongArity)]
    [InlineData("fn:a.b:entry { capture(retval); }", DiagnosticCodes.ExitOnlyName)]
    [InlineData("fn:a.b:entry / exception != None / { }", DiagnosticCodes.ExitOnlyName)]
    [InlineData("fn:a.b:entry { capture(duration); }", DiagnosticCodes.ExitOnlyName)]
    [InlineData("fn:a.b:entry { capture(a=1, b=2, a=3); }", DiagnosticCodes.DuplicateField)]
    [InlineData("fn:a.b:entry { sample 0%; }", DiagnosticCodes.SampleRange)]
    [InlineData("fn:a.b:entry { sample 101%; }", DiagnosticCodes.SampleRange)]
    [InlineData("fn:a.b:entry { sample 1/0; }", DiagnosticCodes.SampleRange)]
    [InlineData("fn:a.b:entry { sample 0/0; }", DiagnosticCodes.SampleRange)]
    [InlineData("fn:a.b:entry { sample 10%; sample 1/2; }", DiagnosticCodes.RepeatedSample)]
    public void Error(string source, string code)
    {
        CompileResult result = Compiled.Result(source);

        Assert.Null(result.Program);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((code, DiagnosticSeverity.Error), (diagnostic.Code, diagnostic.Severity));
    }

    [Theory]
    [InlineData("nil", "None")]
    [InlineData("none", "None")]
    [InlineData("agrs", "args")]
    [InlineData("retvla", "retval")]
    [InlineData("Self", "self")]
    [InlineData("excepton", null)]
    [InlineData("exceptoin", "exception")]
    [InlineData("arg00", "arg0")]
    [InlineData("arg012", "arg12")]
    [InlineData("arg", null)]
    [InlineData("local", null)]
    [InlineData("result", null)]
    [InlineData("arg1000", null)]
    public void A_name_next_to_a_reserved_one_is_a_warning(string name, string? meant)
    {
        CompileResult result = Compiled.Result($"fn:a.b:exit {{ capture({name}); }}");

        Assert.NotNull(result.Program);
        Assert.Equal(
            meant is null ? [] : [$"Did you mean '{meant}'?"],
            result.Diagnostics.Select(diagnostic => diagnostic.Hint));
    }

    [Theory]
    [InlineData("False", true)]
    [InlineData("1 > 2", true)]
    [InlineData("arg0 && False", false)]
    [InlineData("5", true)]
    [InlineData("len(args)", true)]
    [InlineData("arg0 + 1", true)]
    [InlineData("True", false)]
    [InlineData("arg0", false)]
    [InlineData("contains(args, 1)", false)]
    [InlineData("!!len(args)", false)]
    public void A_predicate_that_never_passes_is_a_warning(string predicate, bool warns) =>
        Assert.Equal(
            warns ? [DiagnosticCodes.NeverFires] : [],
            Compiled.Codes($"fn:a.b:entry / {predicate} / {{ }}"));

    [Fact]
    public void An_unknown_function_points_to_the_nearest()
    {
        const string source = "fn:a.b:entry { capture(x=lenn(args)); }";
        Diagnostic diagnostic = Assert.Single(Compiled.Result(source).Diagnostics);

        Assert.Equal("Did you mean 'len'?", diagnostic.Hint);
        Assert.Equal("lenn", source.Substring(diagnostic.Start, diagnostic.Length));
    }

    [Fact]
    public void Every_mistake_of_every_probe_is_reported_in_order() =>
        Assert.Equal(
            [DiagnosticCodes.ExitOnlyName, DiagnosticCodes.UnknownFunction, DiagnosticCodes.AlwaysFaults],
            Compiled.Codes("fn:a.b:entry { capture(retval); } fn:a.c:exit { capture(f(1)); send(1/0); }"));
}
