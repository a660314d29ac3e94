using System.Text.Json;
using HogTrace.Tests.EndToEnd.Cli;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary><c>hogtrace run</c>: a program with probes from its first instruction.</summary>
[Collection(HeavyTests.Name)]
public sealed class RunTests
{
    [Fact]
    public async Task Passes_input_output_and_exit_code_through()
    {
        using var folder = new TemporaryFolder();
        using var process = HogTraceProcess.Start(
            "run", "-e", "fn:Worker.Calls.Add:exit { capture(left, retval); }", "--format", "json",
            "-o", folder.Name("events"), "--", "dotnet", BuiltFiles.Program("Worker"));
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write("add 41\n");
        process.StandardInput.Flush();
        await Patience.Until(() => process.HasExited || (File.Exists(folder.Name("events")) && new FileInfo(folder.Name("events")).Length > 0), () => "event");
        process.StandardInput.Write("exit 7\n");
        process.StandardInput.Flush();
        HogTraceProcess.WaitForExit(process);
        Assert.True(process.ExitCode == 7, await error);
        Assert.Matches(@"^ready \d+\n42\n$", await output);
        string line = Assert.Single(await File.ReadAllLinesAsync(folder.Name("events")));
        Assert.Equal("""{"left":1,"retval":42}""", JsonDocument.Parse(line).RootElement.GetProperty("captures").GetRawText());
    }

    [Fact]
    public void Sees_the_first_calls()
    {
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.RunWithText(
            "go\n", "run", "-e", "fn:Program.*:entry { capture(n=1); } fn:Driver.*.ctor:entry { capture(n=2); } fn:Shapes.Started.*:entry { capture(n=3); }",
            "--format", "json", "-o", folder.Name("events"), "--", "dotnet", BuiltFiles.Program("Shapes"));
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(
            ["Program.<Main>$", "Driver.Transcript.ctor", "Shapes.Started.cctor", "Shapes.Started.get_Value", "Shapes.Started.get_Twice", "Shapes.Started.get_Value"],
            File.ReadAllLines(folder.Name("events")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("function").GetString()));
    }
}
