using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;
using HogTrace.Cli.Frames;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.IlBackend;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace exec</c>: runs probes over recorded calls.</summary>
internal sealed class ExecuteCommand : ExampleCommand
{
    private readonly InputArguments _input;
    private readonly Option<string> _frames = new("--frames")
    {
        Description = "Recorded calls, a JSON object a line; '-' is standard input.",
        HelpName = "FRAMES",
        Required = true,
    };

    private readonly Option<string> _tier = new("--tier")
    {
        Description = "How probes are run: interpreter never compiles them, jit compiles them before they first run, auto when they are hot.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> _stats = new("--stats") { Description = "At the end, show on standard error what became of each probe, how it was run and what a hit took." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How --stats shows it: text for people, json for one object a probe on a line. Captures are JSON in any case.",
        DefaultValueFactory = _ => "text",
    };

    public ExecuteCommand(CommandConsole console)
        : base(console, "exec", "Run the probes of a source or a compiled program over recorded calls.",
            "hogtrace exec probes.hog --frames calls.jsonl",
            "hogtrace exec probes.hogc --frames calls.jsonl --stats",
            "hogtrace exec probes.hog --frames calls.jsonl --tier jit --stats --format json",
            """echo '{"function":"a.b","point":"entry","args":[1]}' | hogtrace exec -e 'fn:a.*:entry { capture(arg0); }' --frames -""")
    {
        _input = new InputArguments(this, "Source or compiled program", isSingle: true);
        _tier.AcceptOnlyFromAmong("auto", "interpreter", "jit");
        Add(_frames);
        Add(_tier);
        Add(_stats);
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_format);
        Validators.Add(result =>
        {
            if (result.GetValue(_frames) == InputFile.StandardInputPath && _input.HasStandardInput(result))
                result.AddError("standard input can't be both the program and the frames");
        });
    }

    protected override int Run(ParseResult arguments)
    {
        string tier = arguments.GetRequiredValue(_tier);
        if (tier == "jit" && !CodeCompiler.IsSupported)
            return Fail("--tier jit needs a runtime that compiles code while it runs, which this one doesn't; auto and interpreter work");
        if (!TryLoad(_input.Single(arguments), out var program))
            return ExitCodes.Failure;
        var frames = InputFile.OfPath(arguments.GetRequiredValue(_frames));
        if (!frames.TryOpen(out var stream, out string error))
            return Fail(error);
        foreach (var probe in program.Probes.Where(probe => probe.Offset is not null))
            Console.Warning($"{probe.Id} is not run: a replay can't stop at {EventJson.PointName(probe.Point)}+{probe.Offset}");
        using (stream)
        using (var replay = new Replay(program, Console, TierUpAfter(tier)))
        {
            bool isComplete = Run(replay, frames, stream);
            Console.Flush();
            if (arguments.GetValue(_stats) && arguments.GetValue(_format) == "json")
                ReplayJson.Write(Console, program, replay);
            else if (arguments.GetValue(_stats))
                ReplayTable.Write(Console, program, replay);
            return isComplete ? ExitCodes.Success : ExitCodes.Failure;
        }
    }

    private static int TierUpAfter(string tier) => tier switch
    {
        "interpreter" => -1,
        "jit" => 0,
        _ => Limits.TierUpAfter,
    };

    private bool TryLoad(InputFile input, [NotNullWhen(true)] out HogTraceProgram? program)
    {
        program = null;
        if (!SourceReading.TryReadProgram(Console, input, out var read))
            return false;
        if (read.Source is { } source)
        {
            bool isCompiled = HogTraceProgram.TryCompile(source, input.SourceName, out program, out var diagnostics);
            SourceReading.Report(Console, input, source, diagnostics);
            return isCompiled;
        }

        if (HogTraceProgram.TryLoad(read.Compiled, "", out program, out var rejection))
            return true;
        Console.Error($"{input.DisplayName}: {rejection}");
        return false;
    }

    private bool Run(Replay replay, InputFile frames, Stream stream)
    {
        // Whoever pipes calls in as they happen sees the captures before the next call.
        var lines = new LineReader(stream, Limits.FrameLineBytes, Console.Flush);
        string? error = null;
        while (error is null)
        {
            switch (lines.Read(out var line))
            {
                case LineStatus.End:
                    return true;
                case LineStatus.TooLong:
                    error = $"the line is longer than {Limits.FrameLineBytes} bytes";
                    break;
                case LineStatus.Failed:
                    error = lines.Failure;
                    break;
                default:
                    if (!line.Trim(" \t\r"u8).IsEmpty && FrameParser.TryParse(line, out var frame, out error))
                        replay.Run(frame);
                    break;
            }
        }

        Console.Flush();
        Console.Error($"{frames.DisplayName}:{lines.Line}: {error}");
        return false;
    }
}
