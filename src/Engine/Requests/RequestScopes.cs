using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>The requests of an engine: which request store is current. It flows with <c>async</c>. Thread safe.</summary>
public sealed class RequestScopes
{
    private readonly AsyncLocal<RequestScope?> _current = new();

    // A table rather than a ThreadLocal, which would have to be disposed: a thread's entry goes with the thread.
    private readonly ConditionalWeakTable<Thread, RequestStore> _threadDefaults = [];

    internal RequestScopes()
    {
    }

    /// <summary>The request that the calling flow is in; null outside a request.</summary>
    public RequestScope? Current => _current.Value is { IsEnded: false } scope ? scope : null;

    /// <summary>What else stands for a request where none was begun; null for nothing.</summary>
    internal IAmbientRequests? Ambient { get; set; }

    /// <summary>The current request's store, or the thread's own outside a request.</summary>
    public RequestStore CurrentStore => Current?.Store ?? Ambient?.CurrentStore ?? _threadDefaults.GetValue(Thread.CurrentThread, static _ => new RequestStore());

    /// <summary>The id of the current request; null outside a request.</summary>
    internal string? CurrentRequestId => Current?.RequestId ?? Ambient?.CurrentRequestId;

    /// <summary>Begins a request; disposing the scope ends it, clears its store and returns to the request around it.</summary>
    /// <param name="requestId">Goes on every capture; null for a new random one.</param>
    public RequestScope Begin(string? requestId = null)
    {
        var scope = new RequestScope(this, _current.Value, requestId ?? Guid.NewGuid().ToString("n"));
        _current.Value = scope;
        return scope;
    }

    internal void End(RequestScope scope)
    {
        if (_current.Value != scope)
            return;
        var outer = scope.Outer;
        while (outer is { IsEnded: true })
            outer = outer.Outer;
        _current.Value = outer;
    }
}
