using HogTrace.Runtime;

namespace HogTrace;

/// <summary>Finds requests in a process whose code begins none of the engine's.</summary>
internal interface IAmbientRequests
{
    /// <summary>The store of the request that the calling flow is in; null outside a request. Never throws.</summary>
    RequestStore? CurrentStore { get; }
}
