using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Agent.Sessions;

/// <summary>
/// A program that knows nothing of HogTrace has no requests of it; what comes nearest is the outermost activity, which
/// ASP.NET Core begins for each HTTP request, and which flows with <c>async</c>.
/// </summary>
internal sealed class ActivityRequests : IAmbientRequests
{
    // Activities nest as deep as a program makes them; beyond this the request is that of the activity reached.
    private const int Depth = 64;

    // A store goes with its activity.
    private readonly ConditionalWeakTable<Activity, RequestStore> _stores = [];

    public static ActivityRequests Instance { get; } = new();

    public RequestStore? CurrentStore
    {
        get
        {
            if (Activity.Current is not { } activity)
                return null;
            for (int depth = 0; depth < Depth && activity.Parent is { } parent; depth++)
                activity = parent;
            return _stores.GetValue(activity, static root => new RequestStore(root.TraceId.ToHexString()));
        }
    }
}
