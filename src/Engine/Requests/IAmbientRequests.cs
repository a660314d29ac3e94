using HogTrace.Runtime;

namespace HogTrace;

/// <summary>Finds requests in a process whose code begins none of the engine's.</summary>
internal interface IAmbientRequests
{
    /// <summary>The store of the request that the calling flow is in; null outside a request. Never throws.</summary>
    RequestStore? CurrentStore { get; }

    /// <summary>The id of that request, for a capture; null outside a request. Never throws, and makes no store.</summary>
    string? CurrentRequestId { get; }
}
