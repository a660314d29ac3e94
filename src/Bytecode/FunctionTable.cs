using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Names and arities of the closed function table.</summary>
internal static class FunctionTable
{
    /// <summary>Indexed by <see cref="Function"/>.</summary>
    public static ImmutableArray<FunctionEntry> All { get; } =
    [
        new(Function.Timestamp, "timestamp", 0, 0),
        new(Function.Rand, "rand", 0, 0),
        new(Function.Len, "len", 1, 1),
        new(Function.Str, "str", 1, 1),
        new(Function.Int, "int", 1, 1),
        new(Function.Float, "float", 1, 1),
        new(Function.Abs, "abs", 1, 1),
        new(Function.Min, "min", 1, Limits.CallArguments),
        new(Function.Max, "max", 1, Limits.CallArguments),
        new(Function.Round, "round", 1, 2),
        new(Function.Lower, "lower", 1, 1),
        new(Function.Upper, "upper", 1, 1),
        new(Function.StartsWith, "startswith", 2, 2),
        new(Function.EndsWith, "endswith", 2, 2),
        new(Function.Contains, "contains", 2, 2),
        new(Function.TypeName, "typename", 1, 1),
        new(Function.TraceId, "traceid", 0, 0),
        new(Function.SpanId, "spanid", 0, 0),
        new(Function.ThreadId, "threadid", 0, 0),
        new(Function.Capture, "capture", 0, Limits.CallArguments),
        new(Function.Send, "send", 0, Limits.CallArguments),
    ];

    private static readonly FrozenDictionary<string, FunctionEntry> s_byName =
        All.ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);

    public static FunctionEntry Get(Function function) => All[(int)function];

    public static FunctionEntry? Find(string name) => s_byName.GetValueOrDefault(name);
}
