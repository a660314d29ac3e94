using System.Globalization;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Tests.EndToEnd.Cli;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>A client that speaks another version than the agent that is loaded.</summary>
public sealed class VersionTests
{
    [Theory]
    [InlineData(ProtocolVersion.Current + 1)]
    [InlineData(ProtocolVersion.Current - 1)]
    public async Task Is_told_so_and_the_process_goes_on(int version)
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        Assert.Equal(0, HogTraceProcess.Run("list", "-p", worker.Id.ToString(CultureInfo.InvariantCulture), "Worker.Calls.*").ExitCode);

        var greeting = Greet(worker, new SessionRequest { Version = version, Command = SessionCommand.Trace, Session = SessionNames.Next() });
        Assert.Null(greeting.Hello);
        Assert.Contains($"speaks protocol {ProtocolVersion.Current}, this hogtrace protocol {version}: restart the process", greeting.Error, StringComparison.Ordinal);
        Assert.False(greeting.IsBusy);

        Assert.Equal("4", await worker.Ask("add 3"));
        using var client = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Add:exit { capture(retval); }");
        Assert.Equal("5", await worker.Ask("add 4"));
        await client.WaitForEvents(1);
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
        Assert.Equal("", worker.Error);
    }

    private static Greeting Greet(TargetProcess worker, SessionRequest request)
    {
        using var channel = ChannelSession.Open(worker.Id, Channels.NameOf(0), request);
        return Greeting.Await(new HogTrace.Cli.Attaching.TargetProcess(worker.Id, "Worker", "Worker", "", "", null), channel.Messages, CancellationToken.None);
    }
}
