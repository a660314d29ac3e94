using HogTrace.Bytecode;
using HogTrace.Parser;

namespace HogTrace.Tests.Conformance;

/// <summary>Version 1 without folding is the reference's output, byte for byte.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Programs => [.. Names(isProgram: true)];

    public static TheoryData<string> Rejected => [.. Names(isProgram: false)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Compiles_to_the_bytes_of_the_reference(string name)
    {
        GoldenCase golden = GoldenCase.All[name];

        CompileResult result = ProgramCompiler.Compile(
            golden.Source, new CompileOptions { BytecodeVersion = 1, Fold = false });

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(golden.Protobuf, Convert.ToHexStringLower(ProgramCodec.Write(result.Program!)));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Rejects_what_the_reference_rejects(string name)
    {
        CompileResult result = ProgramCompiler.Compile(
            GoldenCase.All[name].Source, new CompileOptions { BytecodeVersion = 1 });

        Assert.Null(result.Program);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Verifier_accepts_whatever_is_emitted(string name)
    {
        CompileOptions[] all =
        [
            new(), new() { Fold = false }, new() { BytecodeVersion = 1 }, new() { BytecodeVersion = 1, Fold = false },
        ];
        foreach (CompileOptions options in all)
        {
            Program program = ProgramCompiler.Compile(GoldenCase.All[name].Source, options).Program!;

            Assert.Null(Verifier.Verify(program).Rejection);
        }
    }

    private static IEnumerable<string> Names(bool isProgram) =>
        GoldenCase.All.Values.Where(golden => golden.IsProgram == isProgram).Select(golden => golden.Name);
}
