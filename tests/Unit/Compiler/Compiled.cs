using System.Globalization;
using HogTrace.Bytecode;
using HogTrace.Parser;

namespace HogTrace.Tests.Unit.Compiler;

/// <summary>Compiles sources and shows code as one line an instruction, constants and targets in place.</summary>
internal static class Compiled
{
    public static readonly CompileOptions Plain = new() { Fold = false };

    public static readonly CompileOptions Version1 = new() { BytecodeVersion = 1, Fold = false };

    public static CompileResult Result(string source, CompileOptions? options = null) =>
        ProgramCompiler.Compile(source, options ?? new CompileOptions());

    public static Program Program(string source, CompileOptions? options = null)
    {
        CompileResult result = Result(source, options);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return result.Program!;
    }

    /// <summary>The code of an exit probe's predicate.</summary>
    public static string[] Predicate(string expression, CompileOptions? options = null)
    {
        Program program = Program($"fn:a.b:exit / {expression} / {{ }}", options);
        return Listing(program, program.Probes[0].Predicate.AsSpan());
    }

    /// <summary>The code of an exit probe's body.</summary>
    public static string[] Body(string statements, CompileOptions? options = null)
    {
        Program program = Program($"fn:a.b:exit {{ {statements} }}", options);
        return Listing(program, program.Probes[0].Body.AsSpan());
    }

    /// <summary>The code that computes an expression.</summary>
    public static string[] Value(string expression, CompileOptions? options = null)
    {
        string[] body = Body($"$req.x = {expression};", options);
        return body[1..^1];
    }

    /// <summary>The codes of the diagnostics of a whole source.</summary>
    public static string[] Codes(string source, CompileOptions? options = null) =>
        [.. Result(source, options).Diagnostics.Select(diagnostic => diagnostic.Code)];

    public static string[] Listing(Program program, ReadOnlySpan<byte> code)
    {
        var lines = new List<string>();
        int offset = 0;
        while (InstructionDecoder.TryRead(code, offset, out Instruction instruction, out int length))
        {
            lines.Add(Show(program, instruction, length));
            offset += length;
        }

        Assert.Equal(code.Length, offset);
        return [.. lines];
    }

    private static string Show(Program program, Instruction instruction, int length) => instruction.Opcode switch
    {
        Opcode.JumpIfFalse or Opcode.JumpIfTrue or Opcode.Jump =>
            string.Create(CultureInfo.InvariantCulture, $"{instruction.Opcode} +{instruction.Distance}"),
        Opcode.CallFunc or Opcode.CallNamed => string.Create(
            CultureInfo.InvariantCulture,
            $"{instruction.Opcode} {Show(program.Constants[instruction.Constant])} {instruction.Count}"),
        Opcode.GetSlice => string.Create(CultureInfo.InvariantCulture, $"GetSlice {instruction.Count}"),
        _ when length == 3 => $"{instruction.Opcode} {Show(program.Constants[instruction.Constant])}",
        _ => instruction.Opcode.ToString(),
    };

    private static string Show(Constant constant) => constant.Kind switch
    {
        ConstantKind.None => "None",
        ConstantKind.Bool => constant.Bits != 0 ? "True" : "False",
        ConstantKind.Int => constant.Bits.ToString(CultureInfo.InvariantCulture),
        ConstantKind.Float => constant.AsFloat.ToString("0.0###############", CultureInfo.InvariantCulture),
        ConstantKind.String => $"\"{constant.Text}\"",
        _ => constant.Text!,
    };
}
