using HogTrace.Bytecode;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Parser;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace disasm</c>: shows the instructions of a program.</summary>
internal sealed class DisassembleCommand : ExampleCommand
{
    private readonly InputArguments _input;

    public DisassembleCommand(CommandConsole console)
        : base(console, "disasm", "Show the constants and instructions of a source or a compiled program.",
            "hogtrace disasm probes.hog",
            "hogtrace disasm probes.hogc",
            "hogtrace disasm -e 'fn:a.b:entry { capture(arg0 + 1); }'") =>
        _input = new InputArguments(this, "Source, compiled program, or compiled program as hexadecimal text", isSingle: true);

    protected override int Run(ParseResult arguments)
    {
        var input = _input.Single(arguments);
        if (!SourceReading.TryReadProgram(Console, input, out var program))
            return ExitCodes.Failure;
        return program.Source is { } source ? ListSource(input, source) : ListCompiled(input, program.Compiled!);
    }

    private int ListSource(InputFile input, string source)
    {
        if (!SourceReading.TryCompile(Console, input, source, new CompileOptions(), out var program))
            return ExitCodes.Failure;
        Disassembler.Write(program, Console.Out);
        return ExitCodes.Success;
    }

    private int ListCompiled(InputFile input, byte[] bytes)
    {
        var read = ProgramCodec.ReadAll(bytes);
        if (!read.IsAccepted)
        {
            Console.Error($"{input.DisplayName}: {read.Rejection}");
            return ExitCodes.Failure;
        }

        for (int i = 0; i < read.Value.Count; i++)
        {
            if (i > 0)
                Console.Out.WriteLine();
            if (read.Value.Count > 1)
                Console.Out.WriteLine($"# {ConstantText.Quote(read.Value[i].Id)}");
            Disassembler.Write(read.Value[i].Program, Console.Out);
            // A listing is wanted of broken programs above all; that they are broken is worth a word.
            if (Verifier.Verify(read.Value[i].Program).Rejection is { } rejection)
                Console.Warning($"{input.DisplayName}: the program would not run: {rejection}");
        }

        return ExitCodes.Success;
    }
}
