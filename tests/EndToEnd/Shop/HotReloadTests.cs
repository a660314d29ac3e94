using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Shop;

/// <summary>What happens to a shop that serves while its probe file changes.</summary>
public sealed class HotReloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hogtrace-test-").FullName;
    private readonly HttpClient _client = new();

    private string ProbeFile => Path.Combine(_folder, "probes.hogtrace");

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_changed_file_replaces_the_probes()
    {
        using var shop = await Serve(Probe("first"));
        await Get("one");
        var first = await shop.WaitForCapture(capture => Marker(capture) == "first");
        Assert.Equal("one", first.GetProperty("request").GetString());

        int seen = shop.Messages.Count;
        await File.WriteAllTextAsync(ProbeFile, Probe("second"));
        await shop.WaitForMessage("Installed 1 probes", seen);
        await Get("two");
        var second = await shop.WaitForCapture(capture => Marker(capture) == "second");
        Assert.Equal("two", second.GetProperty("request").GetString());
        Assert.Single(shop.Captures, capture => Marker(capture) == "first");
    }

    [Fact]
    public async Task A_broken_file_is_explained_and_changes_nothing()
    {
        using var shop = await Serve(Probe("good"));
        int seen = shop.Messages.Count;
        await File.WriteAllTextAsync(ProbeFile, "fn:Shop.Products.ProductService.Find:entry {\n  capture(;\n}\n");
        string explained = await shop.WaitForMessage("error", seen);
        Assert.StartsWith("probes.hogtrace:2:11: error HT", explained, StringComparison.Ordinal);
        await shop.WaitForMessage("The probes stay as they were.", seen);

        await Get("after");
        var capture = await shop.WaitForCapture(capture => Marker(capture) == "good");
        Assert.Equal("after", capture.GetProperty("request").GetString());
    }

    [Fact]
    public async Task A_probe_that_does_not_fit_its_method_is_explained()
    {
        using var shop = await Serve("fn:Shop.Products.ProductService.Find:entry { capture(idd); }");
        await Get("any");
        string explained = await shop.WaitForMessage("unknown name");
        Assert.Contains("'idd'", explained, StringComparison.Ordinal);
        Assert.Contains("id, cancellation", explained, StringComparison.Ordinal);
    }

    private static string Probe(string marker) =>
        $$"""fn:Shop.Products.ProductService.Find:exit { capture(marker="{{marker}}", id=id, name=retval.name); }""";

    private static string? Marker(JsonElement capture) => capture.GetProperty("captures").GetProperty("marker").GetString();

    private async Task<ShopProcess> Serve(string probes)
    {
        await File.WriteAllTextAsync(ProbeFile, probes);
        var shop = ShopProcess.Start(
            "--json", "--probes", ProbeFile, "--database", Path.Combine(_folder, "shop.db"), "--urls", "http://127.0.0.1:0");
        string address = await shop.WaitForMessage("The shop serves at ");
        _client.BaseAddress = new Uri(address.Split(' ').First(word => word.StartsWith("http:", StringComparison.Ordinal)).TrimEnd('.'));
        return shop;
    }

    private async Task Get(string requestId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/products/1");
        request.Headers.Add("X-Request-Id", requestId);
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
