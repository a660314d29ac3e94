using HogTrace;
using HogTrace.Parser;

namespace Shop.Tracing;

/// <summary>
/// Keeps the probes of a file installed: those of its last version that compiled. The file is looked at a few times a
/// second rather than watched, since editors replace files and mounted folders don't always tell of changes.
/// </summary>
internal sealed class ProbeFile(ProbeEngine engine, string path, TextWriter messages) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<string> _reported = [];
    private string? _source;
    private Installation? _installation;

    /// <summary>How each installed probe fares.</summary>
    public IReadOnlyList<InstalledProbeStatus> Status => _installation?.Status ?? [];

    // The first version is installed before the shop serves its first request.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Load();
        if (_source is null)
            messages.WriteLine($"{path} can't be read yet; its probes are installed when it can.");
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _installation?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Load();
            ReportProblems();
        }
    }

    private void Load()
    {
        if (!TryRead(out string? source) || source == _source)
            return;
        _source = source;
        bool isGood = HogTraceProgram.TryCompile(source, Path.GetFileName(path), out var program, out var diagnostics);
        foreach (var diagnostic in diagnostics)
            messages.WriteLine(Describe(diagnostic));
        if (!isGood)
        {
            messages.WriteLine(_installation is null ? "No probes are installed." : "The probes stay as they were.");
            return;
        }

        // The new probes are in place before the old ones go: a call in between is seen twice rather than missed.
        var old = _installation;
        _installation = engine.Install(program!);
        old?.Dispose();
        _reported.Clear();
        messages.WriteLine($"Installed {program!.Probes.Length} probes of {path}.");
        ReportProblems();
    }

    // A site comes to be when its class is first used, so that a probe can turn out not to fit long after Install.
    private void ReportProblems()
    {
        foreach (string problem in Status.SelectMany(probe => probe.Problems).Where(_reported.Add))
            messages.WriteLine($"{Path.GetFileName(path)}: {problem}");
    }

    private bool TryRead(out string source)
    {
        try
        {
            source = File.ReadAllText(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or being written or replaced; the next look will tell.
            source = "";
            return false;
        }
    }

    private string Describe(Diagnostic diagnostic)
    {
        string severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string hint = diagnostic.Hint is null ? "" : $" ({diagnostic.Hint})";
        return $"{Path.GetFileName(path)}:{diagnostic.Line}:{diagnostic.Column}: {severity} {diagnostic.Code}: {diagnostic.Message}{hint}";
    }
}
