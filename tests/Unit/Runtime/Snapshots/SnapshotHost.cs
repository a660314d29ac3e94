using System.Text;
using System.Text.Json;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime;

/// <summary>A host for runs that read and copy objects.</summary>
internal sealed class SnapshotHost(
    SnapshotOptions? options = null, MemberPolicy policy = MemberPolicy.Safe, RunLimits? limits = null)
    : RunHost(limits ?? TestRun.Generous, new MemberResolver(policy), options ?? SnapshotOptions.Default)
{
    public override RequestStore CurrentStore { get; } = new();

    /// <summary>Captures one value as the field x and gives it as JSON.</summary>
    public string Json(object? value, string name = "x")
    {
        var run = new RunContext(this);
        var site = new CaptureSite([name], [], Snapshots.Secrets);
        FaultKind fault = CaptureRecorder.Record(site, [Value.FromObject(value)], ref run);
        run.End();
        Assert.True(fault == FaultKind.None, run.FaultMessage);
        return Text(Assert.Single(run.Captures!).Fields[0].Value);
    }

    public static string Text(in Value value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ValueJson.Write(writer, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
