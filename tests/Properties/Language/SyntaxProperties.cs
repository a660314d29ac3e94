using CsCheck;
using HogTrace.Parser;
using HogTrace.Parser.Formatting;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Language;

/// <summary>Random syntax trees through printer, parser and formatter.</summary>
public sealed class SyntaxProperties
{
    private static readonly Gen<byte[]> s_decisions = Gen.Byte.Array[0, 300];

    [Fact]
    public void WhatIsPrintedIsReadBack() => s_decisions.Sample(
        bytes =>
        {
            var program = new SyntaxMaker(new Choices(bytes)).Program();
            string source = SyntaxPrinter.Print(program);
            var parsed = SourceParser.Parse(source);
            Assert.True(parsed.Diagnostics.IsEmpty, $"{source}\n{string.Join('\n', parsed.Diagnostics)}");
            Assert.Equal(ProgramShape.Of(program), ProgramShape.Of(parsed.Program));
            Assert.Equal(ProgramShape.Of(program), ProgramShape.Of(SourceParser.Parse(SyntaxPrinter.Print(parsed.Program)).Program));
        },
        iter: 30_000,
        threads: 1);

    [Fact]
    public void FormattingKeepsTheTreeAndSettlesAtOnce() => s_decisions.Sample(
        bytes =>
        {
            var program = new SyntaxMaker(new Choices(bytes)).Program();
            string? formatted = Formatter.Format(SyntaxPrinter.Print(program)).Text;
            Assert.NotNull(formatted);
            Assert.Equal(ProgramShape.Of(program), ProgramShape.Of(SourceParser.Parse(formatted).Program));
            Assert.Equal(formatted, Formatter.Format(formatted).Text);
        },
        iter: 10_000,
        threads: 1);
}
