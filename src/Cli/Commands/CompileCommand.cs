using System.CommandLine;
using HogTrace.Bytecode;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Parser;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace compile</c>: from source to a program.</summary>
internal sealed class CompileCommand : ExampleCommand
{
    private readonly InputArguments _input;
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Where the program goes; '-' is standard output, which hex and json take by default.",
        HelpName = "OUT",
    };

    private readonly Option<uint> _bytecode = new("--bytecode")
    {
        Description = "Version of the bytecode; 1 runs on the reference implementation.",
        HelpName = "1|2",
        DefaultValueFactory = _ => BytecodeVersion.Current,
    };

    private readonly Option<bool> _noFold = new("--no-fold") { Description = "Leave constant expressions as they are written." };
    private readonly Option<string> _format = new("--format")
    {
        Description = "binary is protobuf, hex the same as one line of text, json is for reading only.",
        DefaultValueFactory = _ => "binary",
    };

    public CompileCommand(CommandConsole console)
        : base(console, "compile", "Compile a source to a program.",
            "hogtrace compile probes.hog -o probes.hogc",
            "hogtrace compile probes.hog --bytecode 1 --no-fold --format hex",
            "hogtrace compile --format json -e 'fn:a.b:exit / retval > 2 / { capture(retval); }'")
    {
        _input = new InputArguments(this, "Source to compile", isSingle: true);
        _format.AcceptOnlyFromAmong("binary", "hex", "json");
        _bytecode.Validators.Add(result =>
        {
            if (!uint.TryParse(result.Tokens is [var token] ? token.Value : "2", out uint version) || !BytecodeVersion.IsKnown(version))
                result.AddError("--bytecode is 1 or 2");
        });
        Validators.Add(result =>
        {
            if (result.GetResult(_format) is not { } format || format.Tokens.Count == 0 || format.Tokens[0].Value == "binary")
            {
                if (result.GetValue(_output) is null)
                    result.AddError("-o OUT says where the program goes; '-o -' is standard output");
            }
        });
        Add(_output);
        Add(_format);
        Add(_bytecode);
        Add(_noFold);
    }

    protected override int Run(ParseResult arguments)
    {
        var input = _input.Single(arguments);
        var options = new CompileOptions
        {
            BytecodeVersion = arguments.GetValue(_bytecode),
            Fold = !arguments.GetValue(_noFold),
        };
        if (!SourceReading.TryRead(Console, input, out string? source)
            || !SourceReading.TryCompile(Console, input, source, options, out var program))
            return ExitCodes.Failure;
        if (Verifier.Verify(program).Rejection is { } rejection)
            throw new InvalidOperationException($"the compiler made a program that the verifier rejects: {rejection}");
        return Write(Format(program, arguments.GetValue(_format)!), arguments.GetValue(_output));
    }

    private static byte[] Format(Program program, string format)
    {
        if (format == "json")
            return ProgramJson.ToBytes(program);

        byte[] bytes = ProgramCodec.Write(program);
        return format == "hex" ? System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes) + "\n") : bytes;
    }

    private int Write(byte[] content, string? path)
    {
        if (path is null or InputFile.StandardInputPath)
        {
            Console.Write(content);
            return ExitCodes.Success;
        }

        try
        {
            File.WriteAllBytes(path, content);
            return ExitCodes.Success;
        }
        catch (Exception failure) when (FileFailure.Describe(failure, path) is { } reason)
        {
            return Fail($"{DisplayNames.Of(path)}: {reason}");
        }
    }
}
