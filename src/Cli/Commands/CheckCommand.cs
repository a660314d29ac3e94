using System.CommandLine;
using System.Text.Json;
using HogTrace.AgentProtocol;
using HogTrace.Bytecode;
using HogTrace.Cli.Binding;
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

    private readonly Option<string[]> _assemblies = new("--assembly")
    {
        Description = "Also bind the probes to the methods of an assembly, as a process that has loaded it would; may be given more than once.",
        HelpName = "FILE",
    };

    private readonly PolicyOption _policy = new();

    public CheckCommand(CommandConsole console)
        : base(console, "check", "Check sources for errors.",
            "hogtrace check probes.hog",
            "hogtrace check --format json probes/*.hog",
            "hogtrace check -e 'fn:Shop.Orders.Create:entry { capture(arg0); }'",
            "hogtrace check --assembly bin/Shop.dll probes.hog")
    {
        _inputs = new InputArguments(this, "Sources to check", isSingle: false);
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_format);
        Add(_assemblies);
        Add(_policy);
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

        return code == ExitCodes.Success && arguments.GetValue(_assemblies) is { Length: > 0 } paths
            ? Bind(paths, arguments, isJson)
            : code;
    }

    // All sources together are the program, and all assemblies what it is for.
    private int Bind(string[] paths, ParseResult arguments, bool isJson)
    {
        if (!ProgramLoading.TryLoad(Console, _inputs.All(arguments), out var program))
            return ExitCodes.Failure;
        if (!AssemblyCheck.TryBind(HogTraceProgram.Load(ProgramCodec.Write(program.Program), program.Name), paths, _policy.PolicyOf(arguments), out var report, out string? error))
            return Fail(error);
        bool isSound = report.Probes.All(probe => probe.Methods > 0);
        if (isJson)
        {
            WriteJson(report, program);
        }
        else
        {
            var text = new BindingText(Console.Out, Console.OutHasColors);
            text.WriteProbes(report);
            text.WriteUnmatched(report);
            text.WriteProblems(report, program);
        }

        return isSound ? ExitCodes.Success : ExitCodes.Failure;
    }

    private void WriteJson(BindingReport report, TracedProgram program)
    {
        using var line = new JsonLine(Console);
        foreach (var (source, diagnostic) in BindingDiagnostics.All(report, program))
        {
            DiagnosticJson.Write(line.Start(), source?.Name ?? program.Name, diagnostic);
            line.End();
        }

        foreach (var probe in report.Probes)
        {
            JsonSerializer.Serialize(line.Start(), probe, ProtocolJson.Default.ProbeBinding);
            line.End();
        }
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
