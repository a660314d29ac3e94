using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Tests.Unit.Compiler;

/// <summary>Past a limit there is a diagnostic, on a small stack too.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("&&")]
    [InlineData("||")]
    [InlineData("+")]
    [InlineData("==")]
    public void A_chain_may_be_as_long_as_the_code(string op)
    {
        Assert.Empty(Compiled.Codes($"fn:a:entry {{ capture(v={Chain(op, 8_000)}); }}"));
        Assert.Equal(
            [DiagnosticCodes.TooLarge],
            Compiled.Codes($"fn:a:entry {{ capture(v={Chain(op, 100_000)}); }}"));
    }

    [Fact]
    public void Code_may_fill_its_limit_exactly()
    {
        // Seven bytes each: PushConst, CallFunc, and Pop makes eight.
        string statements = string.Concat(Enumerable.Repeat("capture(1);", Limits.CodeBytes / 8));

        Program program = Compiled.Program($"fn:a:entry {{ {statements} }}", Compiled.Version1);

        Assert.Equal(Limits.CodeBytes, program.Probes[0].Body.Length);
        Assert.Equal(
            [DiagnosticCodes.TooLarge], Compiled.Codes($"fn:a:entry {{ {statements} capture(); }}", Compiled.Version1));
    }

    [Fact]
    public void Constants_are_limited()
    {
        var source = new StringBuilder();
        for (int i = 0; i <= Limits.Constants; i++)
        {
            if (i % 1_000 == 0)
                source.Append(i > 0 ? "}" : "").Append("fn:a:entry{");
            source.Append("send(").Append(i).Append(");");
        }

        Assert.Contains(DiagnosticCodes.TooLarge, Compiled.Codes(source.Append('}').ToString(), Compiled.Version1));
    }

    [Fact]
    public void Operands_on_the_stack_are_limited()
    {
        static string Nested(int calls) => calls == 0 ? "1" : $"max({string.Join(',', Enumerable.Repeat("1", 200))},{Nested(calls - 1)})";

        Program program = Compiled.Program($"fn:a:entry {{ capture(v={Nested(2)}); }}");
        Assert.Null(Verifier.Verify(program).Rejection);
        Assert.Equal([DiagnosticCodes.TooLarge], Compiled.Codes($"fn:a:entry {{ capture(v={Nested(3)}); }}"));
    }

    [Fact]
    public void Strings_are_limited() =>
        Assert.Equal(
            [DiagnosticCodes.StringTooLong],
            Compiled.Codes($"fn:a:entry {{ capture(v='{new string('x', Limits.StringBytes + 1)}'); }}"));

    [Fact]
    public void A_source_that_fills_the_message_is_left_out()
    {
        string source = "fn:a:entry { capture(arg0); }".PadRight(Limits.SourceBytes);

        Program program = Compiled.Program(source);

        Assert.Empty(program.SourceText);
        Assert.NotEmpty(program.Probes[0].Positions);
        Assert.Equal(program.Probes[0].Body, ProgramCodec.Read(ProgramCodec.Write(program)).Value!.Probes[0].Body.AsEnumerable());
    }

    [Fact]
    public void A_program_past_the_message_is_rejected()
    {
        string probe = $"fn:a:entry{{send({Chain("+", 15_000)});}}";

        Assert.Empty(Compiled.Codes(string.Concat(Enumerable.Repeat(probe, 10))));
        Assert.Equal([DiagnosticCodes.TooLarge], Compiled.Codes(string.Concat(Enumerable.Repeat(probe, 20))));
    }

    [Theory]
    [InlineData("(0||0&&0==0<0+0*", "1", ")")]
    [InlineData("(arg0||arg0&&arg0==arg0<arg0+arg0*", "1", ")")]
    [InlineData("arg0?1:", "2", "")]
    [InlineData("!", "arg0", "")]
    [InlineData("len(arg0||arg0&&arg0==arg0<arg0+arg0*", "arg0", ")")]
    [InlineData("arg0[arg0||arg0&&arg0==arg0<arg0+arg0*", "arg0", "]")]
    public void The_deepest_source_fits_a_small_stack(string open, string inner, string close)
    {
        const int levels = Limits.SourceNesting - 2;
        string expression =
            string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));

        CompileResult result = SmallStack.Run(() => Compiled.Result($"fn:a:entry {{ capture(v={expression}); }}"));

        Assert.NotNull(result.Program);
    }

    private static string Chain(string op, int operands) => string.Join(op, Enumerable.Repeat("x", operands));
}
