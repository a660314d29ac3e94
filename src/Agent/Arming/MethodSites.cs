using System.Collections.Immutable;
using HogTrace.Agent.Binding;
using HogTrace.Agent.Hooks;
using HogTrace.Bytecode;
using HogTrace.IlRewriting.Plans;
using HogTrace.Runtime;

namespace HogTrace.Agent.Arming;

/// <summary>The sites of a method, made for what probes ask of it, and the plan that lets the method's code hit them.</summary>
internal sealed class MethodSites
{
    private readonly TracedMethod _method;
    private readonly bool _isGuarded;
    private readonly List<ProbeSite> _sites = [];
    private readonly List<NumberedHook> _hooks = [];

    /// <summary>Makes sites and numbers their hooks; nothing is in place yet.</summary>
    /// <param name="method">The method.</param>
    /// <param name="demand">What all probes together ask of it.</param>
    /// <param name="isGuarded">Whether a hit may come from what the engine itself calls.</param>
    public MethodSites(TracedMethod method, ProbeDemand demand, bool isGuarded)
    {
        _method = method;
        _isGuarded = isGuarded;
        Plan = PlanFor(demand);
    }

    public IReadOnlyCollection<ProbeSite> Sites => _sites;

    public ProbePlan Plan { get; }

    /// <summary>Puts the hooks where the method's code will look for them, and makes the sites known to engines.</summary>
    public void Connect()
    {
        foreach (var hook in _hooks)
            HookTable.Set(hook.Id, hook.Hook);
        foreach (var site in _sites)
            SiteRegistry.Add(site);
    }

    /// <summary>Takes the hooks away; calls that are in the old code hit nothing from here on.</summary>
    public void Disconnect()
    {
        foreach (var hook in _hooks)
            HookTable.Set(hook.Id, null);
    }

    private ProbePlan PlanFor(ProbeDemand demand)
    {
        var entry = demand.AtEntry ? Call(ProbePoint.Entry, demand.InputsAt(ProbePoint.Entry, _method)) : null;
        if (!demand.AtExit)
            return new ProbePlan(entry, null, null, ReadsClock: false);
        var inputs = demand.InputsAt(ProbePoint.Exit, _method);
        bool readsClock = inputs.Contains(new FrameInput(FrameInputKind.Duration, 0));
        var returning = inputs.RemoveAll(input => input.Kind == FrameInputKind.Exception);
        var throwing = inputs.RemoveAll(input => input.Kind == FrameInputKind.ReturnValue);
        return _method.Awaitable == AwaitableShape.None
            ? new ProbePlan(entry, Call(ProbePoint.Exit, returning), Call(ProbePoint.Exit, throwing), readsClock)
            : AsyncPlan(entry, Results.Of(inputs), returning, throwing);
    }

    // What an asynchronous method throws before it returns a task ends the call, too.
    private ProbePlan AsyncPlan(HookCall? entry, Results results, ImmutableArray<FrameInput> returning, ImmutableArray<FrameInput> throwing)
    {
        var completed = NewUntyped(ProbePoint.Exit, returning);
        var failed = NewUntyped(ProbePoint.Exit, throwing);
        int id = NewHook(new AsyncSiteHook(completed, failed, results));
        int throwId = NewHook(new PackedSiteHook(failed, _isGuarded));
        return new ProbePlan(
            entry,
            new HookCall(id, HookForm.Async, ToHookInputs(returning.Where(input => input.Kind is FrameInputKind.Argument or FrameInputKind.Self))),
            new HookCall(throwId, HookForm.Packed, ToHookInputs(throwing)),
            results.ReadsDuration);
    }

    private HookCall Call(ProbePoint point, ImmutableArray<FrameInput> inputs)
    {
        Type?[] types = [.. inputs.Select(_method.PassedType)];
        var frame = _method.Frame(point, inputs);
        if (types.Length <= AgentLimits.TypedInputs && !types.Contains(null))
        {
            var (site, hook) = TypedSites.Create(frame, types!, _isGuarded);
            _sites.Add(site);
            return new HookCall(NewHook(hook), HookForm.Typed, ToHookInputs(inputs));
        }

        return new HookCall(NewHook(new PackedSiteHook(NewUntyped(point, inputs), _isGuarded)), HookForm.Packed, ToHookInputs(inputs));
    }

    private UntypedProbeSite NewUntyped(ProbePoint point, ImmutableArray<FrameInput> inputs)
    {
        var site = new UntypedProbeSite(_method.Frame(point, inputs));
        _sites.Add(site);
        return site;
    }

    private int NewHook(Bridge.Hook hook)
    {
        int id = HookTable.NewId();
        _hooks.Add(new NumberedHook(id, hook));
        return id;
    }

    private static ImmutableArray<HookInput> ToHookInputs(IEnumerable<FrameInput> inputs) => [.. inputs.Select(input => new HookInput(
        input.Kind switch
        {
            FrameInputKind.Argument => InputKind.Argument,
            FrameInputKind.Self => InputKind.Self,
            FrameInputKind.ReturnValue => InputKind.Result,
            FrameInputKind.Exception => InputKind.Exception,
            _ => InputKind.Duration,
        },
        (ushort)input.Position))];
}
