using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Plain.Orders;

namespace Plain.Traffic;

/// <summary>Orders something over HTTP a few times a second.</summary>
internal sealed class Customers(IServer server) : BackgroundService
{
    private static readonly string[] s_names = ["Ada", "Grace", "Edsger", "Barbara"];
    private static readonly string[] s_items = ["tea", "coffee", "cake"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (int n = 0; await timer.WaitForNextTickAsync(stoppingToken); n++)
        {
            // No address until the server listens.
            if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
                continue;
            var order = new OrderRequest(s_names[n % s_names.Length], s_items[n % s_items.Length], (n % 10) + 1);
            using var response = await client.PostAsJsonAsync(new Uri(new Uri(address), "orders"), order, stoppingToken);
        }
    }
}
