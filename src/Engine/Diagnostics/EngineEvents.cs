using System.Diagnostics.Tracing;
using static HogTrace.Diagnostics.HogTraceEventSource;

namespace HogTrace.Diagnostics;

/// <summary>What an engine has to say to listeners, when there are any. Never throws, and never runs a listener on the caller's thread.</summary>
internal static class EngineEvents
{
    public static void Installed(HogTraceProgram program)
    {
        if (Watching.IsEnabled(EventLevel.Informational, Keywords.Installing))
            Announcements.Post(() => Log.ProgramInstalled(program.Name, program.Probes.Length));
    }

    public static void Uninstalled(HogTraceProgram program)
    {
        if (Watching.IsEnabled(EventLevel.Informational, Keywords.Installing))
            Announcements.Post(() => Log.ProgramUninstalled(program.Name));
    }

    public static void Bound(HogTraceProbe probe, string site)
    {
        if (Watching.IsEnabled(EventLevel.Informational, Keywords.Installing))
            Announcements.Post(() => Log.ProbeBound(probe.Program.Name, probe.Id, site));
    }

    public static void NotBound(HogTraceProbe probe, string site, string reason)
    {
        if (Watching.IsEnabled(EventLevel.Warning, Keywords.Installing))
            Announcements.Post(() => Log.ProbeNotBound(probe.Program.Name, probe.Id, site, reason));
    }

    public static void Compiled(HogTraceProbe probe, string site, CompiledPart part, TimeSpan time, int operations)
    {
        if (Watching.IsEnabled(EventLevel.Informational, Keywords.Tiers))
            Announcements.Post(() => Log.ProbeCompiled(probe.Program.Name, probe.Id, site, NameOf(part), time.TotalMicroseconds, operations));
    }

    public static void Deoptimized(HogTraceProbe probe, string site, CompiledPart part)
    {
        if (Watching.IsEnabled(EventLevel.Informational, Keywords.Tiers))
            Announcements.Post(() => Log.ProbeDeoptimized(probe.Program.Name, probe.Id, site, NameOf(part)));
    }

    public static void SwitchedOff(HogTraceProbe probe, string reason)
    {
        if (Watching.IsEnabled(EventLevel.Warning, Keywords.Faults))
            Announcements.Post(() => Log.ProbeSwitchedOff(probe.Program.Name, probe.Id, reason));
    }

    /// <summary>Fault reports among events that go to the sinks, from the thread that delivers them.</summary>
    public static void Delivering(List<ProbeEvent> batch)
    {
        if (!Watching.IsEnabled(EventLevel.Warning, Keywords.Faults))
            return;
        foreach (var item in batch)
        {
            if (item is FaultEvent { Fault: var fault } report)
            {
                Announcements.Tell(() => Log.ProbeFaulted(
                    report.Program, report.Probe.Id, report.Function, fault.Kind.ToString(), fault.Line, fault.Column, fault.Message, report.Unreported));
            }
        }
    }

    private static string NameOf(CompiledPart part) => part switch
    {
        CompiledPart.Predicate => "predicate",
        CompiledPart.Body => "body",
        _ => "site",
    };
}
