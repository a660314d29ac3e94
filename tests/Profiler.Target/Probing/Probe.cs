using System.Reflection;
using HogTrace.Bridge;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Tests.Profiler.Target.Probing;

/// <summary>Hooks at all places of a method, and what they were told.</summary>
internal sealed class Probe
{
    private static int s_lastId;

    /// <param name="keeps">Whether the hooks keep what they are given, or only count.</param>
    /// <param name="entryOnly">Whether returns and throws are left alone.</param>
    public Probe(MethodBase method, bool keeps = true, bool entryOnly = false)
    {
        Method = method;
        (Entries, Returns, Throws) = (new Recorder(keeps), new Recorder(keeps), new Recorder(keeps));
        var entry = Call(Entries, Inputs(method));
        Plan = entryOnly
            ? new ProbePlan(entry, null, null, ReadsClock: false)
            : new ProbePlan(entry, Call(Returns, Results(method)), Call(Throws, [new HookInput(InputKind.Exception)]), ReadsClock: false);
    }

    public MethodBase Method { get; }

    public ProbePlan Plan { get; }

    public Recorder Entries { get; }

    public Recorder Returns { get; }

    public Recorder Throws { get; }

    private static HookCall Call(Recorder hook, IEnumerable<HookInput> inputs)
    {
        int id = Interlocked.Increment(ref s_lastId);
        Hits.Set(id, hook);
        return new HookCall(id, HookForm.Packed, [.. inputs]);
    }

    // The receiver, but for constructors, whose is not yet made; and what parameters can be given.
    private static IEnumerable<HookInput> Inputs(MethodBase method)
    {
        var arguments = method.GetParameters()
            .Where(parameter => CanBeGiven(parameter.ParameterType))
            .Select(parameter => new HookInput(InputKind.Argument, (ushort)parameter.Position));
        return method.IsStatic || method.IsConstructor ? arguments : arguments.Prepend(new HookInput(InputKind.Self));
    }

    private static IEnumerable<HookInput> Results(MethodBase method) =>
        method is MethodInfo { ReturnType: var type } && type != typeof(void) && CanBeGiven(type) ? [new HookInput(InputKind.Result)] : [];

    private static bool CanBeGiven(Type type) => !(type.IsByRef ? type.GetElementType()! : type).IsByRefLike;
}
