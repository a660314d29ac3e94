using HogTrace.Runtime;

namespace HogTrace;

/// <summary>One request: its id and its store. Dispose it when the request is over.</summary>
public sealed class RequestScope : IDisposable
{
    private readonly RequestScopes _scopes;

    internal RequestScope(RequestScopes scopes, RequestScope? outer, string requestId)
    {
        _scopes = scopes;
        Outer = outer;
        Store = new RequestStore(requestId);
    }

    /// <summary>The values that the request's probes share.</summary>
    public RequestStore Store { get; }

    /// <summary>The id on the request's captures.</summary>
    public string RequestId => Store.RequestId!;

    internal RequestScope? Outer { get; }

    // Work that the request started and didn't wait for still carries the scope; it then counts as outside.
    internal bool IsEnded { get; private set; }

    /// <summary>Ends the request and clears its store. Further calls do nothing.</summary>
    public void Dispose()
    {
        if (IsEnded)
            return;
        IsEnded = true;
        Store.Clear();
        _scopes.End(this);
    }
}
