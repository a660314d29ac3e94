using System.Reflection;
using HogTrace.Bridge;

namespace HogTrace.Tests.Profiler.Target.Probing;

/// <summary>A hook that counts its calls, and keeps what it was given as text if asked to.</summary>
internal sealed class Recorder(bool keeps) : PackedHook
{
    // What is formatted may run a probed method.
    [ThreadStatic]
    private static bool t_isRecording;

    private readonly List<string> _calls = [];
    private long _count;

    public long Count => Volatile.Read(ref _count);

    public string Calls
    {
        get
        {
            lock (_calls)
                return string.Join(' ', _calls);
        }
    }

    public override void Hit<TInputs>(TInputs inputs)
    {
        Interlocked.Increment(ref _count);
        if (!keeps || t_isRecording)
            return;
        t_isRecording = true;
        string text = Format(inputs);
        lock (_calls)
            _calls.Add(text);
        t_isRecording = false;
    }

    private static string Format(object inputs)
    {
        var fields = inputs.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance);
        return "(" + string.Join(",", fields.Select(field => FormatValue(field.GetValue(inputs)))) + ")";
    }

    private static string? FormatValue(object? value) => value switch
    {
        null => "null",
        Exception exception => exception.GetType().Name,
        _ when value.GetType().Assembly == typeof(Hits).Assembly => Format(value),
        _ => value.ToString(),
    };
}
