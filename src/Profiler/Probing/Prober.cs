using HogTrace.Profiler.Com;
using HogTrace.Profiler.Hosting;

namespace HogTrace.Profiler.Probing;

/// <summary>Puts hooks into methods and takes them out. Only the worker's thread calls it.</summary>
internal sealed class Prober(ProfilerInfo info, ProbeTable table, Failures failures, Counters counters)
{
    // Rewriting leaves kilobytes behind for each method, in a heap that is used for nothing else and so is hardly ever
    // collected. It is this library's own: the program isn't stopped for it.
    private const int ManyMethods = 256;

    private readonly Preparation _preparation = new(info, counters);

    /// <summary>
    /// Makes all bodies, then asks for all compilations at once. A method that is armed already gets the new plan; if
    /// that is declined it keeps the old one.
    /// </summary>
    public ArmResult[] Arm(ArmRequest[] requests)
    {
        var results = new ArmResult[requests.Length];
        var prepared = new ArmedMethod?[requests.Length];
        for (int i = 0; i < requests.Length; i++)
            prepared[i] = _preparation.Prepare(requests[i], out results[i]);
        if (requests.Length >= ManyMethods)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

        var methods = prepared.OfType<ArmedMethod>().ToArray();
        if (methods.Length == 0)
            return results;
        var replaced = Array.ConvertAll(methods, method => table.Find(method.Key));
        foreach (var method in methods)
            table.Arm(method);
        int requested = info.RequestReJit(Keys(methods));
        if (HResult.Failed(requested))
            Restore(methods, replaced);
        for (int i = 0; i < requests.Length; i++)
        {
            if (prepared[i] is { } method)
                results[i] = Outcome(method, requested);
        }

        return results;
    }

    /// <summary>
    /// Takes hooks out. While others stay armed, nothing goes back to code from before, which may have one of those
    /// inlined: the methods and their inliners are compiled anew, from their original bodies. With the last one, all go
    /// back to the code they had.
    /// </summary>
    public int Disarm(IEnumerable<MethodIdentity> methods)
    {
        var armed = table.ByIdentity();
        var disarmed = methods.Where(armed.ContainsKey).Select(method => armed[method]).Where(table.Disarm).ToArray();
        if (disarmed.Length == 0)
            return HResult.Ok;
        return table.ArmedCount > 0 ? info.RequestReJit(disarmed) : RevertBystanders();
    }

    /// <summary>
    /// With nothing armed, takes methods back to the code they had. Inliners become known when they are next called,
    /// some after the last method was disarmed.
    /// </summary>
    public void RevertLate()
    {
        if (table.ArmedCount == 0)
            RevertBystanders();
    }

    private int RevertBystanders()
    {
        var bystanders = table.TakeBystanders();
        if (bystanders.Length == 0)
            return HResult.Ok;
        int result = info.RequestRevert(bystanders);
        if (HResult.Failed(result))
            table.PutBack(bystanders);
        return result;
    }

    // The runtime reports what it can't compile before the request returns, or when the method is next called.
    private ArmResult Outcome(ArmedMethod method, int requested)
    {
        if (HResult.Failed(requested))
            return new ArmResult(requested, "the runtime refuses to compile methods anew");
        int result = failures.TakeOf(method);
        if (result == HResult.Ok)
            return default;
        table.Disarm(method.Key);
        string detail = result == HResult.ModuleIsEditable
            ? "its module is open for hot reload, which excludes other changes of its code"
            : "the runtime refuses to compile the method anew";
        return new ArmResult(result, detail);
    }

    private void Restore(ArmedMethod[] methods, ArmedMethod?[] replaced)
    {
        for (int i = 0; i < methods.Length; i++)
        {
            table.Disarm(methods[i].Key);
            if (replaced[i] is { } before)
                table.Arm(before);
        }
    }

    private static MethodKey[] Keys(ArmedMethod[] methods) => Array.ConvertAll(methods, method => method.Key);
}
