using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>
/// Which named values a probe finds when it runs, and in which register each arrives. Arguments come first, then the
/// receiver; at an exit the return value, the exception and the duration follow. A method that was attached to passes on
/// what its probes read and nothing else, so there every input has the register that it is given in, or none.
/// </summary>
internal sealed class FrameShape
{
    // Default where every input has its register.
    private readonly ImmutableArray<FrameInput> _given;

    private FrameShape(
        string function,
        ProbePoint point,
        ImmutableArray<ParameterShape> parameters,
        bool isDynamic,
        ImmutableArray<FrameInput> given = default)
    {
        _given = given;
        Function = function;
        Point = point;
        Parameters = parameters;
        IsDynamic = isDynamic;
    }

    public string Function { get; }

    public ProbePoint Point { get; }

    public ImmutableArray<ParameterShape> Parameters { get; }

    /// <summary>Whether plain names are looked up in the frame at run time, because no signature is known.</summary>
    public bool IsDynamic { get; }

    public Type? SelfType { get; private init; }

    /// <summary>The type of the method; null where that isn't known.</summary>
    public Type? DeclaringType { get; private init; }

    public Type? ReturnType { get; private init; }

    public int ArgumentCount => Parameters.Length;

    /// <summary>The register of the receiver; -1 where it isn't given, and is None. So are the others'.</summary>
    public int SelfSlot => SlotOf(FrameInputKind.Self, ArgumentCount);

    public int ReturnValueSlot => SlotOf(FrameInputKind.ReturnValue, ArgumentCount + 1);

    public int ExceptionSlot => SlotOf(FrameInputKind.Exception, ArgumentCount + 2);

    public int DurationSlot => SlotOf(FrameInputKind.Duration, ArgumentCount + 3);

    /// <summary>How many registers the inputs take; temporaries come after them.</summary>
    public int InputCount => _given.IsDefault ? ArgumentCount + (Point == ProbePoint.Exit ? 4 : 1) : _given.Length;

    /// <summary>How many of the inputs the caller of a site gives, in the order of their registers; the others are None.</summary>
    public int GivenCount => _given.IsDefault ? ArgumentCount : _given.Length;

    /// <summary>The inputs that are given, of a frame of selected ones.</summary>
    public ImmutableArray<FrameInput> Given => _given;

    /// <summary>The register of a parameter's argument, or -1.</summary>
    public int SlotOfParameter(int position) =>
        _given.IsDefault ? position : _given.IndexOf(new FrameInput(FrameInputKind.Argument, position));

    /// <summary>The static type of what is in an input register; null when nothing is known of it.</summary>
    public Type? TypeOfInput(int register)
    {
        var input = _given.IsDefault ? StandardInput(register) : _given[register];
        return input.Kind switch
        {
            FrameInputKind.Argument => Parameters[input.Position].Type,
            FrameInputKind.Self => SelfType,
            FrameInputKind.ReturnValue => ReturnType,
            FrameInputKind.Duration => typeof(double),
            _ => IsDynamic ? null : typeof(Exception),
        };
    }

    /// <summary>A frame whose signature is known.</summary>
    public static FrameShape Typed(
        string function,
        ProbePoint point,
        ImmutableArray<ParameterShape> parameters,
        Type? selfType = null,
        Type? returnType = null) =>
        new(function, point, parameters, isDynamic: false)
        {
            SelfType = selfType,
            ReturnType = returnType,
        };

    /// <summary>A frame of which some inputs are given, in the order of their registers.</summary>
    public static FrameShape Selected(
        string function,
        ProbePoint point,
        ImmutableArray<ParameterShape> parameters,
        Type? selfType,
        Type? returnType,
        Type? declaringType,
        ImmutableArray<FrameInput> given) =>
        new(function, point, parameters, isDynamic: false, given)
        {
            DeclaringType = declaringType,
            SelfType = selfType,
            ReturnType = returnType,
        };

    /// <summary>A frame of so many positional arguments of which nothing else is known beforehand.</summary>
    public static FrameShape Dynamic(ProbePoint point, int argumentCount)
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterShape>(argumentCount);
        for (int i = 0; i < argumentCount; i++)
            parameters.Add(new ParameterShape($"arg{i}", typeof(object)));
        return new FrameShape("", point, parameters.MoveToImmutable(), isDynamic: true);
    }

    /// <summary>The register of a parameter by its name, or -1.</summary>
    public int IndexOfParameter(string name)
    {
        for (int i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].Name == name)
                return i;
        }

        return -1;
    }

    /// <summary>How many arguments the method takes, for a message about one that it doesn't.</summary>
    public string DescribeArguments() => ArgumentCount switch
    {
        0 => "the call has no arguments",
        1 => "the call has 1 argument, arg0",
        _ => $"the call has {ArgumentCount} arguments, arg0 to arg{ArgumentCount - 1}",
    };

    /// <summary>The parameters, nearest first when one is near, for a message about a name that none has.</summary>
    public string DescribeParameters(string name)
    {
        if (ArgumentCount == 0)
            return $"{Function} has no parameters";
        string list = string.Join(", ", Parameters.Select(parameter => parameter.Name));
        string? nearest = NearestName.Find(name, Parameters.Select(parameter => parameter.Name));
        return nearest is null
            ? $"{Function} has the parameters {list}"
            : $"did you mean '{nearest}'? {Function} has the parameters {list}";
    }

    private int SlotOf(FrameInputKind kind, int standard) =>
        _given.IsDefault ? standard : _given.IndexOf(new FrameInput(kind, 0));

    private FrameInput StandardInput(int register) =>
        register < ArgumentCount ? new(FrameInputKind.Argument, register)
        : register == SelfSlot ? new(FrameInputKind.Self, 0)
        : register == ReturnValueSlot ? new(FrameInputKind.ReturnValue, 0)
        : register == ExceptionSlot ? new(FrameInputKind.Exception, 0)
        : new(FrameInputKind.Duration, 0);
}
