using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>
/// Which named values a probe finds when it runs, and in which register each arrives. Arguments come first, then the
/// receiver; at an exit the return value, the exception and the duration follow.
/// </summary>
internal sealed class FrameShape
{
    private FrameShape(string function, ProbePoint point, ImmutableArray<ParameterShape> parameters, bool isDynamic)
    {
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

    public Type? ReturnType { get; private init; }

    public int ArgumentCount => Parameters.Length;

    public int SelfSlot => ArgumentCount;

    public int ReturnValueSlot => ArgumentCount + 1;

    public int ExceptionSlot => ArgumentCount + 2;

    public int DurationSlot => ArgumentCount + 3;

    /// <summary>How many registers the inputs take; temporaries come after them.</summary>
    public int InputCount => ArgumentCount + (Point == ProbePoint.Exit ? 4 : 1);

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
}
