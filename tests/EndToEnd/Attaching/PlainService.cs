using System.Net.Http.Json;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>The sample <c>Plain</c>, which serves and gets no requests but the tests'.</summary>
public sealed class PlainService : IAsyncLifetime, IDisposable
{
    // No request says whose trace it is of, so that each begins its own.
    private readonly HttpClient _client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null });

    internal TargetProcess Process { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Address => _client.BaseAddress!;

    public async Task InitializeAsync()
    {
        Process = await TargetProcess.StartAsync("Plain", "Plain listens on ", ["--urls", "http://127.0.0.1:0", "--quiet"]);
        string line = await Process.WaitForOutput("Plain listens on ");
        _client.BaseAddress = new Uri(line.Split(' ', ';').First(word => word.StartsWith("http:", StringComparison.Ordinal)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        Process?.Dispose();
    }

    /// <summary>Gets a path; status and body.</summary>
    internal async Task<string> Get(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    /// <summary>Orders something; status and body, without the order's number.</summary>
    internal async Task<string> Order(string customer, string item, int quantity)
    {
        using var response = await _client.PostAsJsonAsync("/orders", new { customer, item, quantity });
        string body = await response.Content.ReadAsStringAsync();
        return $"{(int)response.StatusCode} {(response.IsSuccessStatusCode ? body[body.IndexOf(',', StringComparison.Ordinal)..] : "")}";
    }
}
