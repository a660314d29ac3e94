using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Parser;

namespace HogTrace.Cli.Commands;

/// <summary>Makes one program of all that the command line names; says on standard error why it can't.</summary>
internal static class ProgramLoading
{
    private const char ByteOrderMark = '\uFEFF';

    public static bool TryLoad(CommandConsole console, IReadOnlyList<InputFile> inputs, [NotNullWhen(true)] out TracedProgram? program)
    {
        program = null;
        var sources = new List<(InputFile Input, string Text)>();
        foreach (var input in inputs)
        {
            if (!SourceReading.TryReadProgram(console, input, out var read))
                return false;
            if (read.Source is { } text)
                sources.Add((input, text));
            else if (inputs.Count == 1)
                return TryLoadCompiled(console, input, read.Compiled!, out program);
            else
                return Fail(console, $"{input.DisplayName} is a compiled program, which can't be joined with others; give it alone");
        }

        return TryCompile(console, sources, out program);
    }

    private static bool TryCompile(
        CommandConsole console, List<(InputFile Input, string Text)> sources, [NotNullWhen(true)] out TracedProgram? program)
    {
        program = null;
        Program? compiled = null;
        bool isSound = true;
        foreach (var (input, text) in sources)
            isSound &= SourceReading.TryCompile(console, input, text, new CompileOptions(), out compiled);
        if (!isSound)
            return false;
        var parts = Join(sources, out string joined);
        string name = string.Join('+', sources.Select(source => source.Input.SourceName).Where(part => part.Length > 0).Distinct());
        if (sources.Count > 1)
        {
            var result = ProgramCompiler.Compile(joined, new CompileOptions { SourceName = name });
            compiled = result.Program;
            if (compiled is null)
                return Fail(console, $"together the sources make no program: {result.Diagnostics.First(item => item.Severity == DiagnosticSeverity.Error).Message}");
        }

        program = new TracedProgram(compiled!, name, parts);
        return compiled!.Probes.Length > 0 || Fail(console, "the source has no probe");
    }

    // One below the other: probes stand on their own, and each line keeps its place in its source.
    private static List<SourcePart> Join(List<(InputFile Input, string Text)> sources, out string joined)
    {
        var parts = new List<SourcePart>();
        int line = 1;
        foreach (var (input, text) in sources)
        {
            parts.Add(new SourcePart(input.DisplayName, text, line));
            line += text.Count(c => c == '\n') + 1;
        }

        joined = string.Join('\n', sources.Select((source, i) => i == 0 ? source.Text : source.Text.TrimStart(ByteOrderMark)));
        return parts;
    }

    private static bool TryLoadCompiled(
        CommandConsole console, InputFile input, byte[] bytes, [NotNullWhen(true)] out TracedProgram? program)
    {
        program = null;
        var read = ProgramCodec.Read(bytes);
        var rejection = read.IsAccepted ? Verifier.Verify(read.Value).Rejection : read.Rejection;
        if (rejection is not null)
            return Fail(console, $"{input.DisplayName}: {rejection}");
        string name = read.Value!.SourceName.Length > 0 ? read.Value.SourceName : input.SourceName;
        SourcePart[] parts = read.Value.SourceText.Length > 0 ? [new SourcePart(name, read.Value.SourceText, 1)] : [];
        program = new TracedProgram(read.Value, name, parts);
        return program.Program.Probes.Length > 0 || Fail(console, $"{input.DisplayName}: the program has no probe");
    }

    private static bool Fail(CommandConsole console, string message)
    {
        console.Error(message);
        return false;
    }
}
