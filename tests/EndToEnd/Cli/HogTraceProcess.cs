using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Cli;

/// <summary>What a run of the command did.</summary>
internal sealed record CommandResult(int ExitCode, string Out, string Error);

/// <summary>Runs the <c>hogtrace</c> command as its users do, in a process.</summary>
internal static class HogTraceProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static readonly string s_command = Path.Combine(BuiltFiles.Folder("HogTrace.Cli"), "hogtrace.dll");

    public static CommandResult Run(params string[] arguments) => RunWithInput([], arguments);

    public static CommandResult RunWithText(string input, params string[] arguments) =>
        RunWithInput(Encoding.UTF8.GetBytes(input), arguments);

    public static CommandResult RunWithInput(byte[] input, params string[] arguments) => Finish(Start(arguments), input);

    /// <summary>Runs the command on a runtime that doesn't compile code while it runs.</summary>
    public static CommandResult RunWithoutDynamicCode(string input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var configuration = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(s_command, ".runtimeconfig.json")))!;
        var options = configuration["runtimeOptions"]!.AsObject();
        options["configProperties"] ??= new JsonObject();
        options["configProperties"]!["System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported"] = false;
        string path = folder.Write("runtimeconfig.json", configuration.ToJsonString());
        return Finish(Start("dotnet", ["exec", "--runtimeconfig", path, s_command, .. arguments]), Encoding.UTF8.GetBytes(input));
    }

    /// <summary>Ends the input of a command that was started, and waits for its end.</summary>
    public static CommandResult Finish(Process started) => Finish(started, []);

    private static CommandResult Finish(Process started, byte[] input)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The command ended without reading all of it, which is its right.
        }

        WaitForExit(process);
        return new CommandResult(process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(params string[] arguments) => Start("dotnet", [s_command, .. arguments]);

    /// <summary>Starts the command with a variable of the environment set.</summary>
    public static Process StartWith(string variable, string value, params string[] arguments) =>
        Start("dotnet", [s_command, .. arguments], (variable, value));

    /// <summary>Runs a line of the shell in which <c>"$@"</c> is the command.</summary>
    public static CommandResult RunShell(string line) => Finish(Start("/bin/bash", ["-c", line, "bash", "dotnet", s_command]));

    public static void WaitForExit(Process process)
    {
        if (process.WaitForExit(s_patience))
        {
            process.WaitForExit();
            return;
        }

        process.Kill(entireProcessTree: true);
        Assert.Fail("the command did not end");
    }

    private static Process Start(string program, string[] arguments, (string Name, string Value)? variable = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (variable is (var name, var value))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
