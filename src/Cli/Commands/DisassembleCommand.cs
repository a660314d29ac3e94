using System.CommandLine;
using HogTrace.Bytecode;
using HogTrace.Cli.Input;
using HogTrace.Cli.Listing;
using HogTrace.Cli.Output;
using HogTrace.IlBackend;
using HogTrace.Parser;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace disasm</c>: shows the instructions of a program.</summary>
internal sealed class DisassembleCommand : ExampleCommand
{
    private readonly InputArguments _input;
    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for one object a program.",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _il = new("--il") { Description = "Show under each instruction the IL that it is compiled to." };
    private readonly Option<Signature?> _signature = new("--signature")
    {
        Description = "With --il: types of the probed method's parameters, such as 'string,long?'; without, nothing is known of the arguments.",
        HelpName = "TYPES",
        CustomParser = result =>
        {
            if (!Signature.TryParse(result.Tokens is [var token] ? token.Value : "", out var signature, out string? error))
                result.AddError($"--signature: {error}");
            return signature;
        },
    };

    public DisassembleCommand(CommandConsole console)
        : base(console, "disasm", "Show the constants and instructions of a source or a compiled program.",
            "hogtrace disasm probes.hog",
            "hogtrace disasm probes.hogc",
            "hogtrace disasm -e 'fn:a.b:entry { capture(arg0 + 1); }'",
            "hogtrace disasm --il -e 'fn:a.b:entry / arg0 > 5 / { capture(arg0); }'",
            "hogtrace disasm --il --signature int,string --format json probes.hog")
    {
        _input = new InputArguments(this, "Source, compiled program, or compiled program as hexadecimal text", isSingle: true);
        _format.AcceptOnlyFromAmong("text", "json");
        Validators.Add(result =>
        {
            if (result.GetResult(_signature) is not null && !result.GetValue(_il))
                result.AddError("--signature is for --il");
        });
        Add(_format);
        Add(_il);
        Add(_signature);
    }

    protected override int Run(ParseResult arguments)
    {
        var input = _input.Single(arguments);
        if (arguments.GetValue(_il) && !CodeCompiler.IsSupported)
            return Fail("--il needs a runtime that compiles code while it runs, which this one doesn't");
        if (!SourceReading.TryReadProgram(Console, input, out var program))
            return ExitCodes.Failure;
        return program.Source is { } source ? ListSource(arguments, input, source) : ListCompiled(arguments, input, program.Compiled!);
    }

    private int ListSource(ParseResult arguments, InputFile input, string source)
    {
        if (!SourceReading.TryCompile(Console, input, source, new CompileOptions(), out var program))
            return ExitCodes.Failure;
        List(arguments, program, Verifier.Verify(program).Program);
        return ExitCodes.Success;
    }

    private int ListCompiled(ParseResult arguments, InputFile input, byte[] bytes)
    {
        var read = ProgramCodec.ReadAll(bytes);
        if (!read.IsAccepted)
            return Fail($"{input.DisplayName}: {read.Rejection}");
        bool isText = arguments.GetValue(_format) == "text";
        for (int i = 0; i < read.Value.Count; i++)
        {
            if (i > 0 && isText)
                Console.Out.WriteLine();
            if (read.Value.Count > 1 && isText)
                Console.Out.WriteLine($"# {ConstantText.Quote(read.Value[i].Id)}");
            var verification = Verifier.Verify(read.Value[i].Program);
            List(arguments, read.Value[i].Program, verification.Program);
            // A listing is wanted of broken programs above all; that they are broken is worth a word.
            if (verification.Rejection is { } rejection)
                Console.Warning($"{input.DisplayName}: the program would not run: {rejection}");
        }

        return ExitCodes.Success;
    }

    private void List(ParseResult arguments, Program program, VerifiedProgram? verified)
    {
        var il = arguments.GetValue(_il) && verified is not null ? new IlLister(verified, arguments.GetValue(_signature)) : null;
        if (arguments.GetValue(_format) == "json")
            Console.Write(ProgramJson.ToBytes(program, il is null ? null : il.List));
        else
            Disassembler.Write(program, Console.Out, il is null ? null : il.List);
    }
}
