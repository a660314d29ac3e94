using System.Reflection;
using HogTrace.Agent.Binding;
using HogTrace.Runtime;

namespace HogTrace.Agent.Arming;

/// <summary>The methods of the process that are armed, and for whom. Used by the agent's thread only.</summary>
internal sealed class ArmedMethods(ProfilerLibrary profiler)
{
    private readonly Dictionary<MethodBase, Armed> _methods = [];
    private readonly Dictionary<MethodKey, Armed> _byKey = [];

    /// <summary>How many there are.</summary>
    public int Count => _methods.Count;

    /// <summary>
    /// Arms methods for an owner, beside what others have asked of them. A method whose code others need already, with
    /// less, gets new code.
    /// </summary>
    /// <returns>Why methods were not armed; none for those that were.</returns>
    public IReadOnlyDictionary<TracedMethod, string> Arm(object owner, IReadOnlyCollection<KeyValuePair<TracedMethod, ProbeDemand>> demands)
    {
        var changes = new List<Change>();
        foreach (var (method, demand) in demands)
        {
            var armed = Of(method);
            armed.Demands[owner] = armed.Demands.GetValueOrDefault(owner, ProbeDemand.None) | demand;
            var total = armed.TotalDemand();
            if (armed.Sites is null || armed.Total != total)
                changes.Add(new Change(armed, total, new MethodSites(method, total, FrameworkTypes.Contains(method.Method.Module.Assembly))));
        }

        foreach (var change in changes)
            change.Sites.Connect();
        var failures = new Dictionary<TracedMethod, string>();
        var outgoing = new List<ProbeSite>();
        string?[] reasons = changes.Count == 0 ? [] : profiler.Arm(changes.ConvertAll(change => new PlannedMethod(change.Armed.Key, change.Sites.Plan)));
        for (int i = 0; i < changes.Count; i++)
        {
            var (armed, total, sites) = changes[i];
            if (reasons[i] is { } reason)
            {
                failures.Add(armed.Method, reason);
                armed.Demands.Remove(owner);
                sites.Disconnect();
                outgoing.AddRange(sites.Sites);
                continue;
            }

            armed.Sites?.Disconnect();
            outgoing.AddRange(armed.Sites?.Sites ?? []);
            (armed.Sites, armed.Total) = (sites, total);
        }

        SiteRegistry.Remove(outgoing);
        Forget(failures.Keys);
        return failures;
    }

    /// <summary>The owner needs its methods no longer: those that nobody needs get their own code back.</summary>
    public void Release(object owner)
    {
        var free = new List<Armed>();
        foreach (var armed in _methods.Values)
        {
            if (armed.Demands.Remove(owner) && armed.Demands.Count == 0)
                free.Add(armed);
        }

        if (free.Count == 0)
            return;
        profiler.Disarm([.. free.Select(armed => armed.Key)]);
        foreach (var armed in free)
            armed.Sites?.Disconnect();
        SiteRegistry.Remove([.. free.SelectMany(armed => armed.Sites?.Sites ?? [])]);
        Forget(free.Select(armed => armed.Method));
    }

    /// <summary>Methods that turned out later not to take their code.</summary>
    public IReadOnlyDictionary<TracedMethod, string> TakeFailures()
    {
        var failures = new Dictionary<TracedMethod, string>();
        foreach (var failure in profiler.TakeFailures())
        {
            if (_byKey.TryGetValue(failure.Method, out var armed))
                failures[armed.Method] = failure.Reason;
        }

        return failures;
    }

    private Armed Of(TracedMethod method)
    {
        if (_methods.TryGetValue(method.Method, out var known))
            return known;
        var armed = new Armed(method);
        _byKey[armed.Key] = armed;
        return _methods[method.Method] = armed;
    }

    private void Forget(IEnumerable<TracedMethod> methods)
    {
        foreach (var method in methods)
        {
            if (_methods.TryGetValue(method.Method, out var armed) && armed.Demands.Count == 0 && _methods.Remove(method.Method))
                _byKey.Remove(armed.Key);
        }
    }

    private sealed record Change(Armed Armed, ProbeDemand Total, MethodSites Sites);

    private sealed class Armed(TracedMethod method)
    {
        public TracedMethod Method { get; } = method;

        public MethodKey Key { get; } = MethodKey.Of(method.Method);

        public Dictionary<object, ProbeDemand> Demands { get; } = [];

        public ProbeDemand Total { get; set; } = ProbeDemand.None;

        public MethodSites? Sites { get; set; }

        public ProbeDemand TotalDemand()
        {
            var total = ProbeDemand.None;
            foreach (var demand in Demands.Values)
                total |= demand;
            return total;
        }
    }
}
