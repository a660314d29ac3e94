using System.CommandLine;
using System.Globalization;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace ps</c>: shows the processes that can be traced.</summary>
internal sealed class ProcessesCommand : ExampleCommand
{
    private static readonly string[] s_heading = ["PID", "NAME", "RUNTIME", "TRACE", "COMMAND LINE"];

    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for one object a process on a line.",
        DefaultValueFactory = _ => "text",
    };

    public ProcessesCommand(CommandConsole console)
        : base(console, "ps", "Show the .NET processes of this machine, and whether they can be traced.",
            "hogtrace ps",
            "hogtrace ps --format json")
    {
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_format);
    }

    protected override int Run(ParseResult arguments)
    {
        var processes = ProcessDiscovery.All();
        if (arguments.GetValue(_format) == "json")
            WriteJson(processes);
        else if (processes.Count > 0)
            TextColumns.Write(Console.Out, Console.OutWidth, [s_heading, .. processes.Select(Row)]);
        else
            Console.ErrorWriter.WriteLine("No .NET process is running that this user can see.");
        return ExitCodes.Success;
    }

    private static string[] Row(TargetProcess process) =>
    [
        process.Id.ToString(CultureInfo.InvariantCulture),
        DisplayNames.Of(process.Name),
        process.Runtime.Length > 0 ? process.Runtime : "-",
        process.Obstacle is null ? "yes" : $"no: {process.Obstacle}",
        DisplayNames.Of(process.CommandLine),
    ];

    private void WriteJson(IReadOnlyList<TargetProcess> processes)
    {
        using var line = new JsonLine(Console);
        foreach (var process in processes)
        {
            var json = line.Start();
            json.WriteStartObject();
            json.WriteNumber("pid", process.Id);
            json.WriteString("name", process.Name);
            json.WriteString("processName", process.ProcessName);
            json.WriteString("runtime", process.Runtime.Length > 0 ? process.Runtime : null);
            json.WriteBoolean("traceable", process.Obstacle is null);
            json.WriteString("obstacle", process.Obstacle);
            json.WriteString("commandLine", process.CommandLine);
            json.WriteEndObject();
            line.End();
        }
    }
}
