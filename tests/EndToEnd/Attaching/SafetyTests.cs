using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HogTrace.Tests.EndToEnd.Cli;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Clients that die, come many at once, don't read, or ask for too much; the process stays well.</summary>
[Collection(HeavyTests.Name)]
public sealed partial class SafetyTests
{
    private const string Others = "Other clients have probes in ";

    [Fact]
    public async Task A_killed_client_leaves_no_probe_behind()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var client = await TraceClient.StartAsync(worker, "fn:Worker.Calls.*:entry { capture(args); }");
        Assert.Contains(Others + "2 methods", List(worker).Error, StringComparison.Ordinal);
        client.Kill();
        var watch = Stopwatch.StartNew();
        await Patience.Until(() => !List(worker).Error.Contains(Others, StringComparison.Ordinal), () => "end of the probes");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.Equal("5", await worker.Ask("add 4"));
        using var next = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Add:exit { capture(retval); }");
        Assert.Equal("6", await worker.Ask("add 5"));
        await next.WaitForEvents(1);
        Assert.Equal(0, (await next.Interrupt()).ExitCode);
    }

    [Fact]
    public async Task Clients_at_once_get_what_each_asked_for()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var left = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Add:entry { capture(left); }");
        using var right = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Add:exit { capture(right=right, retval=retval, d=duration >= 0.0); }");
        Assert.Contains(Others + "1 method of Worker", right.Messages, StringComparison.Ordinal);
        Assert.Equal("8", await worker.Ask("add 7"));
        await left.WaitForEvents(1);
        await right.WaitForEvents(1);
        Assert.Equal(0, (await left.Interrupt()).ExitCode);
        Assert.Equal("9", await worker.Ask("add 8"));
        await right.WaitForEvents(2);
        Assert.Equal(0, (await right.Interrupt()).ExitCode);
        Assert.Equal(["""{"left":1}"""], Captures(left));
        Assert.Equal(["""{"right":7,"retval":8,"d":true}""", """{"right":8,"retval":9,"d":true}"""], Captures(right));
    }

    [Fact]
    public async Task The_fifth_client_is_told()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        const string source = "fn:Worker.Calls.Add:exit { capture(retval); }";
        var clients = new List<TraceClient>();
        try
        {
            for (int i = 0; i < 4; i++)
                clients.Add(await TraceClient.StartAsync(worker, source));
            using (var fifth = TraceClient.Start(worker, source))
            {
                var result = await fifth.Finish();
                Assert.Equal(1, result.ExitCode);
                Assert.Contains("4 other clients trace Worker", result.Error, StringComparison.Ordinal);
            }

            Assert.Equal("2", await worker.Ask("add 1"));
            foreach (var client in clients)
                await client.WaitForEvents(1);
            Assert.Equal(0, (await clients[0].Interrupt()).ExitCode);
            clients.Add(await TraceClient.StartAsync(worker, source));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_hot_method_and_a_client_that_does_not_read_cost_little()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        const string source = "fn:Worker.Calls.Hot:entry { capture(value, text); } fn:Worker.Calls.Add:exit { capture(retval); }";
        // The agent's own memory is no growth.
        using (var warm = await TraceClient.StartAsync(worker, source))
            await warm.Interrupt();
        long before = worker.WorkingSet;
        using var client = await TraceClient.StartUnreadAsync(worker, source);
        await worker.Ask("start 2");
        await Task.Delay(TimeSpan.FromSeconds(6));
        long after = worker.WorkingSet;
        long[] calls = [.. (await worker.Ask("stop")).Split(' ').Select(word => long.Parse(word, CultureInfo.InvariantCulture))];
        client.ReadOutput();
        var result = await client.Interrupt();

        Assert.InRange(calls[0], 100_000, long.MaxValue);
        Assert.InRange(calls[1], 0, 10_000);
        Assert.InRange(after - before, long.MinValue, 100 << 20);
        Assert.Equal(0, result.ExitCode);
        var probe = Summary.Read(result.Error)["probe_0"];
        Assert.Contains("switched off", probe.Remarks, StringComparison.Ordinal);
        // Every event is accounted for.
        long sent = Count(SentEvents(), result.Error);
        Assert.InRange(sent, 1, calls[0]);
        Assert.Equal(sent, Count(DeliveredEvents(), result.Error) + Count(DroppedEvents(), result.Error) + Count(FailedEvents(), result.Error));
    }

    [Fact]
    public async Task A_probe_that_always_faults_is_switched_off()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var client = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Hot:entry { capture(x=value / (len(text) - 6)); }");
        await worker.Ask("start 1");
        await Patience.Until(() => client.Output.Any(line => line.Contains("\"fault\":\"DivisionByZero\"", StringComparison.Ordinal)), () => "report of the fault");
        await Task.Delay(200);
        await worker.Ask("stop");
        var result = await client.Interrupt();
        var probe = Summary.Read(result.Error)["probe_0"];
        Assert.Contains("switched off", probe.Remarks, StringComparison.Ordinal);
        Assert.Contains("DivisionByZero", probe.Remarks, StringComparison.Ordinal);
        Assert.InRange(probe.Faults, 100, 1_000);
        Assert.Single(client.Output);
    }

    [Fact]
    public async Task Arming_and_disarming_under_load_fails_no_request()
    {
        const int clients = 2, rounds = 15;
        var plain = new PlainService();
        using var disposal = plain;
        await plain.InitializeAsync();
        string expected = await plain.Order("Ada", "tea", 2);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            int requests = 0;
            for (; !stop.IsCancellationRequested; requests++)
            {
                Assert.Equal(expected, await plain.Order("Ada", "tea", 2));
                Assert.Equal("200 350", await plain.Get("/price/tea"));
            }

            return requests;
        })).ToArray();
        const string source = "fn:Plain.**:entry { capture(args); } fn:Plain.**:exit { capture(retval, duration); }";
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < rounds; i++)
            {
                using var client = TraceClient.Start(plain.Process, source, "--duration", "50ms");
                Assert.Equal(0, (await client.Finish()).ExitCode);
            }
        })));
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(load), requests => Assert.InRange(requests, 1, int.MaxValue));
        Assert.Equal(expected, await plain.Order("Ada", "tea", 2));
        Assert.Empty(plain.Process.Error);
    }

    private static CommandResult List(TargetProcess target) =>
        HogTraceProcess.Run("list", "-p", target.Id.ToString(CultureInfo.InvariantCulture), "Worker.Calls.*");

    private static string[] Captures(TraceClient client) => [.. client.Events.Select(item => item.GetProperty("captures").GetRawText())];

    private static long Count(Regex what, string summary) =>
        what.Match(summary) is { Success: true } match ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(\d+) sent")]
    private static partial Regex SentEvents();

    [GeneratedRegex(@"(\d+) delivered")]
    private static partial Regex DeliveredEvents();

    [GeneratedRegex(@"(\d+) dropped because")]
    private static partial Regex DroppedEvents();

    [GeneratedRegex(@"(\d+) too large or failed")]
    private static partial Regex FailedEvents();
}
