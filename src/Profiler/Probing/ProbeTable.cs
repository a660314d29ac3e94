using System.Collections.Concurrent;
using HogTrace.Profiler.Com;
using HogTrace.Profiler.Hosting;

namespace HogTrace.Profiler.Probing;

/// <summary>
/// Which methods have which bodies. The worker writes it, and the runtime's threads ask it when they compile. A thread that
/// asks just as the worker writes may get the body before or after, or none; either way the worker's request to compile the
/// method comes after its write, so that what is compiled last is right.
/// </summary>
internal sealed class ProbeTable(Counters counters, Failures failures)
{
    private readonly ConcurrentDictionary<MethodKey, ArmedMethod> _armed = new();

    // Methods that were compiled anew from their original bodies: they inline an armed method, or were armed themselves.
    private readonly ConcurrentDictionary<MethodKey, byte> _bystanders = new();

    public int ArmedCount => _armed.Count;

    public int BystanderCount => _bystanders.Count;

    public ArmedMethod? Find(MethodKey key) => _armed.GetValueOrDefault(key);

    /// <summary>What the agent's names stand for. It names them again to disarm them, when they may be no longer.</summary>
    public Dictionary<MethodIdentity, MethodKey> ByIdentity() =>
        _armed.Values.ToDictionary(method => new MethodIdentity(method.FunctionId, method.Key.Token), method => method.Key);

    public void Arm(ArmedMethod method)
    {
        _armed[method.Key] = method;
        _bystanders.TryRemove(method.Key, out _);
    }

    /// <summary>Forgets a method's body. What is compiled of it from now on is the original.</summary>
    public bool Disarm(MethodKey key)
    {
        if (!_armed.TryRemove(key, out _))
            return false;
        _bystanders[key] = 0;
        return true;
    }

    /// <summary>They still are what <see cref="TakeBystanders"/> said.</summary>
    public void PutBack(MethodKey[] bystanders)
    {
        foreach (var key in bystanders)
            _bystanders[key] = 0;
    }

    /// <summary>All that have been compiled anew from their original bodies; they are forgotten.</summary>
    public MethodKey[] TakeBystanders()
    {
        // One that is added meanwhile stays for the next time.
        MethodKey[] keys = [.. _bystanders.Keys];
        foreach (var key in keys)
            _bystanders.TryRemove(key, out _);
        return keys;
    }

    /// <summary>The runtime is about to compile a method anew, and asks what of.</summary>
    /// <param name="isLate">Whether it need not be compiled anew any more, since the last method was disarmed.</param>
    public int Supply(MethodKey key, FunctionControl control, out bool isLate)
    {
        isLate = false;
        if (!_armed.TryGetValue(key, out var method))
        {
            _bystanders[key] = 0;
            isLate = _armed.IsEmpty;
            return HResult.Ok;
        }

        int result = control.SetBody(method.Body);
        // Without it only line numbers suffer.
        if (!HResult.Failed(result))
            control.SetMap(method.Map);
        if (HResult.Failed(result))
            Fail(method, result);
        return result;
    }

    /// <summary>The runtime couldn't compile a method anew; the code it had runs on.</summary>
    public void Fail(MethodKey key, int result)
    {
        if (_armed.TryGetValue(key, out var method))
            Fail(method, result);
        else
            counters.CountError();
    }

    private void Fail(ArmedMethod method, int result)
    {
        counters.CountError();
        failures.Add(new Failure(method, result));
    }
}
