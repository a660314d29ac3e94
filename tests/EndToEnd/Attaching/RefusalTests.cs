using System.Diagnostics;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.EndToEnd.Cli;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Processes that can't be traced: the reason is told, and they go on.</summary>
[Collection(HeavyTests.Name)]
public sealed class RefusalTests
{
    private const string Bridge = "HogTrace.Bridge.dll";
    private const string Trace = "-e 'fn:Worker.Calls.Add:exit { capture(retval); }' --duration 100ms";

    [Fact]
    public async Task Without_start_up_hooks_as_in_a_trimmed_program()
    {
        using var folder = new TemporaryFolder();
        string configuration = folder.Write("runtimeconfig.json", """
            {"runtimeOptions":{"tfm":"net10.0","framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"},
            "configProperties":{"System.StartupHookProvider.IsSupported":false}}}
            """);
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", configuration, BuiltFiles.Program("Worker")]);
        using var worker = await TargetProcess.StartAsync(start, "ready");
        await Refused(worker, "it ignores start-up hooks, as a trimmed program does; nothing was changed in it");
    }

    [Fact]
    public async Task With_diagnostics_disabled()
    {
        using var worker = await TargetProcess.StartWorkerAsync(("DOTNET_EnableDiagnostics", "0"));
        await Refused(worker, "diagnostics are disabled (DOTNET_EnableDiagnostics=0)");
    }

    [Fact]
    public async Task With_another_profiler()
    {
        using var folder = new TemporaryFolder();
        string library = folder.Name("Other.so");
        File.Copy(Path.Combine(BuiltFiles.Agent, ProfilerIdentity.LibraryFile), library);
        using var worker = await TargetProcess.StartWorkerAsync(
            ("CORECLR_ENABLE_PROFILING", "1"), ("CORECLR_PROFILER", ProfilerIdentity.Clsid.ToString("B")), ("CORECLR_PROFILER_PATH", library));
        await Refused(worker, "another profiler is active in Worker");
    }

    [Fact]
    public async Task Of_another_user()
    {
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/setpriv"))
            return;
        using var worker = await TargetProcess.StartWorkerAsync();
        // The command must be readable for anybody, which a working copy need not be.
        using var folder = new TemporaryFolder();
        using (var copy = Process.Start("cp", ["-r", BuiltFiles.Folder("HogTrace.Cli") + "/.", folder.Path]))
            copy.WaitForExit();
        using (var change = Process.Start("chmod", ["-R", "a+rX", folder.Path]))
            change.WaitForExit();
        var result = HogTraceProcess.RunShell(
            $"cd / && HOME=/tmp exec setpriv --reuid 65534 --regid 65534 --clear-groups dotnet {folder.Name("hogtrace.dll")} trace -p {Text(worker)} {Trace}");
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("belongs to another user", result.Error, StringComparison.Ordinal);
        await IsWell(worker);
    }

    [Fact]
    public async Task Without_the_agents_files()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var folder = new TemporaryFolder();
        await Refused(worker, "the agent is not complete: ", folder.Path);
    }

    // The runtime of the process would throw in it, and end it.
    [Fact]
    public async Task Where_the_process_does_not_see_the_agents_files()
    {
        using var folder = new TemporaryFolder();
        string agent = folder.Name("agent");
        BuiltFiles.CopyAgent(agent);
        string line = $"mount -t tmpfs none {agent} && exec dotnet {BuiltFiles.Program("Worker")}";
        if (HogTraceProcess.RunShell($"unshare -m sh -c 'mount -t tmpfs none {agent}' 2>&1").ExitCode != 0)
            return;
        using var worker = await TargetProcess.StartAsync(new ProcessStartInfo("unshare", ["-m", "sh", "-c", line]), "ready");
        await Refused(worker, $"doesn't see {Path.Combine(agent, Bridge)}", agent);
        // The client's own folder is seen.
        Assert.Equal(0, Run(worker, null).ExitCode);
        await IsWell(worker);
    }

    // Likewise: an assembly of the same name that isn't the same.
    [Fact]
    public async Task The_agent_that_is_loaded_serves_clients_of_another_build()
    {
        using var folder = new TemporaryFolder();
        string other = folder.Name("other");
        BuiltFiles.CopyAgent(other);
        ChangeIdentity(Path.Combine(other, Bridge));
        using var worker = await TargetProcess.StartWorkerAsync();
        Assert.Equal(0, HogTraceProcess.Run("list", "-p", Text(worker), "Worker.Calls.*").ExitCode);
        // Without the profiler so far, which has to come from where the agent did.
        var result = Run(worker, other);
        Assert.True(result.ExitCode == 0, result.Error);
        await IsWell(worker);
        using var client = await TraceClient.StartAsync(worker, "fn:Worker.Calls.Add:exit { capture(retval); }");
        Assert.Equal("3", await worker.Ask("add 2"));
        await client.WaitForEvents(1);
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
    }

    [Fact]
    public async Task The_loaded_agents_folder_has_gone()
    {
        using var folder = new TemporaryFolder();
        string agent = folder.Name("agent");
        BuiltFiles.CopyAgent(agent);
        using var worker = await TargetProcess.StartWorkerAsync();
        var listed = HogTraceProcess.RunShell($"HOGTRACE_AGENT={agent} exec \"$@\" list -p {Text(worker)} 'Worker.Calls.*'");
        Assert.True(listed.ExitCode == 0, listed.Error);
        Directory.Delete(agent, recursive: true);
        await Refused(worker, $"was loaded from {agent}, which has gone: restart the process");
    }

    private static async Task Refused(TargetProcess worker, string message, string? agent = null)
    {
        var result = Run(worker, agent);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await IsWell(worker);
    }

    private static async Task IsWell(TargetProcess worker)
    {
        Assert.Equal("4", await worker.Ask("add 3"));
        Assert.Equal("", worker.Error);
    }

    private static CommandResult Run(TargetProcess worker, string? agent) => HogTraceProcess.RunShell(
        (agent is null ? "" : $"HOGTRACE_AGENT={agent} ") + $"exec \"$@\" trace -p {Text(worker)} {Trace}");

    private static string Text(TargetProcess worker) => worker.Id.ToString(CultureInfo.InvariantCulture);

    private static void ChangeIdentity(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        using var file = new PEReader([.. bytes]);
        var metadata = file.GetMetadataReader();
        byte[] identity = metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToByteArray();
        int at = bytes.AsSpan().IndexOf(identity);
        Assert.NotEqual(-1, at);
        bytes[at] ^= 0xFF;
        File.WriteAllBytes(path, bytes);
    }
}
