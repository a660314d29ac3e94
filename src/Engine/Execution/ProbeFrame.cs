using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// The values of one call, for hosts that know them by name only. Can be filled anew for every call; not thread safe.
/// </summary>
public sealed class ProbeFrame
{
    private readonly FrameNames _names;
    private Value[] _arguments = [];

    /// <summary>Makes a frame.</summary>
    /// <param name="function">Full name of the function that is called.</param>
    /// <param name="point">Entry or exit.</param>
    public ProbeFrame(string function, ProbePoint point)
    {
        ArgumentNullException.ThrowIfNull(function);
        Function = function;
        Point = point;
        _names = new FrameNames(this);
    }

    /// <summary>Full name of the function that is called.</summary>
    public string Function { get; set; }

    /// <summary>Entry or exit.</summary>
    public ProbePoint Point { get; set; }

    /// <summary>The positional arguments, the receiver not counted.</summary>
    public ReadOnlySpan<Value> Arguments => _arguments;

    /// <summary>The receiver.</summary>
    public Value Self { get; set; }

    /// <summary>The return value; at an exit.</summary>
    public Value ReturnValue { get; set; }

    /// <summary>The exception; at an exit.</summary>
    public Value Exception { get; set; }

    /// <summary>Seconds that the call took; at an exit.</summary>
    public double Duration { get; set; }

    /// <summary>Arguments by name.</summary>
    public IReadOnlyDictionary<string, Value>? KeywordArguments { get; set; }

    /// <summary>Named values in scope.</summary>
    public IReadOnlyDictionary<string, Value>? Locals { get; set; }

    /// <summary>Static fields of the declaring type.</summary>
    public IReadOnlyDictionary<string, Value>? Globals { get; set; }

    /// <summary>Where the arguments begin; of a frame without any, nothing to be read.</summary>
    internal ref Value FirstArgument => ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_arguments);

    internal NamedValues Names => _names;

    /// <summary>Sets the positional arguments; the values are copied, into the same memory when their number stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 32,000 arguments.</exception>
    public void SetArguments(params ReadOnlySpan<Value> arguments)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(arguments.Length, Limits.FrameArguments, nameof(arguments));
        if (_arguments.Length == arguments.Length)
            ValueSpans.CopyFew(arguments, _arguments);
        else
            _arguments = arguments.ToArray();
    }
}
