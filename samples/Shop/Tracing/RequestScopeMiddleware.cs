using HogTrace;

namespace Shop.Tracing;

/// <summary>
/// Makes each HTTP request a request of the engine: <c>$req</c> is its store, and its id stands on every capture.
/// </summary>
internal sealed class RequestScopeMiddleware(RequestDelegate next, ProbeEngine engine)
{
    private const string Header = "X-Request-Id";

    public async Task InvokeAsync(HttpContext context)
    {
        string id = context.Request.Headers[Header].FirstOrDefault() ?? context.TraceIdentifier;
        context.Response.Headers[Header] = id;
        // The scope flows with await, to everything that the request calls, and ends with the request.
        using var scope = engine.Requests.Begin(id);
        await next(context);
    }
}
