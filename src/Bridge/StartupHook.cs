using System.Diagnostics.CodeAnalysis;
using HogTrace.Bridge;

/// <summary>What the runtime calls to load the agent, at start or on request of a client. Has to be of no namespace.</summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name.")]
internal static class StartupHook
{
    private const string Agent = "HogTrace.Agent", Entry = "HogTrace.Agent.AgentEntry", Start = "Start";

    private static readonly Lock s_gate = new();
    private static bool s_isStarted;

    public static void Initialize()
    {
        lock (s_gate)
        {
            if (s_isStarted)
                return;
            s_isStarted = true;
        }

        try
        {
            string folder = Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!;
            var entry = new AgentLoadContext(folder)
                .LoadFromAssemblyName(new System.Reflection.AssemblyName(Agent))
                .GetType(Entry, throwOnError: true)!;
            entry.GetMethod(Start)!.CreateDelegate<Action<string>>()(folder);
        }
#pragma warning disable CA1031 // The program must not fail for a tracer that doesn't load; the client notices that nobody answers.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AppContext.SetData(Agent + ".Failure", exception.ToString());
        }
    }
}
