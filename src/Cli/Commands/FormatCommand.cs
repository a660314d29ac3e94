using System.CommandLine;
using System.Text;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Parser.Formatting;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace fmt</c>: lays sources out in the canonical way.</summary>
internal sealed class FormatCommand : ExampleCommand
{
    private readonly InputArguments _inputs;
    private readonly Option<bool> _check = new("--check") { Description = "Write nothing; name the files that differ, and exit with 1 if there are any." };
    private readonly Option<bool> _write = new("--write") { Description = "Write the files anew and name those that changed." };

    public FormatCommand(CommandConsole console)
        : base(console, "fmt", "Lay sources out in the canonical way.",
            "hogtrace fmt probes.hog",
            "hogtrace fmt --check probes/*.hog",
            "hogtrace fmt --write probes/*.hog")
    {
        _inputs = new InputArguments(this, "Sources to format", isSingle: false);
        Add(_check);
        Add(_write);
        Validators.Add(result =>
        {
            if (!result.GetValue(_write))
                return;
            if (result.GetValue(_check))
                result.AddError("--check and --write exclude each other");
            else if (_inputs.HasOtherThanFiles(result))
                result.AddError("--write is for files, not for standard input or -e");
        });
    }

    protected override int Run(ParseResult arguments)
    {
        int code = ExitCodes.Success;
        foreach (var input in _inputs.All(arguments))
        {
            if (!Format(input, arguments))
                code = ExitCodes.Failure;
        }

        return code;
    }

    private bool Format(InputFile input, ParseResult arguments)
    {
        if (!SourceReading.TryRead(Console, input, out string? source))
            return false;
        var result = Formatter.Format(source);
        SourceReading.Report(Console, input, source, result.Diagnostics);
        if (result.Text is not { } text)
            return false;
        if (arguments.GetValue(_check))
        {
            if (text != source)
                Console.Out.WriteLine(input.DisplayName);
            return text == source;
        }

        if (arguments.GetValue(_write))
            return text == source || Rewrite(input, text);
        Console.Out.Write(text);
        return true;
    }

    private bool Rewrite(InputFile input, string text)
    {
        if (AtomicFile.TryReplace(input.Path!, Encoding.UTF8.GetBytes(text), out string? reason))
        {
            Console.Out.WriteLine(input.DisplayName);
            return true;
        }

        Console.Error($"{input.DisplayName}: {reason}");
        return false;
    }
}
