using System.Globalization;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Tasks, modules that come later, and the end of the process.</summary>
[Collection(HeavyTests.Name)]
public sealed class WorkerTests
{
    [Fact]
    public async Task Tasks_stay_what_they_are()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        Assert.Equal("left alone", await worker.Ask("unobserved"));
        const string source = """
            fn:Worker.Tasks.Fail:exit { capture(error=exception.Message); }
            fn:Worker.Tasks.Kept:exit { capture(retval); }
            fn:Worker.Tasks.Later:exit { capture(retval); }
            """;
        using var client = await TraceClient.StartAsync(worker, source);
        Assert.Equal("left alone", await worker.Ask("unobserved"));
        Assert.Equal("True 42 43", await worker.Ask("same"));
        var events = await client.WaitForEvents(5);
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
        Assert.Equal(
            ["Fail left alone", "Kept 42", "Kept 42", "Later 43", "Later 43"],
            events.Select(item => $"{item.GetProperty("function").GetString()!.Split('.')[^1]} {item.GetProperty("captures").EnumerateObject().Single().Value}").Order());
    }

    [Fact]
    public async Task What_is_loaded_later_is_seen_from_its_first_call()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        string plugin = BuiltFiles.Program("Plugin");
        using var client = await TraceClient.StartAsync(
            worker, "fn:Plugin.Greeter.Greet:exit { capture(name, retval); } fn:Worker.Calls.Add:entry { }");
        Assert.Contains("probe_0 Plugin.Greeter.Greet:exit matches nothing that is loaded.", client.Messages, StringComparison.Ordinal);
        Assert.Equal("Hello, late!", await worker.Ask($"load {plugin}"));
        await client.WaitForEvents(1);
        Assert.Equal("Hello, late!", await worker.Ask($"context {plugin}"));
        var events = await client.WaitForEvents(2);
        Assert.All(events, item => Assert.Equal("Hello, late!", item.GetProperty("captures").GetProperty("retval").GetString()));
        Assert.Equal("Hello, late!", await worker.Ask($"collectible {plugin}"));
        await client.WaitForMessage("its assembly can be unloaded");
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
        Assert.Equal(2, client.Output.Count);
    }

    [Fact]
    public async Task The_end_of_the_process_ends_the_trace()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var client = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Add:exit { capture(retval); }");
        Assert.Equal("3", await worker.Ask("add 2"));
        await client.WaitForEvents(1);
        worker.Tell("exit 3");
        Assert.Equal(3, await worker.WaitForExit());
        var result = await client.Finish();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Worker ({worker.Id}) has ended."), result.Error, StringComparison.Ordinal);
    }
}
