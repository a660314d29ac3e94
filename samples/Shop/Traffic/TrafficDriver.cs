using System.Net;

namespace Shop.Traffic;

/// <summary>Sends the shop real requests over its own address and counts what comes back.</summary>
internal sealed class TrafficDriver(Uri address, TextWriter messages)
{
    private readonly SortedDictionary<HttpStatusCode, int> _statuses = [];

    /// <summary>How many responses had which status.</summary>
    public string Statuses => string.Join(", ", _statuses.Select(status => $"{(int)status.Key}: {status.Value}"));

    /// <summary>Sends so many requests, one after the other; whether each got the status that it should.</summary>
    public async Task<bool> Run(int requests, CancellationToken cancellation)
    {
        bool isExpected = true;
        using var client = new HttpClient { BaseAddress = address };
        for (int i = 0; i < requests; i++)
        {
            var step = TrafficPlan.At(i);
            using var message = step.ToMessage(i + 1);
            using var response = await client.SendAsync(message, cancellation);
            _statuses[response.StatusCode] = _statuses.GetValueOrDefault(response.StatusCode) + 1;
            if (response.StatusCode != step.Expected)
            {
                isExpected = false;
                messages.WriteLine($"{step.Method} {step.Path}: {(int)response.StatusCode}, expected {(int)step.Expected}");
            }
        }

        return isExpected;
    }
}
