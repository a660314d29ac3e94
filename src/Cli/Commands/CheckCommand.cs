using System.CommandLine;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Parser;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace check</c>: says what is wrong with sources.</summary>
internal sealed class CheckCommand : ExampleCommand
{
    private readonly InputArguments _inputs;
    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for one object a diagnostic on a line.",
        DefaultValueFactory = _ => "text",
    };

    public CheckCommand(CommandConsole console)
        : base(console, "check", "Check sources for errors.",
            "hogtrace check probes.hog",
            "hogtrace check --format json probes/*.hog",
            "hogtrace check -e 'fn:Shop.Orders.Create:entry { capture(arg0); }'")
    {
        _inputs = new InputArguments(this, "Sources to check", isSingle: false);
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_format);
    }

    protected override int Run(ParseResult arguments)
    {
        bool isJson = arguments.GetValue(_format) == "json";
        int code = ExitCodes.Success;
        foreach (var input in _inputs.All(arguments))
        {
            if (!Check(input, isJson))
                code = ExitCodes.Failure;
        }

        return code;
    }

    private bool Check(InputFile input, bool isJson)
    {
        if (!SourceReading.TryRead(Console, input, out string? source))
            return false;
        var diagnostics = ProgramCompiler.Compile(source, new CompileOptions()).Diagnostics;
        if (isJson)
        {
            using var line = new JsonLine(Console);
            foreach (var diagnostic in diagnostics)
            {
                DiagnosticJson.Write(line.Start(), input.Name, diagnostic);
                line.End();
            }
        }
        else
        {
            DiagnosticOutput.Write(Console.Out, Console.OutHasColors, source, input.DisplayName, diagnostics);
        }

        return !diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
