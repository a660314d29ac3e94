using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using HogTrace.Cli.Attaching.Ports;

namespace HogTrace.Cli.Attaching;

/// <summary>Finds the .NET processes of this machine and asks each what it is.</summary>
internal static class ProcessDiscovery
{
    private const int OldestRuntime = 10;
    private const string DiagnosticsOff = "diagnostics are disabled (DOTNET_EnableDiagnostics=0)";

    // A process that is stopped, or whose machine is overloaded, is not waited for much longer than a person waits.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1.5);

    /// <summary>All but this one, by id.</summary>
    public static IReadOnlyList<TargetProcess> All()
    {
        var ports = PortAddress.All().Where(port => port.ProcessId != Environment.ProcessId).ToArray();
        var described = Task.WhenAll(ports.Select(DescribeAsync)).GetAwaiter().GetResult().OfType<TargetProcess>().ToArray();
        var published = described.Select(process => process.Id).ToHashSet();
        var unpublished = ProcessFiles.All()
            .Where(id => id != Environment.ProcessId && !published.Contains(id) && ProcessFiles.HasRuntime(id))
            .Select(Find);
        return [.. described.Concat(unpublished.OfType<TargetProcess>()).OrderBy(process => process.Id)];
    }

    /// <summary>One process by its id; null when there is none.</summary>
    public static TargetProcess? Find(int id)
    {
        if (PortAddress.Find(id) is { } port && DescribeAsync(port).GetAwaiter().GetResult() is { } described)
            return described;
        return ProcessFiles.IsRunning(id) ? Unasked(id, ReasonOfSilence(id)) : null;
    }

    /// <summary>A process that is there for sure and has nothing to say yet.</summary>
    public static TargetProcess Starting(int id)
    {
        var process = Unasked(id, null);
        string? program = ProcessFiles.ArgumentsOf(id).Skip(1).FirstOrDefault(argument => argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        return process.Name == "dotnet" && program is not null ? process with { Name = Path.GetFileNameWithoutExtension(program) } : process;
    }

    // Null when the port's file is all that is left of a process that was killed. Its id may have been given again, to one
    // that listens elsewhere or not at all.
    private static async Task<TargetProcess?> DescribeAsync(PortAddress port)
    {
        if (!ProcessFiles.IsRunning(port.ProcessId))
            return null;
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            var reply = await DiagnosticsPort.AskAsync(port, DiagnosticsCommand.ProcessInformation, [], patience.Token).ConfigureAwait(false);
            if (reply.IsError)
                return Unasked(port.ProcessId, $"its runtime is older than .NET {OldestRuntime}");
            var runtime = RuntimeDescription.Read(reply.Payload);
            string? obstacle = ObstacleOf(runtime) ?? (ProcessFiles.IsAheadOfTime(port.ProcessId) ? "compiled ahead of time (NativeAOT)" : null);
            string processName = ProcessNameOf(port.ProcessId);
            return new TargetProcess(
                port.ProcessId, runtime.EntryAssembly.Length > 0 ? runtime.EntryAssembly : processName, processName,
                runtime.Version, runtime.CommandLine, obstacle);
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return null;
        }
        catch (Exception failure) when (PortFailure.Describe(failure) is { } reason)
        {
            return ProcessFiles.IsRunning(port.ProcessId) ? Unasked(port.ProcessId, reason) : null;
        }
    }

    private static string? ObstacleOf(RuntimeDescription runtime)
    {
        string ours = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (runtime.Major is > 0 and < OldestRuntime)
            return $"its runtime is older than .NET {OldestRuntime}";
        return string.Equals(runtime.Architecture, ours, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"it runs as {runtime.Architecture}, hogtrace as {ours}";
    }

    private static TargetProcess Unasked(int id, string? reason)
    {
        string name = ProcessNameOf(id);
        return new TargetProcess(id, name, name, "", ProcessFiles.CommandLineOf(id), reason);
    }

    private static string ReasonOfSilence(int id)
    {
        if (ProcessFiles.HasDiagnosticsOff(id))
            return DiagnosticsOff;
        if (ProcessFiles.HasRuntime(id))
            return "has no diagnostics port";
        return OperatingSystem.IsLinux() && ProcessFiles.IsForeign(id)
            ? $"is no .NET process, or {PortFailure.NotOurs}"
            : "is no .NET process, or has diagnostics disabled";
    }

    private static string ProcessNameOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName;
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "?";
        }
    }
}
