using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Tests.Unit.Compiler;

/// <summary>Version 1 as the reference writes it, and what it cannot express.</summary>
public sealed class Version1Tests
{
    [Theory]
    [InlineData("arg0 && arg1 || arg2", "LoadVar arg0,LoadVar arg1,And,LoadVar arg2,Or")]
    [InlineData("!(arg0 && arg1)", "LoadVar arg0,LoadVar arg1,And,Not")]
    [InlineData("-5", "PushConst -5")]
    [InlineData("-1.5", "PushConst -1.5")]
    public void Value(string expression, string code) =>
        Assert.Equal(code.Split(','), Compiled.Value(expression, Compiled.Version1));

    [Theory]
    [InlineData("capture(arg0, 1);", "LoadVar arg0,PushConst 1,CallFunc capture 2,Pop")]
    [InlineData("capture(a=1);", "PushConst \"a\",PushConst 1,CallFunc capture 2,Pop")]
    [InlineData("send();", "CallFunc send 0,Pop")]
    public void Statement(string statement, string code) =>
        Assert.Equal(code.Split(','), Compiled.Body(statement, Compiled.Version1));

    [Theory]
    [InlineData("", "CallFunc rand 0,PushConst 0.25,Lt")]
    [InlineData("/ arg0 > 1 /", "CallFunc rand 0,PushConst 0.25,Lt,LoadVar arg0,PushConst 1,Gt,And")]
    [InlineData("/ arg0 /", "CallFunc rand 0,PushConst 0.25,Lt,LoadVar arg0,PushConst True,Eq,And")]
    public void A_sample_becomes_part_of_the_predicate(string predicate, string code)
    {
        Program program = Compiled.Program($"fn:a.b:entry {predicate} {{ sample 25%; }}", Compiled.Version1);

        Assert.Equal(code.Split(','), Compiled.Listing(program, program.Probes[0].Predicate.AsSpan()));
        Assert.Null(program.Probes[0].Sampling);
        Assert.Empty(program.SourceText);
        Assert.Empty(program.Probes[0].Positions);
    }

    [Fact]
    public void A_sample_of_all_needs_no_code() =>
        Assert.Empty(Compiled.Program("fn:a.b:entry { sample 100%; }", Compiled.Version1).Probes[0].Predicate);

    [Theory]
    [InlineData("fn:a.b:entry { capture(arg0 ? 1 : 2); }")]
    [InlineData("fn:a.b:entry { capture(arg0[1:]); }")]
    [InlineData("fn:a.b:entry { capture(-arg0); }")]
    [InlineData("fn:a.b:entry+1 { }")]
    public void Rejects_what_only_version_2_has(string source)
    {
        Assert.Equal([DiagnosticCodes.NeedsVersion2], Compiled.Codes(source, Compiled.Version1));
        Assert.Empty(Compiled.Codes(source));
    }

    [Fact]
    public void Named_fields_are_at_most_127()
    {
        static string Source(int fields) =>
            $"fn:a.b:entry {{ capture({string.Join(',', Enumerable.Range(0, fields).Select(i => $"k{i}=0"))}); }}";

        Assert.Empty(Compiled.Codes(Source(127), Compiled.Version1));
        Assert.Equal([DiagnosticCodes.WrongArity], Compiled.Codes(Source(128), Compiled.Version1));
        Assert.Empty(Compiled.Codes(Source(255)));
        Assert.Equal([DiagnosticCodes.WrongArity], Compiled.Codes(Source(256)));
    }

    [Fact]
    public void A_partial_glob_is_a_warning() =>
        Assert.Equal([DiagnosticCodes.PartialGlob], Compiled.Codes("fn:a.create_*:entry { }", Compiled.Version1));
}
