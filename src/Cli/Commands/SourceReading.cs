using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Parser;

namespace HogTrace.Cli.Commands;

/// <summary>The first steps that commands share; each says on standard error why it failed.</summary>
internal static class SourceReading
{
    public static bool TryRead(CommandConsole console, InputFile input, [NotNullWhen(true)] out string? source)
    {
        source = null;
        if (!input.TryRead(out byte[] bytes, out string error))
        {
            console.Error(error);
            return false;
        }

        if (SourceDecoder.TryDecode(bytes, out source, out string? reason))
            return true;
        console.Error($"{input.DisplayName}: {reason}");
        return false;
    }

    /// <summary>Reads what may be source or compiled.</summary>
    public static bool TryReadProgram(CommandConsole console, InputFile input, [NotNullWhen(true)] out ProgramInput? program)
    {
        program = null;
        if (!input.TryRead(out byte[] bytes, out string error))
        {
            console.Error(error);
            return false;
        }

        if (ProgramInput.TryDetect(bytes, out program, out string? reason))
            return true;
        console.Error($"{input.DisplayName}: {reason}");
        return false;
    }

    public static bool TryCompile(
        CommandConsole console, InputFile input, string source, CompileOptions options, [NotNullWhen(true)] out Program? program)
    {
        var result = ProgramCompiler.Compile(source, options with { SourceName = input.SourceName });
        Report(console, input, source, result.Diagnostics);
        program = result.Program;
        return program is not null;
    }

    public static void Report(CommandConsole console, InputFile input, string source, IReadOnlyList<Diagnostic> diagnostics) =>
        DiagnosticOutput.Write(console.ErrorWriter, console.ErrorHasColors, source, input.DisplayName, diagnostics);
}
