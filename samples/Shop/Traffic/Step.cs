using System.Net;

namespace Shop.Traffic;

/// <summary>One request and the status that it must get.</summary>
internal sealed record Step(HttpMethod Method, string Path, HttpStatusCode Expected, object? Body = null)
{
    public HttpRequestMessage ToMessage(int number)
    {
        var message = new HttpRequestMessage(Method, Path);
        message.Headers.Add("X-Request-Id", $"req-{number:d3}");
        if (Body is not null)
            message.Content = JsonContent.Create(Body, Body.GetType());
        return message;
    }
}
