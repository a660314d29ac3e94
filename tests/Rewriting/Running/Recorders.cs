using HogTrace.Bridge;

namespace HogTrace.Tests.Rewriting.Running;

/// <summary>What hooks were given, call by call.</summary>
internal sealed class Record
{
    public List<(string Place, object?[] Inputs)> Calls { get; } = [];
}

/// <summary>Records packed calls.</summary>
internal sealed class PackedRecorder(Record record, string place) : PackedHook
{
    public override void Hit<TInputs>(TInputs inputs) => record.Calls.Add((place, Unpack(inputs)));

    /// <summary>The inputs one by one, those of the rest too.</summary>
    public static object?[] Unpack(object inputs)
    {
        List<object?> values = [];
        foreach (var field in inputs.GetType().GetFields())
        {
            object? value = field.GetValue(inputs);
            values.AddRange(field.Name == "Rest" ? Unpack(value!) : [value]);
        }

        return [.. values];
    }
}

/// <summary>Records calls of asynchronous methods, at once.</summary>
internal sealed class AsyncRecorder(Record record) : AsyncHook
{
    public override TTask Hit<TTask, TInputs>(long started, TTask task, TInputs inputs)
    {
        record.Calls.Add(("async", [started > 0, task, .. PackedRecorder.Unpack(inputs)]));
        return task;
    }
}

/// <summary>Records typed calls of nothing.</summary>
internal sealed class Recorder(Record record, string place) : Hook
{
    public override void Hit() => record.Calls.Add((place, []));
}

/// <summary>Records typed calls of one input.</summary>
internal sealed class Recorder<T0>(Record record, string place) : Hook<T0>
{
    public override void Hit(T0 input0) => record.Calls.Add((place, [input0]));
}

/// <summary>Records typed calls of two inputs.</summary>
internal sealed class Recorder<T0, T1>(Record record, string place) : Hook<T0, T1>
{
    public override void Hit(T0 input0, T1 input1) => record.Calls.Add((place, [input0, input1]));
}
