using System.Collections.Frozen;
using System.Reflection;

namespace HogTrace.Runtime;

/// <summary>The properties of framework types that the policy Safe reads although their getters are code.</summary>
internal static class TrustedProperties
{
    private const string Http = "Microsoft.AspNetCore.Http.";

    /// <summary>A type's trusted properties; no names means all public ones.</summary>
    /// <param name="Type">Full name of the type that first declares them.</param>
    /// <param name="Overrides">Whether others' overrides are trusted too, and then read as host code.</param>
    /// <param name="CallsHost">Whether even the framework's own getter may call into the host, or throw.</param>
    /// <param name="Names">The properties.</param>
    private sealed record Row(string Type, bool Overrides, bool CallsHost, params string[] Names);

    private static readonly FrozenDictionary<string, Row> s_rows = new Row[]
    {
        new("System.String", false, false, "Length"),
        new("System.Array", false, false, "Length", "LongLength", "Rank"),
        new("System.ArraySegment`1", false, false, "Count", "Offset"),
        new("System.Memory`1", false, false, "Length", "IsEmpty"),
        new("System.ReadOnlyMemory`1", false, false, "Length", "IsEmpty"),
        new("System.Text.StringBuilder", false, false, "Length"),
        new("System.Uri", false, true),
        new("System.Version", false, false),
        new("System.DateTime", false, false),
        new("System.DateTimeOffset", false, false),
        new("System.DateOnly", false, false),
        new("System.TimeOnly", false, false),
        new("System.TimeSpan", false, false),
        new("System.Guid", false, false),
        new("System.Exception", true, false, "Message", "HResult", "InnerException", "StackTrace"),
        new("System.Collections.Generic.KeyValuePair`2", false, false),
        new("System.Collections.DictionaryEntry", false, false),
        new("System.Collections.Generic.SortedSet`1", false, true, "Count"), // a view compares to count
        new("System.Nullable`1", false, false),
        new("System.Tuple`1", false, false),
        new("System.Tuple`2", false, false),
        new("System.Tuple`3", false, false),
        new("System.Tuple`4", false, false),
        new("System.Tuple`5", false, false),
        new("System.Tuple`6", false, false),
        new("System.Tuple`7", false, false),
        new("System.Tuple`8", false, false),
        new("System.Threading.CancellationToken", false, false, "IsCancellationRequested", "CanBeCanceled"),
        new("System.Threading.Tasks.Task", false, false,
            "Status", "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled", "Id"),
        new("System.Threading.Tasks.ValueTask", false, true,
            "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled"),
        new("System.Threading.Tasks.ValueTask`1", false, true,
            "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled"),
        new("Microsoft.Extensions.Primitives.StringValues", false, false, "Count"),
        new(Http + "HttpContext", false, true, "Request", "Response", "Connection", "TraceIdentifier"),
        new(Http + "HttpRequest", false, true,
            "Method", "Scheme", "IsHttps", "Host", "PathBase", "Path", "QueryString", "Protocol", "Headers",
            "ContentLength", "ContentType", "HttpContext"),
        new(Http + "HttpResponse", false, true,
            "StatusCode", "Headers", "ContentLength", "ContentType", "HasStarted", "HttpContext"),
        new(Http + "ConnectionInfo", false, true, "Id", "RemoteIpAddress", "RemotePort", "LocalIpAddress", "LocalPort"),
        new(Http + "HostString", false, false),
        new(Http + "PathString", false, false),
        new(Http + "QueryString", false, false),
    }.ToFrozenDictionary(row => row.Type, StringComparer.Ordinal);

    // Collections of these namespaces have their count in a field. Any other of the framework may be a view of a list
    // that is the host's own, or be disposed, and throw.
    private static readonly string[] s_counted = ["System.Collections.Generic", "System.Collections.Immutable", "System.Collections.Frozen"];
    private static readonly Row s_collection = new("System.Collections", false, false, "Count", "Length", "LongLength");
    private static readonly Row s_view = s_collection with { CallsHost = true };

    public static bool IsTrusted(PropertyInfo property, out bool callsHost)
    {
        callsHost = false;
        Type declaring = property.DeclaringType!;
        bool own = FrameworkTypes.Contains(declaring);
        Type first = property.GetMethod!.GetBaseDefinition().DeclaringType!;
        if (Find(first) is not { } row || !(own || row.Overrides) || !FrameworkTypes.Contains(first)
            || (row.Names.Length > 0 && !row.Names.AsSpan().Contains(property.Name)))
            return false;

        // An override may look at other objects, as AggregateException.Message does; a struct may be its default.
        callsHost = row.CallsHost || !own || (row.Overrides && declaring != first)
            || (row == s_collection && declaring.IsValueType);
        return true;
    }

    private static Row? Find(Type type)
    {
        string space = type.Namespace ?? "";
        string name = type.IsNested ? "" : $"{space}.{type.Name}";
        return s_rows.TryGetValue(name, out Row? row) ? row
            : s_counted.AsSpan().Contains(space) ? s_collection
            : space.StartsWith(s_collection.Type, StringComparison.Ordinal) ? s_view
            : null;
    }
}
