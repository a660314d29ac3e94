using Jint;
using Jint.Native;
using Jint.Native.Function;

namespace HogTrace.Bench.Rivals;

/// <summary>Jint, with no limits set: a function that a prepared script defines.</summary>
internal sealed class JintEngine : IDisposable
{
    private readonly Engine _engine = new();

    /// <param name="text">An expression over arg0 and arg1.</param>
    public Function Compile(string text)
    {
        var script = Engine.PrepareScript($"(function (arg0, arg1) {{ return {text}; }})");
        return (Function)_engine.Evaluate(script);
    }

    /// <summary>The cheapest way into the engine that its interface has for the type.</summary>
    public JsValue ToValue<T>(T value)
    {
        if (typeof(T) == typeof(long))
            return JsNumber.Create((long)(object)value!);
        return value is string text ? new JsString(text) : JsValue.FromObject(_engine, value);
    }

    public void Dispose() => _engine.Dispose();
}
