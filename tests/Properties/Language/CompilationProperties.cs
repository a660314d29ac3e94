using CsCheck;
using HogTrace.Bytecode;
using HogTrace.Parser;
using HogTrace.Parser.Formatting;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Language;

/// <summary>Random sources through the compiler, the verifier and the codec.</summary>
public sealed class CompilationProperties
{
    [Theory]
    [InlineData(2u, true)]
    [InlineData(2u, false)]
    [InlineData(1u, true)]
    public void WhatCompilesVerifiesAndSurvivesTheWire(uint version, bool fold)
    {
        const int Sources = 10_000;
        int compiled = 0;
        var options = new CompileOptions { BytecodeVersion = version, Fold = fold };
        Gen.Byte.Array[0, 200].Sample(
            bytes =>
            {
                string source = SyntaxPrinter.Print(new SyntaxMaker(new Choices(bytes)).Program());
                var result = ProgramCompiler.Compile(source, options);
                bool hasErrors = result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                Assert.Equal(hasErrors, result.Program is null);
                if (result.Program is not { } program)
                    return;
                compiled++;
                Assert.Equal(version, program.Version);
                Assert.Null(Verifier.Verify(program).Rejection);
                byte[] written = ProgramCodec.Write(program);
                var read = ProgramCodec.Read(written);
                Assert.Null(read.Rejection);
                Assert.Null(Verifier.Verify(read.Value!).Rejection);
                Assert.Equal(written, ProgramCodec.Write(read.Value!));
            },
            iter: Sources,
            threads: 1);
        Assert.True(compiled > Sources / 10, $"only {compiled} of {Sources} sources compiled");
    }

    [Fact]
    public void FormattingDoesNotChangeTheProgram() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            var options = new CompileOptions { BytecodeVersion = BytecodeVersion.Reference, Fold = false };
            string source = SyntaxPrinter.Print(new SyntaxMaker(new Choices(bytes)).Program());
            if (ProgramCompiler.Compile(source, options).Program is not { } program)
                return;
            var formatted = ProgramCompiler.Compile(Formatter.Format(source).Text!, options).Program;
            Assert.Equal(ProgramCodec.Write(program), ProgramCodec.Write(formatted!));
        },
        iter: 5_000,
        threads: 1);
}
