using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Agent.Sessions;

/// <summary>
/// A program that knows nothing of HogTrace has no requests of it; what comes nearest is the outermost activity, which
/// ASP.NET Core begins for each HTTP request, and which flows with <c>async</c>. Its span is the request's id: one trace
/// may have several requests in a process.
/// </summary>
internal sealed class ActivityRequests : IAmbientRequests
{
    // Activities nest as deep as a program makes them; beyond this the request is that of the activity reached.
    private const int Depth = 64;

    // A store goes with its activity, so what is kept here is bounded by what the program itself keeps.
    private readonly ConditionalWeakTable<Activity, RequestStore> _stores = [];

    public static ActivityRequests Instance { get; } = new();

    public RequestStore? CurrentStore =>
        Outermost() is { } root ? _stores.GetValue(root, static activity => new RequestStore(IdOf(activity))) : null;

    public string? CurrentRequestId => Outermost() is { } root ? IdOf(root) : null;

    private static Activity? Outermost()
    {
        if (Activity.Current is not { } activity)
            return null;
        for (int depth = 0; depth < Depth && activity.Parent is { } parent; depth++)
            activity = parent;
        return activity;
    }

    // An activity keeps its span's text, so this allocates nothing.
    private static string? IdOf(Activity activity) =>
        activity.IdFormat == ActivityIdFormat.W3C ? activity.SpanId.ToHexString() : activity.Id;
}
