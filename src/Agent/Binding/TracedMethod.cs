using System.Collections.Immutable;
using System.Reflection;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Agent.Binding;

/// <summary>A method that probes can be put into: what they see of its calls. Immutable.</summary>
internal sealed class TracedMethod
{
    private readonly ImmutableDictionary<FrameInput, string> _unreadable;

    private TracedMethod(MethodBase method, string name)
    {
        Method = method;
        Name = name;
        var unreadable = ImmutableDictionary.CreateBuilder<FrameInput, string>();
        Parameters = [.. method.GetParameters().Select((parameter, position) => ShapeOf(parameter, position, unreadable))];
        if (!method.IsStatic && method.DeclaringType is { } declaring)
            SelfType = InputTypes.VisibleOf(declaring, new FrameInput(FrameInputKind.Self, 0), unreadable);
        var declared = (method as MethodInfo)?.ReturnType ?? typeof(void);
        Awaitable = AwaitableTypes.ShapeOf(declared);
        var result = Awaitable == AwaitableShape.None ? declared : AwaitableTypes.ResultOf(declared) ?? typeof(void);
        if (result != typeof(void))
            ReturnType = InputTypes.VisibleOf(result, new FrameInput(FrameInputKind.ReturnValue, 0), unreadable);
        _unreadable = unreadable.ToImmutable();
    }

    public MethodBase Method { get; }

    /// <summary>The name that targets match.</summary>
    public string Name { get; }

    /// <summary>For people.</summary>
    public string Signature => MethodSignatures.TryDescribe(Method) ?? Name;

    public ImmutableArray<ParameterShape> Parameters { get; }

    /// <summary>Null for static methods.</summary>
    public Type? SelfType { get; }

    /// <summary>The type of what callers get, of an asynchronous method when it completes; null for nothing.</summary>
    public Type? ReturnType { get; }

    public AwaitableShape Awaitable { get; }

    public bool HasUnreadable => !_unreadable.IsEmpty;

    /// <summary>Parameters that no probe can read, by name, with the reason.</summary>
    public IEnumerable<(string Name, string Reason)> Unreadable => _unreadable.Select(pair => (NameOf(pair.Key), pair.Value));

    public static TracedMethod Of(MethodBase method, string name) => new(method, name);

    /// <summary>A frame that is given everything there is to read at a point.</summary>
    public FrameShape WholeFrame(ProbePoint point) => Frame(point, [.. InputsAt(point).Where(input => !_unreadable.ContainsKey(input))]);

    /// <summary>A frame that is given some of it.</summary>
    public FrameShape Frame(ProbePoint point, ImmutableArray<FrameInput> given) =>
        FrameShape.Selected(Name, point, Parameters, SelfType, ReturnType, Method.DeclaringType, given);

    /// <summary>The type that an input arrives in; null when it differs from one instantiation of a generic method to another.</summary>
    public Type? PassedType(FrameInput input)
    {
        var type = input.Kind switch
        {
            FrameInputKind.Argument => Method.GetParameters()[input.Position].ParameterType,
            FrameInputKind.Self => Method.DeclaringType!,
            FrameInputKind.ReturnValue => ((MethodInfo)Method).ReturnType,
            FrameInputKind.Duration => typeof(double),
            _ => typeof(Exception),
        };
        return InputTypes.PassedOf(type);
    }

    private static ParameterShape ShapeOf(
        ParameterInfo parameter, int position, ImmutableDictionary<FrameInput, string>.Builder unreadable)
    {
        var input = new FrameInput(FrameInputKind.Argument, position);
        var type = InputTypes.VisibleOf(parameter.ParameterType, input, unreadable);
        if (position >= Limits.SiteParameters)
            unreadable[input] = $"only the first {Limits.SiteParameters} parameters can be read";
        return new ParameterShape(parameter.Name ?? $"arg{position}", type);
    }

    private IEnumerable<FrameInput> InputsAt(ProbePoint point)
    {
        for (int i = 0; i < Parameters.Length; i++)
            yield return new FrameInput(FrameInputKind.Argument, i);
        if (SelfType is not null)
            yield return new FrameInput(FrameInputKind.Self, 0);
        if (point == ProbePoint.Entry)
            yield break;
        if (ReturnType is not null)
            yield return new FrameInput(FrameInputKind.ReturnValue, 0);
        yield return new FrameInput(FrameInputKind.Exception, 0);
        yield return new FrameInput(FrameInputKind.Duration, 0);
    }

    private string NameOf(FrameInput input) => input.Kind switch
    {
        FrameInputKind.Argument => Parameters[input.Position].Name,
        FrameInputKind.Self => ReservedNames.Self,
        _ => ReservedNames.ReturnValue,
    };
}
