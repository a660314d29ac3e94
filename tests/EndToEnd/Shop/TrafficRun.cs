using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Shop;

/// <summary>One run of the shop with traffic of its own, shared by the tests that look at it.</summary>
public sealed class TrafficRun : IAsyncLifetime
{
    public const int Requests = 30;

    public int ExitCode { get; private set; }

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public IReadOnlyList<JsonElement> Captures { get; private set; } = [];

    public IReadOnlyList<string> Messages { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var shop = ShopProcess.Start("--traffic", $"{Requests}", "--json");
        ExitCode = await shop.WaitForExit();
        Lines = shop.Output;
        Captures = shop.Captures;
        Messages = shop.Messages;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
