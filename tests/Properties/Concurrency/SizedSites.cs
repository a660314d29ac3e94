namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Sites that capture so many fields each, numbers and strings by turns, that follow from the number of the hit.</summary>
internal sealed class SizedSites : IDisposable
{
    public const int MostFields = 20;

    private readonly ProbeSite<string, long>[] _sites;
    private readonly Installation _installation;
    private long _hits;

    public SizedSites(ProbeEngine engine)
    {
        string name = Sites.NewName();
        _sites = [.. Enumerable.Range(0, MostFields + 1).Select(size => ProbeSite.For<string, long>($"{name}.Of{size}", "s", "n"))];
        _installation = engine.Install(HogTraceProgram.Compile(string.Join('\n', _sites.Select(Source))));
    }

    public static long NumberOf(CaptureEvent capture) =>
        capture.Fields[0].Value.TryGetInt(out long number) ? number : throw new InvalidOperationException("not a number");

    public void Hit(int size)
    {
        long number = Interlocked.Increment(ref _hits);
        _sites[size].Enter($"s{number}", number).Exit();
    }

    /// <summary>Whether it is the capture that a hit must have made.</summary>
    public void Check(CaptureEvent capture, int size, long number, bool flowed)
    {
        Assert.Equal(_sites[size].Name, capture.Function);
        Assert.Equal(Enumerable.Range(0, size).Select(i => ($"f{i}", i % 2 == 0 ? $"{number + i}" : $"s{number}")), Texts(capture));
        Assert.Equal(flowed, capture.SpanId is not null);
    }

    public void Dispose() => _installation.Dispose();

    private static IEnumerable<(string Name, string Text)> Texts(CaptureEvent capture) =>
        capture.Fields.Select(static field => (field.Name, field.Value.TryGetInt(out long number) ? $"{number}" : field.Value.ToString()!));

    private static string Source(ProbeSite<string, long> site, int size) =>
        $"fn:{site.Name}:entry {{ capture({string.Join(", ", Enumerable.Range(0, size).Select(i => $"f{i}={(i % 2 == 0 ? $"n + {i}" : "s")}"))}); }}";
}
