using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>
/// A case's probe at an untyped site: the arguments of the calls are values of the language already, as those of an
/// interpreter or a message handler are.
/// </summary>
internal sealed class UntypedForm
{
    private const int HeatUps = 50;
    private const int CallsToHeatUp = 65_536;

    private readonly UntypedProbeSite _site;
    private readonly Installation _installation;
    private readonly Value[] _values;
    private readonly int _width;
    private int _position;

    /// <summary>Installs the probe.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="name">Name of the site.</param>
    /// <param name="code">The probe without its specification.</param>
    /// <param name="rows">The arguments of a call by its number, for as many calls as there are samples.</param>
    public UntypedForm(ProbeEngine engine, string name, string code, Func<int, Value[]> rows)
    {
        _width = rows(0).Length;
        _values = [.. Enumerable.Range(0, Samples.Count).SelectMany(rows)];
        _site = ProbeSite.ForUntyped(name, [.. Enumerable.Range(0, _width).Select(i => $"p{i}")]);
        _installation = engine.Install(HogTraceProgram.Compile($"fn:{name}:entry {code}"));
        IsCompiled = HeatUp(name);
    }

    public bool IsCompiled { get; }

    public void Loop(int count)
    {
        int start = _position;
        _position = (start + count) & (Samples.Count - 1);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (Samples.Count - 1);
            _site.Enter(new ReadOnlySpan<Value>(_values, at * _width, _width));
        }
    }

    /// <summary>Throws when the probe did anything but not fire.</summary>
    public void Check()
    {
        var status = _installation.Status[0];
        if (status.Problems.Count > 0 || status.Statistics.Faulted > 0 || status.Statistics.Fired > 0
            || status.Statistics.SwitchedOff is not null || status.Statistics.Hits == 0)
            throw new InvalidOperationException($"{_site.Name}: {status.Statistics} {string.Join("; ", status.Problems)}");
    }

    private bool HeatUp(string name)
    {
        for (int i = 0; i < HeatUps && TierState.OfSite(name) != CompiledPart.All; i++)
        {
            Loop(CallsToHeatUp);
            Thread.Sleep(10);
        }

        return TierState.OfSite(name) == CompiledPart.All;
    }
}
